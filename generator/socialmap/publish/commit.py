"""The one moment at which the site changes; called by `Staging.commit` with a plan that is known to fit.

The manifest is written before the site changes, with what comes and what is still to go. A build that is killed halfway
thus leaves files that differ from the manifest in size or time, or that only the manifest still names, and the next
build puts both right without a separate journal.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from socialmap.publish.files import move_in, move_out
from socialmap.publish.manifest import Entry, Manifest, write_manifest
from socialmap.publish.plan import Plan


@dataclass(frozen=True, slots=True)
class Published:
    """The routes of a finished build, each list in order.

    At `foreign` stands a file that we did not write, or do not know any more: it was left as it is.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    foreign: tuple[str, ...]


def carry_out(plan: Plan, *, tree: Path, cache: Path, manifest: Manifest) -> Published:
    """The site as planned: by one rename of the whole tree when there is no site yet, else file by file."""
    if Path(manifest.site).exists():
        removed = _change_site(plan, tree=tree, cache=cache, manifest=manifest)
    else:
        removed = _place_site(plan, tree=tree, cache=cache, manifest=manifest)
    written = frozenset(plan.incoming)
    kept = tuple(route for route in plan.entries if route not in written)
    return Published(tuple(sorted(written)), kept, tuple(sorted(removed)), plan.foreign)


def _place_site(plan: Plan, *, tree: Path, cache: Path, manifest: Manifest) -> tuple[str, ...]:
    if len(plan.incoming) != len(plan.entries):
        raise FileNotFoundError(f"{manifest.site} went away during the build; build again")
    write_manifest(cache, manifest=replace(manifest, entries=plan.entries))
    tree.rename(manifest.site)
    return ()


def _change_site(plan: Plan, *, tree: Path, cache: Path, manifest: Manifest) -> tuple[str, ...]:
    during = {route: manifest.entries[route] for route in (*plan.blocking, *plan.outgoing)} | dict(plan.entries)
    _remember(during, before=manifest.entries, cache=cache, manifest=manifest)
    removed = _take_out(plan.blocking, site=manifest.site)
    for route in plan.incoming:
        move_in(f"{tree}/{route}", f"{manifest.site}/{route}")
    removed += _take_out(plan.outgoing, site=manifest.site)
    _remember(plan.entries, before=during, cache=cache, manifest=manifest)
    return removed


def _take_out(routes: Iterable[str], *, site: str) -> tuple[str, ...]:
    return tuple(route for route in routes if move_out(f"{site}/{route}", root=site))


def _remember(entries: Mapping[str, Entry], *, before: Mapping[str, Entry], cache: Path, manifest: Manifest) -> None:
    if entries != before:
        write_manifest(cache, manifest=replace(manifest, entries=entries))
