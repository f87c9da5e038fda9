"""The ways in which a report can be written, and which of them a build system shows; called by the command line."""

from collections.abc import Callable, Mapping
from typing import Final

from socialmap.report.annotations import write_azure, write_github
from socialmap.report.machine import write_gitlab, write_json
from socialmap.report.markdown import write_markdown
from socialmap.report.report import Report
from socialmap.report.text import write_text

FORMATS: Final[Mapping[str, Callable[[Report], str]]] = {
    "text": write_text,
    "json": write_json,
    "github": write_github,
    "gitlab": write_gitlab,
    "azure": write_azure,
    "markdown": write_markdown,
}
# Forgejo and Gitea also say that they are GitHub, but show no annotations.
BUILD_SYSTEMS: Final = (
    ("FORGEJO_ACTIONS", "markdown"),
    ("GITEA_ACTIONS", "markdown"),
    ("GITHUB_ACTIONS", "github"),
    ("GITLAB_CI", "gitlab"),
    ("TF_BUILD", "azure"),
)


def format_for(environment: Mapping[str, str], /) -> str:
    """The format that the build system shows whose variables these are; text when it is none."""
    found = (name for variable, name in BUILD_SYSTEMS if environment.get(variable, "").lower() in ("true", "1"))
    return next(found, "text")
