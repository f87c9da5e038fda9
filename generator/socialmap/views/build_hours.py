"""Opening hours as a page shows them, and the compact form from which the browser says what is open now."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from socialmap.model import Schedule
from socialmap.model.service import Closure
from socialmap.text.hours import Deviation, Period, Slot, exceptions, periods, week_table
from socialmap.text.hours.compact import closed_between, to_compact
from socialmap.views.context import Context
from socialmap.views.parts import DayView, ExceptionView, HoursView, RowView, Text

_KINDS = {"by_appointment": "appointment", "unknown": "unknown"}


def build_week(schedule: Schedule | None, *, context: Context) -> HoursView | None:
    """The regular week of a schedule, which is all that is told beside a phone number; nothing when there is none."""
    if schedule is None:
        return None
    known = context.memo.weeks.get(schedule.text)
    return known or context.memo.weeks.setdefault(schedule.text, _build_week(schedule, context))


def build_card_hours(schedule: Schedule | None, closed: Closure | None, *, context: Context) -> HoursView | None:
    """The regular week and the word from which a browser says what is open now, as a card shows them."""
    week = build_week(schedule, context=context)
    return replace(week, data=hours_word(schedule, closed, context=context)) if week else None


def build_hours(schedule: Schedule | None, *, context: Context, closed: Closure | None = None) -> HoursView | None:
    """The view of a schedule, perhaps with days on which all is closed; nothing when there is none."""
    if schedule is None:
        return None
    known = context.memo.hours.get(schedule.text)
    view = known or context.memo.hours.setdefault(schedule.text, _build_hours(schedule, context))
    return replace(view, data=hours_word(schedule, closed, context=context)) if closed else view


def hours_word(schedule: Schedule | None, closed: Closure | None = None, *, context: Context) -> str:
    """The word from which a browser says what is open now; empty without a schedule and a closure."""
    word = _word(schedule, context) if schedule else ""
    return closed_between(word, first=closed.from_date, last=closed.until) if closed else word


def _word(schedule: Schedule, context: Context, found: tuple[Deviation, ...] | None = None) -> str:
    """The word, remembered; `found` are the exceptions when they are known in the site's first language."""
    known = context.memo.words.get(schedule.text)
    if known is not None:
        return known
    word = to_compact(schedule.hours, context.derived.days, found=found)
    return context.memo.words.setdefault(schedule.text, word)


def _build_week(schedule: Schedule, context: Context) -> HoursView:
    hours = schedule.hours
    if hours.kind != "known":
        return HoursView(_KINDS[hours.kind])
    rows = week_table(hours)
    days = tuple(DayView(row.weekday, _clock_spans(row.slots)) for row in rows)
    apart = any(entry.rule is not None for row in rows for entry in row.entries)
    return HoursView(
        state="known",
        days=days if any(day.spans for day in days) else (),
        rows=tuple(_rows(days)),
        written=(Text(schedule.text, context.site.settings.editor_language),) if apart else (),
        ask_day=any(rule.rhythm and not (rule.days or rule.rhythm.start) for rule in hours.rules),
    )


def _build_hours(schedule: Schedule, context: Context) -> HoursView:
    week = _build_week(schedule, context)
    if week.state != "known":
        return replace(week, data=_word(schedule, context))
    hours, days = schedule.hours, context.derived.days
    found = exceptions(hours, context.derived.holidays[context.language], first=days.first, last=days.last)
    return replace(
        week,
        data=_word(schedule, context, found if context.language == context.site.language else None),
        exceptions=tuple(_exception(period, context) for period in periods(found)),
        appointment=hours.or_by_appointment or any(rule.state == "by_appointment" for rule in hours.rules),
        closed_on_holidays=any(rule.state == "closed" and "PH" in rule.holidays for rule in hours.rules),
    )


def _rows(days: Iterable[DayView]) -> Iterator[RowView]:
    for spans, same in groupby(days, key=lambda day: day.spans):
        if spans:
            yield RowView(tuple(day.weekday for day in same), spans)


def clock(minutes: int) -> str:
    """Minutes from midnight as `09:00`; past midnight it starts again."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _clock_spans(slots: Iterable[Slot]) -> tuple[tuple[str, str], ...]:
    return tuple((clock(slot.span.start), clock(slot.span.end)) for slot in slots if slot.state == "open" and slot.span)


def _exception(period: Period, context: Context) -> ExceptionView:
    first, last = context.date(period.first.isoformat()), context.date(period.last.isoformat())
    days = first if period.first == period.last else f"{first} – {last}"
    return ExceptionView(
        days, period.last.isoformat(), _clock_spans(period.slots), Text(period.reason, context.language)
    )
