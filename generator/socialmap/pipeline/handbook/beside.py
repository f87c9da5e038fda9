"""The handbook beside the map: begun before the pages are drawn, staged after them; called by `build`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from socialmap.pipeline.digests import digest
from socialmap.pipeline.handbook.settings import FOLDER
from socialmap.publish import Staging


class HandbookError(RuntimeError):
    """The handbook could not be made, so nothing was published."""


@dataclass(frozen=True, slots=True)
class Handbook:
    """The handbook to publish with the map: `start` begins to make it and gives a callable that waits for its folder.

    `mark` is its fingerprint: with the one that is published already it is not made again; empty is never the same.
    """

    start: Callable[[], Callable[[], Path | None]]
    mark: str = ""


def start_handbook(handbook: Handbook | None, staging: Staging, *, lists: str, quick: bool) -> Callable[[], None]:
    """Begin to make the handbook; the callable waits for it and stages it.

    `lists` is the fingerprint of its work lists. A quick build keeps the handbook that there is.

    Raises:
        HandbookError: from the callable, when it could not be made.
    """
    if handbook is None:
        return _nothing
    mark = digest(handbook.mark, lists) if handbook.mark else ""
    if staging.manifest.fresh_tree(FOLDER, mark) or (quick and staging.manifest.below(FOLDER)):
        staging.keep_tree(FOLDER)
        return _nothing
    wait = handbook.start()

    def finish() -> None:
        folder = wait()
        if folder is None:
            raise HandbookError
        staging.add_tree(FOLDER, folder, fingerprint=mark)

    return finish


def _nothing() -> None:
    """There is nothing to wait for."""
