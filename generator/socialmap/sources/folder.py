"""The files of a data folder, opened so that nothing outside it is ever read (EDITING §1)."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from socialmap.problems import Place, Problem, fault

MAX_TABLE_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one file, by its path relative to the data folder with forward slashes."""

    file: str
    content: bytes


def read_file(root: Path, file: str, /, *, limit: int) -> Content | Problem:
    """The bytes of a regular file under `root`, or why it is not read: a link, something else, or too large."""
    stream = open_file(root, file, limit=limit)
    if isinstance(stream, Problem):
        return stream
    with stream:
        return Content(file, stream.read(limit + 1))


def open_file(root: Path, file: str, /, *, limit: int) -> BinaryIO | Problem:
    """A regular file under `root`, open for reading, or why it is not read."""
    try:
        handle = os.open(f"{root}/{file}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return fault("SM110", Place(file))
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
        os.close(handle)
        return fault("SM105", Place(file), limit=limit) if stat.S_ISREG(status.st_mode) else fault("SM110", Place(file))
    return os.fdopen(handle, "rb")


def list_files(root: Path, folder: str, /) -> Iterator[str]:
    """The names of the files in a folder under `root` and below, sorted; without hidden ones and Excel's locks."""
    top = root / folder
    if top.is_symlink() or not top.is_dir():
        return
    for entry in sorted(os.scandir(top), key=lambda entry: entry.name):
        name = f"{folder}/{entry.name}" if folder else entry.name
        if not is_shown(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from list_files(root, name)
        else:
            yield name


def is_shown(name: str, /) -> bool:
    """Whether a file of this name is read: not hidden, no lock of Excel, and named with text."""
    return not name.startswith((".", "~$")) and _is_text(name)


def names_that_are_no_text(root: Path, /) -> Iterator[Problem]:
    """SM215 for each file and folder below `root` in whose name another system left bytes that are no letters."""
    for folder, folders, files in os.walk(root):
        for name in sorted((*folders, *files)):
            if not _is_text(name):
                path = os.fsencode(Path(folder, name).relative_to(root).as_posix()).decode("utf-8", "replace")
                yield fault("SM215", Place(path), value=PurePosixPath(path).stem)


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def decode_utf8(content: Content, /) -> str | Problem:
    """The text of a file in UTF-8, with or without byte order mark."""
    try:
        return content.content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.content[: error.start].count(b"\n") + 1
        return fault("SM109", Place(content.file, line, 1))
