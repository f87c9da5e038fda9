"""Whether what stands above the buttons of a service leaves them on the first screen of a small phone.

Called by the builder of the page, which puts the first sentence below the buttons where it does not. The measure is a
screen of 360 by 640 pixels (LOOK, "A service, phone"); it counts lines, generously, and asks no browser.
"""

from collections.abc import Iterator
from math import ceil

from socialmap.model import Service
from socialmap.views.build_parts import quick_exit_for
from socialmap.views.context import Context
from socialmap.views.notices import NoticesView

SCREEN = 640
FRAME = 204
"""Header, way back and margins, with the mark of a demo."""
BUTTON = 50
GAP = 12
NAME = (18, 35)
LEAD = (31, 30)
ALERT = (33, 26)
SMALL = (38, 26)
"""How many letters go on a line, and how many pixels high it is."""
LEAD_MARGIN = 28
LEAD_END = 24
ALERT_MARGIN = 26
ALERT_TITLE = 16
STATE = 69
NOTE = 82
EXIT = 84


def lead_below(service: Service, *, notices: NoticesView, context: Context) -> bool:
    """Whether the first sentence goes under the buttons, as with it above them they would not fit."""
    if not service.phones and "walk_in" not in service.access:
        return False
    parts = (*_words(service, context), *_alert(notices), *_state(service, context), *_buttons(service, context))
    return FRAME + sum(parts) > SCREEN


def _words(service: Service, context: Context) -> Iterator[int]:
    yield _height(context.text(service.name).value, NAME)
    yield LEAD_MARGIN + _height(context.text(service.summary).value + "x" * LEAD_END, LEAD)
    if not context.translated(service.name, service.summary):
        yield NOTE


def _alert(notices: NoticesView) -> Iterator[int]:
    if notices.first:
        words = notices.first.text.value + notices.first.until + notices.first.start
        yield ALERT_MARGIN + _height("x" * ALERT_TITLE + words, ALERT)


def _state(service: Service, context: Context) -> Iterator[int]:
    if service.schedule or any(at.schedule for at in service.locations):
        yield STATE
    if quick_exit_for((service.id,), context=context):
        yield EXIT


def _buttons(service: Service, context: Context) -> Iterator[int]:
    """What stands under the number counts only where another button comes after it."""
    walk_in = bool(service.locations) and "walk_in" in service.access
    for phone in service.phones[:1]:
        under = context.text(phone.description).value + context.text(phone.cost).value
        lines = _height(under, SMALL) + (SMALL[1] if phone.schedule else 0)
        yield BUTTON + (GAP + lines if walk_in else 0)
    if walk_in:
        yield BUTTON


def _height(text: str, line: tuple[int, int]) -> int:
    letters, pixels = line
    return ceil(len(text) / letters) * pixels
