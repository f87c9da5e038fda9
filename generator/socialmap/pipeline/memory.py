"""What was read of each file, kept beside the site: `reading` asks here before it reads a file again.

Files are put together in buckets. A bucket is text: a line that names the version, what the reading depended on and the
digest of the rest; a line of JSON with each file's stamp and number of lines; then those lines, JSON too. A bucket that
is damaged, or was written by another version or under other settings, is as good as none.

Nothing in a bucket is ever executed, but what it holds is not validated again. Who can write here can write templates
and settings as well, and a stamp holds the time at which the system last touched the file, which nobody can choose: a
bucket that came along with somebody's records fits none of them.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import time_ns

VERSION = "socialmap-read-1"
YOUNG_NS = 2_000_000_000
Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one file: lines of JSON, and the stamp of the file they were read from (None is never fresh)."""

    stamp: Stamp | None
    lines: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class Bucket:
    """The files of one bucket, by name."""

    files: Mapping[str, Kept] = field(default_factory=dict)

    def fresh(self, name: str, stamp: Stamp | None) -> bool:
        """Whether a file is still as it was read."""
        kept = self.files.get(name)
        return kept is not None and kept.stamp is not None and kept.stamp == stamp


def look_at(path: str) -> tuple[int, Stamp | None]:
    """The size of a file, and what changes when it changes: its size, and when its content and entry were last written.

    There is no stamp for what is no file, nor for a file so young that it may change again within a tick of the clock.
    """
    try:
        found = os.lstat(path)
    except OSError:
        return 0, None
    young = time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < YOUNG_NS
    return found.st_size, None if young else (found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def read_stamps(path: Path, *, context: str) -> Mapping[str, Stamp | None]:
    """The stamp of each file in a bucket, without reading what is kept of them."""
    try:
        with path.open("rb") as stream:
            known = stream.readline().startswith(f"{VERSION} {context} ".encode())
            index = json.loads(stream.readline()) if known else []
        return {name: tuple(stamp) if stamp else None for name, stamp, _ in index}
    except (OSError, ValueError, TypeError):
        return {}


def read_bucket(path: Path, *, context: str) -> Bucket:
    """What is kept in a bucket; nothing when it is missing, damaged, or made under another context."""
    try:
        head, _, rest = path.read_bytes().partition(b"\n")
    except OSError:
        return Bucket()
    if head != _head(context, rest):
        return Bucket()
    try:
        index, _, body = rest.partition(b"\n")
        return Bucket(dict(_files(json.loads(index), body)))
    except (ValueError, TypeError):
        return Bucket()


def write_bucket(path: Path, *, context: str, files: Mapping[str, Kept]) -> None:
    """The bucket on disk, whole, in place of the previous one."""
    index = [[name, kept.stamp, len(kept.lines)] for name, kept in files.items()]
    lines = (line for kept in files.values() for line in kept.lines)
    rest = b"\n".join((json.dumps(index, separators=(",", ":")).encode(), *lines))
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_bytes(_head(context, rest) + b"\n" + rest)
    fresh.replace(path)


def _files(index: Sequence[Sequence[object]], body: bytes) -> Iterator[tuple[str, Kept]]:
    lines, start = body.split(b"\n"), 0
    for name, stamp, count in index:
        if not isinstance(count, int):
            raise TypeError("a bucket counts lines")
        written = tuple(stamp) if isinstance(stamp, list) else None
        yield str(name), Kept(written, lines[start : start + count])
        start += count


def _head(context: str, rest: bytes) -> bytes:
    return f"{VERSION} {context} {hashlib.blake2b(rest, digest_size=16).hexdigest()}".encode()
