"""Which socialmap a repository asks for, so that a build next year gives the same site; called by `create`."""

import json
import re
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

from socialmap.scaffold.outcome import Refusal
from socialmap.scaffold.reading import read_given

FILE: Final = "requirements.txt"
FOLDER: Final = "wheels"
MEGABYTES: Final = 50
VERSION: Final = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?(\+[a-z0-9.]+)?")
SECURE: Final = r"((git\+)?https|http(?=://(127\.0\.0\.1|localhost)[:/]))"  # unencrypted only on this computer, as pip
ADDRESS: Final = re.compile(SECURE + r"://[^\s'\"\\;]+")
WHEEL: Final = re.compile(r"socialmap-[A-Za-z0-9_.+!-]+\.whl")
HEADER: Final = "# De versie van socialmap waarmee deze kaart is gemaakt. Pas haar aan als je wilt bijwerken.\n"


def pin_files(pin: str, /) -> Mapping[str, bytes] | Refusal:
    """`requirements.txt` for a version, a web address or a wheel; a wheel comes along in the repository."""
    if VERSION.fullmatch(pin):
        return _required(f"socialmap=={pin}")
    if ADDRESS.fullmatch(pin):
        return _required(f"socialmap @ {pin}")
    wheel = Path(pin)
    if "://" in pin or not WHEEL.fullmatch(wheel.name):
        return Refusal("pin", {"pin": pin})
    content = read_given(wheel, megabytes=MEGABYTES)
    if isinstance(content, Refusal):
        return content
    return {**_required(f"./{FOLDER}/{wheel.name}"), f"{FOLDER}/{wheel.name}": content}


def running_pin() -> str:
    """What gives the socialmap that runs now again: the wheel or address it came from (PEP 610), else its version."""
    installed = distribution("socialmap")
    return origin_pin(json.loads(installed.read_text("direct_url.json") or "{}")) or installed.version


def origin_pin(origin: Mapping[str, object], /) -> str:
    """The pin for the record that an installer keeps of where a package came from; empty when others can't go there."""
    url, source = str(origin.get("url", "")), origin.get("vcs_info")
    if url.startswith("https://"):
        return f"git+{url}@{source.get('commit_id', '')}" if isinstance(source, dict) else url
    wheel = Path(url2pathname(urlsplit(url).path))
    return str(wheel) if WHEEL.fullmatch(wheel.name) and wheel.is_file() else ""


def _required(line: str) -> Mapping[str, bytes]:
    return {FILE: f"{HEADER}{line}\n".encode()}
