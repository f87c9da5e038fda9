"""What a commit will do, decided whole before the first change to the site; called by `Staging.commit`."""

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from socialmap.publish.files import is_folder, stat_entry
from socialmap.publish.manifest import Entry, Manifest
from socialmap.publish.routes import ancestors, check_routes, folders_of, is_page, is_route

_SEARCH_FOLDER = "pagefind"


class ObstructedError(RuntimeError):
    """Something that is not ours stands where a folder or file of the site must come; nothing was changed."""


class Staged(NamedTuple):
    """One route of the build under way: what the manifest will say of it, and whether it waits in the staging."""

    route: str
    entry: Entry
    written: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes, each list in the order in which they are made.

    `entries` is the site afterwards, `incoming` moves in, `outgoing` is removed after that; `blocking` is removed
    before, because an old file has the name of a new folder or the reverse. `foreign` routes are left as they are.
    """

    entries: Mapping[str, Entry]
    incoming: tuple[str, ...]
    blocking: tuple[str, ...]
    outgoing: tuple[str, ...]
    foreign: tuple[str, ...]


def make_plan(staged: Mapping[str, Staged], *, manifest: Manifest) -> Plan:
    """The changes that make the site hold just what was staged, beside what is not ours.

    Raises RouteError when routes exclude each other and ObstructedError when a link or another's file is in the way.
    """
    check_routes(staged)
    leaving = _leaving(staged, manifest=manifest)
    _check_way(staged, leaving=leaving, site=manifest.site)
    foreign = _foreign(staged, manifest=manifest)
    entries = {route: one.entry for route, one in sorted(staged.items()) if route not in foreign}
    incoming = [route for route in entries if staged[route].written]
    blocking = _blocking(leaving, incoming=incoming)
    return Plan(
        entries=entries,
        incoming=tuple(sorted(incoming, key=lambda route: (is_page(route), route in manifest.entries, route))),
        blocking=tuple(sorted(blocking)),
        outgoing=tuple(sorted(leaving - blocking, key=_order_out)),
        foreign=tuple(sorted(foreign)),
    )


def _order_out(route: str) -> tuple[bool, bool, str]:
    """Pages leave before what they load, and a search in progress keeps its index longest."""
    return not is_page(route), _SEARCH_FOLDER in route.split("/"), route


def _leaving(staged: Collection[str], *, manifest: Manifest) -> frozenset[str]:
    """Our files that the build no longer has; not those that a link or folder of somebody else took the place of."""
    old = {route for route in manifest.entries.keys() - staged if is_route(route)}
    blocked = _not_folders(folders_of(old), site=manifest.site)
    return frozenset(
        route for route in old if blocked.isdisjoint(ancestors(route)) and not is_folder(f"{manifest.site}/{route}")
    )


def _foreign(staged: Mapping[str, Staged], *, manifest: Manifest) -> frozenset[str]:
    """Routes to write where a file stands that we did not write."""
    new = (route for route, one in staged.items() if one.written and route not in manifest.entries)
    return frozenset(route for route in new if _is_taken(f"{manifest.site}/{route}"))


def _is_taken(path: str) -> bool:
    return stat_entry(path) is not None and not is_folder(path)


def _not_folders(folders: Iterable[str], *, site: str) -> frozenset[str]:
    """Those of the folders where something else stands: a file, or a link, which is never followed."""
    return frozenset(folder for folder in folders if _is_taken(f"{site}/{folder}"))


def _check_way(staged: Mapping[str, Staged], *, leaving: frozenset[str], site: str) -> None:
    """Nothing, or an ObstructedError that names everything in the way."""
    instead_of_folder = _not_folders(folders_of(staged), site=site) - leaving
    written = (route for route, one in staged.items() if one.written and is_folder(f"{site}/{route}"))
    instead_of_file = {route for route in written if _stays(f"{site}/{route}", leaving=leaving, site=site)}
    obstacles = sorted(instead_of_folder | instead_of_file)
    if obstacles:
        paths = ", ".join(f"{site}/{route}" for route in obstacles)
        raise ObstructedError(f"not made by this build and in its way: {paths}; move it elsewhere and build again")


def _stays(folder: str, *, leaving: frozenset[str], site: str) -> bool:
    """Whether the folder remains after our own files left it."""
    ours = folders_of(leaving)
    for here, folders, names in os.walk(folder):
        files = {f"{here}/{name}"[len(site) + 1 :] for name in names}
        links = any(not is_folder(f"{here}/{name}") for name in folders)
        if links or not files <= leaving or here[len(site) + 1 :] not in ours:
            return True
    return False


def _blocking(leaving: frozenset[str], *, incoming: Collection[str]) -> frozenset[str]:
    """Files to remove that have the name of a folder to come, or are inside what will be a file."""
    folders, files = folders_of(incoming), frozenset(incoming)
    return frozenset(route for route in leaving if route in folders or not files.isdisjoint(ancestors(route)))
