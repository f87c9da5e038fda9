"""A municipality's own repository from a few wishes, whole or not at all; called by the command line."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from socialmap.scaffold.neighbourhoods import neighbourhood_files
from socialmap.scaffold.outcome import Created, Refusal
from socialmap.scaffold.pin import pin_files
from socialmap.scaffold.postcodes import postcode_files
from socialmap.scaffold.template import known_languages, template_files
from socialmap.scaffold.wishes import Wishes, check_wishes


def create(folder: Path, /, *, wishes: Wishes, today: date) -> Created | tuple[Refusal, ...]:
    """The repository in a folder that is new or empty; else everything that stands in the way, and nothing written."""
    target = folder.resolve()
    parts = (
        neighbourhood_files(wishes.neighbourhoods),
        postcode_files(wishes.postcodes, municipality=wishes.municipality),
        pin_files(wishes.wanted_pin),
    )
    refused = (
        *check_folder(target),
        *check_wishes(wishes, languages=known_languages()),
        *(part for part in parts if isinstance(part, Refusal)),
    )
    if refused:
        return refused
    files = dict(template_files(wishes, today=today))
    for part in parts:
        files.update({} if isinstance(part, Refusal) else part)
    try:
        write_whole(target, files)
    except OSError as error:
        return (Refusal("cannot_write", {"folder": str(target), "reason": error.strerror or str(error)}),)
    return Created(target, len(files))


def check_folder(target: Path, /) -> Iterator[Refusal]:
    """Why nothing may be written there: it is a file, or a folder with something in it."""
    params = {"folder": str(target), "other": f"{target.name}-nieuw"}
    if target.is_dir():
        if any(target.iterdir()):
            yield Refusal("folder_in_use", params)
    elif target.exists():
        yield Refusal("not_a_folder", params)


def write_whole(target: Path, files: Mapping[str, bytes]) -> None:
    """The files below `target`, which appears at once with all of them or not at all.

    They are written in a temporary folder beside it, which is renamed and which an interruption takes away.

    Raises:
        OSError: when writing fails, or somebody else put something in `target` meanwhile.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        made = beside / "new"
        for path, content in files.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_bytes(content)
        if os.name == "nt" and target.exists():
            target.rmdir()
        made.rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
