"""The views of what holds for a while on a service page; every field is used in `site_overrides/pages/service.html`."""

from dataclasses import dataclass
from typing import Literal

from socialmap.views.parts import NO_TEXT, Text

NoticeKind = Literal["paused", "closed", "closing", "alert"]


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A message: on hold, closed now, closed from a day to come (`start`, in words), or something to note.

    `until` is its last day in words and as an ISO date; both are empty where it is open.
    """

    kind: NoticeKind
    text: Text = NO_TEXT
    start: str = ""
    until: str = ""
    until_iso: str = ""


@dataclass(frozen=True, slots=True)
class NoticesView:
    """The messages of a service: `first` stands above its buttons in a line or three, `below` under them in full.

    A long first message `is_cut` above the buttons and stands whole below.
    """

    first: NoticeView | None = None
    is_cut: bool = False
    below: tuple[NoticeView, ...] = ()
