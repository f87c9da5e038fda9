"""What a site holds of ours when nothing remembers it, as after the cache was removed; called by `Staging.commit`.

A page, style or script of the new site that stands in the folder already, byte for byte, shows that the folder is a
site of ours. Then what stands at our routes is replaced, so that residents do not go on reading an old site. Nothing is
removed that way: other files in our folders may be old pages or somebody's own, and are only named, in every build
until somebody takes them away.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from socialmap.publish.files import is_folder, stat_file
from socialmap.publish.manifest import Entry, Manifest
from socialmap.publish.plan import Staged
from socialmap.publish.routes import folders_of, is_page

_ASSETS = "assets/"
_UNKNOWN = Entry("", "", -1, -1)
STRANGE = "strange"


@dataclass(frozen=True, slots=True)
class Recalled:
    """The manifest to go by, and the routes in our folders of which nobody knows whose they are, in order."""

    manifest: Manifest
    strange: tuple[str, ...] = ()


def recall(manifest: Manifest, *, staged: Mapping[str, Staged], store: Path) -> Recalled:
    """The manifest as it is, or when it is empty and the site is ours after all, with what stands at our routes.

    What an earlier build found strange is so as long as it stands there; `store` is the folder that remembers it.
    """
    if manifest.entries:
        return Recalled(manifest, tuple(_still_strange(manifest.site, staged, store)))
    if not _is_ours(staged):
        return Recalled(manifest)
    standing = (route for route in staged if stat_file(f"{manifest.site}/{route}") is not None)
    entries = dict.fromkeys(standing, _UNKNOWN)
    return Recalled(replace(manifest, entries=entries), tuple(sorted(_strange(manifest.site, staged))))


def _is_ours(staged: Mapping[str, Staged]) -> bool:
    return any(not one.written and (is_page(route) or route.startswith(_ASSETS)) for route, one in staged.items())


def _strange(site: str, staged: Mapping[str, Staged]) -> Iterator[str]:
    for folder in folders_of(staged):
        names = os.listdir(f"{site}/{folder}") if is_folder(f"{site}/{folder}") else []  # noqa: PTH208 - paths are text
        routes = (f"{folder}/{name}" for name in names)
        yield from (route for route in routes if route not in staged and stat_file(f"{site}/{route}") is not None)


def remember_strange(routes: tuple[str, ...], *, store: Path) -> None:
    """Keep for the next build what nobody knows the owner of."""
    if routes or (store / STRANGE).exists():
        (store / STRANGE).write_text("".join(f"{route}\n" for route in routes), "utf-8")


def _still_strange(site: str, staged: Mapping[str, Staged], store: Path) -> Iterator[str]:
    found = (store / STRANGE).read_text("utf-8").splitlines() if (store / STRANGE).is_file() else []
    yield from (route for route in found if route not in staged and stat_file(f"{site}/{route}") is not None)
