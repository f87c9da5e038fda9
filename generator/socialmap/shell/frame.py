"""The frame: drawn once per kind of page and language, then each page's own parts are poured into its slots."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from html import escape

MARK = "\ue000"


@dataclass(frozen=True, slots=True)
class Head:
    """What differs per page: HTML that is already safe, except `title` and `description`, which are plain text."""

    title: str
    description: str
    meta: str
    languages: str
    notice: str
    body: str


SLOTS = tuple(field.name for field in fields(Head))


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawn frame, cut at its slots."""

    parts: tuple[str, ...]
    slots: tuple[str, ...]

    def pour(self, head: Head) -> bytes:
        """The whole page."""
        values = {
            "title": escape(head.title, quote=False),
            "description": escape(head.description),
            "meta": head.meta,
            "languages": head.languages,
            "notice": head.notice,
            "body": head.body,
        }
        pieces = [self.parts[0]]
        for slot, part in zip(self.slots, self.parts[1:], strict=True):
            pieces += (values[slot], part)
        return "".join(pieces).encode()


def build_frame(draw: Callable[[Mapping[str, str]], str]) -> Frame:
    """The frame that `draw` makes when it is given a mark for each slot.

    Raises:
        ValueError: when the template leaves a slot out, so that a page would lose a part without a word.
    """
    html = draw({slot: f"{MARK}{slot}{MARK}" for slot in SLOTS})
    pieces = html.split(MARK)
    slots = tuple(pieces[1::2])
    missing = set(SLOTS) - set(slots)
    if missing:
        raise ValueError(f"base.html has no slot for {', '.join(sorted(missing))}")
    return Frame(tuple(pieces[0::2]), slots)
