"""Serve: show the site, follow every change in the project, and tell open pages; the only module that watches files.

At a change the record itself comes on the screen first, then every other page that shows it, and last what takes long,
as the search index: that is made in a process of its own, which ends at once when something changes again.
"""

import os
import signal
import subprocess
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import watchfiles

from socialmap.publish.serving import Changes, serve_folder

QUIET_MS = 40
STEP_MS = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: the routes that are new, different or gone, or what is wrong."""

    routes: frozenset[str] = frozenset()
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """What is done at a change: pages of the changed files, all pages, and the command that makes the rest."""

    preview: Callable[[Collection[Path]], Mapping[str, bytes]]
    build: Callable[[], Outcome]
    rest: Sequence[str]


def serve_site(
    site: Path,
    *,
    watched: Iterable[Path],
    steps: Steps,
    tell: Callable[[str], None],
    port: int = 8000,
    stop: Event | None = None,
) -> None:
    """Serve a site that was built, and build it again at each change until `stop`; `tell` gets the address.

    Raises OSError when the port is taken.
    """
    changes = Changes()
    with serve_folder(site, port=port, changes=changes) as address, _one_at_a_time() as begin:
        tell(address)
        for changed in _changes(watched, site, stop):
            begin(())
            if _follow(changed, steps, changes, site):
                begin(steps.rest)


def _follow(changed: Collection[Path], steps: Steps, changes: Changes, site: Path) -> bool:
    """Show what changed, first by itself and then everywhere; whether all is well."""
    changes.shown = steps.preview(changed)
    if changes.shown:
        changes.tell(pages=changes.shown)
    outcome = steps.build()
    early = {route for route, body in changes.shown.items() if _holds(site / route, body)}
    changes.shown = {}
    changes.tell(wrong=outcome.wrong, pages=outcome.routes - early)
    return not outcome.wrong


def _holds(path: Path, body: bytes) -> bool:
    return path.is_file() and path.read_bytes() == body


@contextmanager
def _one_at_a_time() -> Iterator[Callable[[Sequence[str]], None]]:
    """Begins a command in a process and ends the one before it with all that it began; with no command it only ends."""
    running: list[subprocess.Popen[bytes]] = []

    def begin(command: Sequence[str]) -> None:
        while running:
            _end(running.pop())
        if command:
            running.append(subprocess.Popen(command, start_new_session=True))

    try:
        yield begin
    finally:
        begin(())


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process with all that it began, where the system can tell those."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
        else:
            process.terminate()
    process.wait()


def _changes(watched: Iterable[Path], site: Path, stop: Event | None) -> Iterator[frozenset[Path]]:
    folders = [path for path in watched if path.exists()]

    def interesting(_change: watchfiles.Change, path: str) -> bool:
        return not path.startswith(str(site)) and not _is_hidden(Path(path), folders)

    for found in watchfiles.watch(
        *folders, watch_filter=interesting, debounce=QUIET_MS, step=STEP_MS, stop_event=stop, raise_interrupt=False
    ):
        yield frozenset(Path(path) for _, path in found)


def _is_hidden(path: Path, folders: Iterable[Path]) -> bool:
    """Whether it is a file that an editor left open, or in a folder that is nobody's to edit, as that of the cache."""
    folder = next((each for each in folders if path.is_relative_to(each)), path.parent)
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
