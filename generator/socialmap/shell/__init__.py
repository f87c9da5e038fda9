"""The frame around every body, its stylesheet and scripts, and the policy under which a browser shows it."""

from socialmap.shell.assets import Assets, build_assets
from socialmap.shell.frame import Frame, Head, build_frame
from socialmap.shell.policy import headers_file, nginx_snippet, policy_for

__all__ = [
    "Assets",
    "Frame",
    "Head",
    "build_assets",
    "build_frame",
    "headers_file",
    "nginx_snippet",
    "policy_for",
]
