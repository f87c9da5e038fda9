"""The few things publishing does with a disk, on plain text paths; used by the staging, the plan and the commit.

Paths are text here because these run once for every file of a site, where building a `Path` costs more than the work.
"""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from stat import S_ISDIR, S_ISREG


def digest_of(body: bytes) -> str:
    """The 32 hexadecimal digits that stand for these bytes."""
    return blake2b(body, digest_size=16).hexdigest()


def stat_entry(path: str) -> os.stat_result | None:
    """What stands at `path` itself, a link not followed; None when nothing does."""
    try:
        return os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def stat_file(path: str) -> os.stat_result | None:
    """The regular file at `path`; None when there is none, or a link, folder or device."""
    found = stat_entry(path)
    return found if found is not None and S_ISREG(found.st_mode) else None


def is_folder(path: str) -> bool:
    """Whether a real folder, not a link to one, stands at `path`."""
    found = stat_entry(path)
    return found is not None and S_ISDIR(found.st_mode)


def write_new(path: str, body: bytes, *, unlike: os.stat_result | None) -> os.stat_result:
    """A new file with these bytes, and its stat, which differs in time from that of the file `unlike`.

    Without that difference two versions of one size, written within one tick of the clock, would look the same.
    Raises FileExistsError when the file is there already.
    """
    file = _create(path)
    try:
        _write_all(file, body)
        return tell_apart(path, os.fstat(file), unlike=unlike)
    finally:
        os.close(file)


def tell_apart(path: str, found: os.stat_result, *, unlike: os.stat_result | None) -> os.stat_result:
    """The stat of the file at `path`, made a little later when its time was that of the file `unlike`."""
    if unlike is None or found.st_mtime_ns != unlike.st_mtime_ns:
        return found
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + 1))
    return os.lstat(path)


def _create(path: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, 0o666)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, flags, 0o666)


def _write_all(file: int, body: bytes) -> None:
    rest = memoryview(body)
    while rest:
        rest = rest[os.write(file, rest) :]


def move_in(source: str, target: str) -> None:
    """The file `source` in place of whatever file is at `target`, in one step; missing folders are made."""
    try:
        os.replace(source, target)  # noqa: PTH105
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        os.replace(source, target)  # noqa: PTH105


def move_out(path: str, *, root: str) -> bool:
    """Whether a file was removed at `path`; folders that are empty after it go too, up to but not with `root`."""
    existed = stat_entry(path) is not None
    if existed:
        Path(path).unlink()
    folder = path.rpartition("/")[0]
    while len(folder) > len(root) and _remove_empty(folder):
        folder = folder.rpartition("/")[0]
    return existed


def _remove_empty(folder: str) -> bool:
    """Whether `folder` is gone, which it is also when somebody removed it earlier."""
    try:
        Path(folder).rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def files_in(folder: str, *, prefix: str) -> Iterator[tuple[str, str]]:
    """Route and path of each file below `folder`, in order; raises ValueError at a link, which is never followed."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        route = f"{prefix}/{entry.name}" if prefix else entry.name
        if entry.is_symlink():
            raise ValueError(f"{entry.path} is a link; only real files are published")
        if entry.is_dir():
            yield from files_in(entry.path, prefix=route)
        else:
            yield route, entry.path
