"""Where a build puts its pages before the site changes; opened by the pipeline for each build, also by its workers.

A worker process, forked or sent a pickled staging, writes into the same folder and returns what `write` and `keep`
gave; the process that opened the staging hands that to `merge` and alone can `commit`.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from socialmap.publish.commit import Published, carry_out
from socialmap.publish.files import digest_of, files_in, is_folder, stat_file, write_new
from socialmap.publish.lock import Lock, take_lock
from socialmap.publish.manifest import Entry, Manifest, matches, read_manifest
from socialmap.publish.plan import Staged, make_plan
from socialmap.publish.recall import recall, remember_strange
from socialmap.publish.routes import RouteError, check_route

WORK = "work-"


class Staging:
    """The build under way: each route of the new site is given once, by `write`, `keep` or a tree of files."""

    def __init__(self, *, manifest: Manifest, tree: Path, cache: Path, lock: Lock) -> None:
        self.manifest = manifest
        self._tree = tree
        self._cache = cache
        self._lock = lock
        self._staged: dict[str, Staged] = {}
        self._committed = False

    def write(self, route: str, body: bytes, *, fingerprint: str = "") -> Staged:
        """The page or asset in the new site; on disk only when the site does not hold these bytes already.

        `fingerprint` stands for all that the page was made from; `manifest.fresh` asks for it in the next build.
        Raises RouteError for a route that cannot be a file of the site or that the build has already.
        """
        check_route(route)
        digest = digest_of(body)
        standing = stat_file(f"{self.manifest.site}/{route}")
        kept = standing is not None and self._digest_in_site(route, standing, size=len(body)) == digest
        found = standing if standing is not None and kept else self._write_new(route, body, unlike=standing)
        entry = Entry(fingerprint, digest, found.st_size, found.st_mtime_ns)
        return self._record(Staged(route, entry, written=not kept))

    def keep(self, route: str) -> Staged:
        """The page stays as it was published; for routes of which `manifest.fresh` said so."""
        entry = self.manifest.entries.get(route)
        if entry is None:
            raise RouteError(f"{route!r} cannot be kept: it was not published before")
        return self._record(Staged(route, entry, written=False))

    def add_tree(self, prefix: str, folder: Path, *, fingerprint: str = "") -> tuple[Staged, ...]:
        """All files below `folder` in the new site, below the folder `prefix` ("" is the top of the site)."""
        found = files_in(str(folder), prefix=prefix)
        return tuple(self.write(route, Path(path).read_bytes(), fingerprint=fingerprint) for route, path in found)

    def keep_tree(self, prefix: str) -> tuple[Staged, ...]:
        """All that was published below `prefix` stays; for folders of which `manifest.fresh_tree` said so."""
        return tuple(self.keep(route) for route in self.manifest.below(prefix))

    def merge(self, entries: Iterable[Staged]) -> None:
        """What worker processes wrote and kept becomes part of the build."""
        for entry in entries:
            self._record(entry)

    def commit(self) -> Published:
        """The new site in place of the old one; once, and only in the process that opened the staging.

        Raises RouteError for routes that exclude each other or that a worker wrote and nobody merged, and
        ObstructedError when something that is not ours is in the way; the site is then as it was.
        """
        if not self._lock.owned() or self._committed:
            raise RuntimeError("a staging is committed once, by the process that opened it, within its with block")
        self._check_merged()
        known = recall(self.manifest, staged=self._staged, store=self._cache)
        plan = make_plan(self._staged, manifest=known.manifest)
        self._committed = True
        published = carry_out(plan, tree=self._tree, cache=self._cache, manifest=known.manifest)
        remember_strange(known.strange, store=self._cache)
        return replace(published, foreign=(*published.foreign, *known.strange))

    def _check_merged(self) -> None:
        lost = [route for route, _ in files_in(str(self._tree), prefix="") if route not in self._staged]
        if lost:
            raise RouteError(f"written by a worker and not merged: {', '.join(lost)}")

    def _digest_in_site(self, route: str, standing: os.stat_result, *, size: int) -> str:
        """The digest of what stands in the site: remembered when untouched, else read."""
        entry = self.manifest.entries.get(route)
        if entry is not None and matches(standing, entry):
            return entry.digest
        return digest_of(Path(f"{self.manifest.site}/{route}").read_bytes()) if standing.st_size == size else ""

    def _write_new(self, route: str, body: bytes, *, unlike: os.stat_result | None) -> os.stat_result:
        try:
            return write_new(f"{self._tree}/{route}", body, unlike=unlike)
        except FileExistsError as error:
            raise RouteError(f"{route!r} is given twice") from error

    def _record(self, staged: Staged) -> Staged:
        self._lock.leave_to_owner()
        if self._committed:
            raise RuntimeError(f"{staged.route!r} comes after the commit")
        if staged.route in self._staged:
            raise RouteError(f"{staged.route!r} is given twice")
        self._staged[staged.route] = staged
        return staged


@contextmanager
def open_staging(site: Path, *, cache: Path) -> Iterator[Staging]:
    """An empty staging for the next version of `site`; gone after the block, and the site untouched without commit.

    `cache` keeps the manifest and the lock, outside the site; each site needs one of its own. Folders in it whose names
    begin with `WORK` are those of killed builds, and gone.
    Raises BusyError when another build is at work, NotADirectoryError when the site is a file.
    """
    root, store = site.resolve(), cache.resolve()
    _check_places(root, cache=store)
    store.mkdir(parents=True, exist_ok=True)
    root.parent.mkdir(parents=True, exist_ok=True)
    lock = take_lock(store / "lock")
    try:
        _clean(root)
        _remove(store, prefix=WORK)
        known = read_manifest(store)
        manifest = known if known.site == str(root) else Manifest(str(root))
        with _folder_beside(root) as folder:
            tree = folder / "tree"
            tree.mkdir()
            yield Staging(manifest=manifest, tree=tree, cache=store, lock=lock)
    finally:
        lock.release()


def _check_places(site: Path, *, cache: Path) -> None:
    if site.exists() and not site.is_dir():
        raise NotADirectoryError(f"{site} is a file; expected the folder of the site")
    if not site.name or cache.is_relative_to(site):
        raise ValueError(f"the cache {cache} must be outside the site {site}")


def _prefix(site: Path) -> str:
    return f".{site.name}.staging-"


def _homes(site: Path) -> tuple[Path, ...]:
    """Where a staging may be: beside the site, or in it when the site is a mount of its own or beside is read-only."""
    return tuple(home for home in (site.parent, site) if home.is_dir())


def _clean(site: Path) -> None:
    """Stagings of killed builds are gone."""
    for home in _homes(site):
        _remove(home, prefix=_prefix(site))


def _remove(home: Path, *, prefix: str) -> None:
    """The folders whose names begin so are gone."""
    leftovers = [path for path in home.iterdir() if path.name.startswith(prefix)]
    for path in leftovers:
        if is_folder(str(path)):
            shutil.rmtree(path)


@contextmanager
def _folder_beside(site: Path) -> Iterator[Path]:
    """A new folder from which a rename into the site works; gone afterwards, but not by the hand of a forked worker."""
    owner = os.getpid()
    folder = _make_folder(site)
    try:
        yield folder
    finally:
        if os.getpid() == owner:
            shutil.rmtree(folder)


def _make_folder(site: Path) -> Path:
    *others, last = _homes(site)
    for home in others:
        folder = _try_folder(home, site=site)
        if folder is not None:
            return folder
    return Path(tempfile.mkdtemp(prefix=_prefix(site), dir=last))


def _try_folder(home: Path, *, site: Path) -> Path | None:
    try:
        folder = Path(tempfile.mkdtemp(prefix=_prefix(site), dir=home))
    except PermissionError:
        return None
    if _reaches(folder, site=site):
        return folder
    folder.rmdir()
    return None


def _reaches(folder: Path, *, site: Path) -> bool:
    """Whether a file can be renamed from the folder into the site.

    Two folders on one device may still be two mounts. Renaming a file that does not exist tells, and changes nothing.
    """
    try:
        (folder / "probe").rename(site / folder.name)
    except OSError as error:
        return error.errno != errno.EXDEV
    return True
