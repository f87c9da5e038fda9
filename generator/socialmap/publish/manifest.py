"""What the site holds of ours: read when a build starts, to know what may stay, and written around each change of it.

The file is one line that names the version and the digest of the rest, and the rest: JSON, one list per column, which
loads several times faster than a list per route. A digest that does not fit makes the manifest empty, and an empty
manifest owns no file: nothing is ever removed on the word of a damaged one.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from socialmap.publish.files import digest_of, stat_file

_NAME = "manifest.json"
_VERSION = "socialmap-manifest-1"


class Entry(NamedTuple):
    """One published file: what it was made from, the digest of its bytes, and its size and time on disk.

    A named tuple and not a dataclass, because 100,000 of them are made at the start of a build.
    """

    fingerprint: str
    digest: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of ours in `site` (an absolute path, "" when nothing was published), by route."""

    site: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def fresh(self, route: str, fingerprint: str) -> bool:
        """Whether the page was made from the same things and stands untouched in the site, so need not be rendered.

        The empty fingerprint is never fresh: it says that nobody knows what the page was made from.
        """
        entry = self.entries.get(route)
        return entry is not None and entry.fingerprint == fingerprint != "" and self._untouched(route, entry)

    def fresh_tree(self, prefix: str, fingerprint: str) -> bool:
        """Whether there are files below the folder `prefix`, and all of them are fresh."""
        routes = self.below(prefix)
        return bool(routes) and all(self.fresh(route, fingerprint) for route in routes)

    def below(self, prefix: str) -> tuple[str, ...]:
        """The routes in the folder `prefix` and its subfolders."""
        return tuple(route for route in self.entries if route.startswith(f"{prefix}/"))

    def _untouched(self, route: str, entry: Entry) -> bool:
        found = stat_file(f"{self.site}/{route}")
        return found is not None and matches(found, entry)


def matches(found: os.stat_result, entry: Entry) -> bool:
    """Whether a file on disk has the size and time that the manifest remembers."""
    return found.st_mtime_ns == entry.mtime_ns and found.st_size == entry.size


def read_manifest(cache: Path) -> Manifest:
    """What the last build with this cache folder published; empty when missing, damaged or of another version."""
    try:
        head, _, rest = (cache / _NAME).read_bytes().partition(b"\n")
    except FileNotFoundError:
        return Manifest()
    if head.decode("utf-8", "replace") != f"{_VERSION} {digest_of(rest)}":
        return Manifest()
    site, routes, *columns = json.loads(rest)
    return Manifest(str((cache.resolve() / site).resolve()), dict(zip(routes, map(Entry, *columns), strict=True)))


def write_manifest(cache: Path, *, manifest: Manifest) -> None:
    """The manifest on disk, whole and lasting, in place of the previous one.

    The site is written as the way from the cache to it, so that a project may move as a whole.
    """
    entries = manifest.entries
    columns = zip(*entries.values(), strict=True) if entries else ((), (), (), ())
    site = os.path.relpath(manifest.site, cache.resolve())
    rest = json.dumps([site, list(entries), *columns], separators=(",", ":")).encode()
    fresh = cache / f"{_NAME}.new"
    with fresh.open("wb") as file:
        file.write(f"{_VERSION} {digest_of(rest)}\n".encode() + rest)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(cache / _NAME)
