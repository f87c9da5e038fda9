"""What holds for a while at a service: on hold, closed, different; the most important of it above the buttons.

Called by the builder of the page. However much there is to say, only a short line of it stands above the buttons, so
that whoever has a small phone can call or walk in without looking for how (LOOK, "A service, phone").
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from socialmap.model import Service
from socialmap.model.service import Alert, Closure
from socialmap.views.context import Context
from socialmap.views.notices import NoticeKind, NoticesView, NoticeView
from socialmap.views.parts import Text

WHOLE = 64
BRIEF = 40
LAST_DAY = 24


def build_notices(service: Service, *, status: str, context: Context) -> NoticesView:
    """The messages that hold now or later, most important first; none of a service that is no longer there."""
    found = () if status in ("stopped", "expired") else tuple(_notices(service, status, context))
    if not found:
        return NoticesView()
    first, rest = found[0], found[1:]
    if len(first.text.value) + (LAST_DAY if first.until else 0) <= WHOLE:
        return NoticesView(first, below=rest)
    return NoticesView(replace(first, text=_beginning(first.text)), is_cut=True, below=found)


def _notices(service: Service, status: str, context: Context) -> Iterator[NoticeView]:
    today = context.derived.today
    closed, alert = _current(service.closed, today), _current(service.alert, today)
    kind: NoticeKind = "closing" if closed and closed.from_date and closed.from_date > today else "closed"
    if status == "paused":
        yield _notice("paused", closed, context)
    elif closed and kind == "closed":
        yield _notice(kind, closed, context)
    if alert:
        yield _notice("alert", alert, context)
    if status != "paused" and closed and kind == "closing":
        yield _notice(kind, closed, context)


def _current(period: Closure | Alert | None, today: date) -> Closure | Alert | None:
    """A message of which the last day is not over."""
    return None if period is None or (period.until and period.until < today) else period


def _notice(kind: NoticeKind, period: Closure | Alert | None, context: Context) -> NoticeView:
    if period is None:
        return NoticeView(kind)
    start = context.date(period.from_date.isoformat()) if period.from_date and kind == "closing" else ""
    until = period.until.isoformat() if period.until else ""
    text = context.text(period.reason if isinstance(period, Closure) else period.text)
    return NoticeView(kind, text, start, context.date(until) if until else "", until)


def _beginning(text: Text) -> Text:
    """The first words of a text, as many as fit on a line or two of a small phone."""
    words = text.value[:BRIEF].rsplit(" ", 1)[0] if len(text.value) > BRIEF else text.value
    return Text(words.rstrip(" .,;:!?–-،؛") + " …", text.lang)
