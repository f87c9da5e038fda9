"""Serve: show the site, follow every change in the project, and tell open pages; the only module that watches files."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import Literal

import watchfiles

from socialmap.publish.serving import Changes, serve_folder

QUIET_MS = 40
STEP_MS = 20


def serve_site(
    site: Path,
    *,
    watched: Iterable[Path],
    build: Callable[[Literal["make", "keep"]], str],
    tell: Callable[[str], None],
    port: int = 8000,
    stop: Event | None = None,
) -> None:
    """Build, serve and build again at each change until `stop`; `build` gives what is wrong, or nothing.

    At a change pages come first, with the search index kept; the index follows when they are on screen.

    Raises OSError when the port is taken.
    """
    changes = Changes()
    build("make")
    with serve_folder(site, port=port, changes=changes) as address:
        tell(address)
        for _ in _changes(watched, site, stop):
            changes.tell(json.dumps(build("keep")))
            build("make")


def _changes(watched: Iterable[Path], site: Path, stop: Event | None) -> Iterator[object]:
    def interesting(_change: watchfiles.Change, path: str) -> bool:
        return not path.startswith(str(site)) and not Path(path).name.startswith((".", "~$"))

    folders = [path for path in watched if path.exists()]
    yield from watchfiles.watch(
        *folders, watch_filter=interesting, debounce=QUIET_MS, step=STEP_MS, stop_event=stop, raise_interrupt=False
    )
