"""Which socialmap a repository asks for, so that a build next year gives the same site; called by `create`."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from socialmap.scaffold.outcome import Refusal
from socialmap.scaffold.reading import read_given

FILE: Final = "requirements.txt"
FOLDER: Final = "wheels"
MEGABYTES: Final = 50
VERSION: Final = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?(\+[a-z0-9.]+)?")
ADDRESS: Final = re.compile(r"(git\+)?https://[^\s'\"\\;]+")
WHEEL: Final = re.compile(r"socialmap-[A-Za-z0-9_.+!-]+\.whl")
HEADER: Final = "# De versie van socialmap waarmee deze kaart is gemaakt. Pas haar aan als je wilt bijwerken.\n"


def pin_files(pin: str, /) -> Mapping[str, bytes] | Refusal:
    """`requirements.txt` for a version, a web address or a wheel; a wheel comes along in the repository."""
    if VERSION.fullmatch(pin):
        return _required(f"socialmap=={pin}")
    if ADDRESS.fullmatch(pin):
        return _required(f"socialmap @ {pin}")
    wheel = Path(pin)
    if not WHEEL.fullmatch(wheel.name):
        return Refusal("pin", {"pin": pin})
    content = read_given(wheel, megabytes=MEGABYTES)
    if isinstance(content, Refusal):
        return content
    return {**_required(f"./{FOLDER}/{wheel.name}"), f"{FOLDER}/{wheel.name}": content}


def _required(line: str) -> Mapping[str, bytes]:
    return {FILE: f"{HEADER}{line}\n".encode()}
