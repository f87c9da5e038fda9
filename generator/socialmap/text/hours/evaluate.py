"""What opening hours mean on a day and at a moment; called by the week table, the exceptions and whoever asks."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from socialmap.text.hours.values import (
    ALL_DAY,
    DAY,
    Dates,
    Day,
    Holidays,
    Hours,
    Point,
    Rhythm,
    Rule,
    Span,
    State,
    Weeks,
)

_ONE = timedelta(days=1)
_HORIZON = 400
_RANK: tuple[State, ...] = ("open", "by_appointment", "unknown")


@dataclass(frozen=True, slots=True)
class Slot:
    """A span of one day with its state (never closed) and the comment of its rule."""

    span: Span
    state: State = "open"
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """The state at a moment, until when it lasts (None: it does not change, or nobody knows), and what comes then."""

    state: State
    until: datetime | None = None
    then: State | None = None
    comment: str = ""


def matches(rule: Rule, day: date, holidays: Holidays, /) -> bool:
    """Whether the rule is about this day."""
    return (
        _on_days(rule, day, holidays)
        and (not rule.dates or any(_in_dates(dates, day) for dates in rule.dates))
        and (not rule.weeks or any(_in_weeks(weeks, day) for weeks in rule.weeks))
        and (rule.rhythm is None or _in_rhythm(rule.rhythm, day))
    )


def _on_days(rule: Rule, day: date, holidays: Holidays) -> bool:
    if rule.holidays and holidays.has(day, kinds=rule.holidays):
        return True
    if rule.days:
        inside = not rule.within or holidays.has(day, kinds=rule.within)
        return inside and any(is_nth(each, day) for each in rule.days)
    return not rule.holidays


def is_nth(each: Day, day: date, /) -> bool:
    """Whether `day` is that weekday, and the nth of its month."""
    if each.weekday != day.weekday():
        return False
    if each.nth > 0:
        return (day.day + 6) // 7 == each.nth
    if each.nth < 0:
        return (day + timedelta(weeks=-each.nth)).month != day.month == (day + timedelta(weeks=-each.nth - 1)).month
    return True


def _in_dates(dates: Dates, day: date) -> bool:
    first, last = dates.first, dates.last
    if first.year:
        return first <= Point(day.year, day.month, day.day) <= last
    start, end, now = (first.month, first.day), (last.month, last.day), (day.month, day.day)
    return start <= now <= end if start <= end else now >= start or now <= end


def _in_weeks(weeks: Weeks, day: date) -> bool:
    number = day.isocalendar().week
    return weeks.first <= number <= weeks.last and (number - weeks.first) % weeks.step == 0


def _in_rhythm(rhythm: Rhythm, day: date) -> bool:
    """Without a start every candidate day matches, and its slots are unknown."""
    start = rhythm.start
    if start is None:
        return True
    if rhythm.unit == "month":
        return day >= start and (day.year * 12 + day.month - start.year * 12 - start.month) % rhythm.every == 0
    weeks = (day.toordinal() - day.weekday() - start.toordinal() + start.weekday()) // 7
    return day >= start and weeks % rhythm.every == 0


def rule_slots(rule: Rule, /) -> tuple[Slot, ...]:
    """The slots that a rule gives on a day it is about; none when it closes."""
    if rule.state == "closed":
        return ()
    unsure = rule.rhythm is not None and rule.rhythm.start is None
    state: State = "unknown" if unsure and rule.state == "open" else rule.state
    return tuple(Slot(span, state, rule.comment) for span in rule.spans or (ALL_DAY,))


def fold(slots: tuple[Slot, ...], rule: Rule, /) -> tuple[Slot, ...]:
    """The slots of a day once a further rule that is about it has spoken."""
    if rule.state == "closed":
        return tuple(left for slot in slots for left in _without(slot, rule.spans)) if rule.spans else ()
    return tuple(sorted((*slots, *rule_slots(rule)), key=_order)) if rule.adds else rule_slots(rule)


def _order(slot: Slot) -> tuple[Span, str, str]:
    return slot.span, slot.state, slot.comment


def _without(slot: Slot, spans: tuple[Span, ...]) -> tuple[Slot, ...]:
    left: tuple[Span, ...] = (slot.span,)
    for cut in spans:
        left = tuple(part for span in left for part in _cut(span, cut))
    return tuple(Slot(span, slot.state, slot.comment) for span in left)


def _cut(span: Span, cut: Span) -> tuple[Span, ...]:
    if cut.end <= span.start or cut.start >= max(span.end, span.start + 1):
        return (span,)
    before = (Span(span.start, cut.start),) if span.start < cut.start else ()
    after = (Span(cut.end, span.end, span.open_end),) if cut.end < span.end else ()
    return before + after


def spans_on(hours: Hours, day: date, holidays: Holidays, /) -> tuple[Slot, ...]:
    """The slots that begin on `day`, in order; an `end` past 1440 is on the next day. None means closed.

    Hours that are not `known` say nothing of any day: look at their kind first.
    """
    slots: tuple[Slot, ...] = ()
    for rule in hours.rules:
        if matches(rule, day, holidays):
            slots = fold(slots, rule)
    return slots


def spans_reader(hours: Hours, holidays: Holidays, /) -> Callable[[date], tuple[Slot, ...]]:
    """`spans_on` for many days, which works out only once what days on which the same rules hold have."""
    known: dict[tuple[object, ...], tuple[Slot, ...]] = {}
    key_of = _day_key(hours, holidays)

    def read(day: date) -> tuple[Slot, ...]:
        key = key_of(day)
        slots = known.get(key)
        return known.setdefault(key, spans_on(hours, day, holidays)) if slots is None else slots

    return read


def _day_key(hours: Hours, holidays: Holidays) -> Callable[[date], tuple[object, ...]]:
    """What decides which rules hold on a day: its weekday, which of its month it is, holidays; else the day itself."""
    kinds = {kind for rule in hours.rules for kind in (*rule.holidays, *rule.within)}
    public = holidays.public if "PH" in kinds else {}
    school = "SH" in kinds
    if any(rule.dates or rule.weeks or rule.rhythm for rule in hours.rules):
        return lambda day: (day,)
    if any(each.nth for rule in hours.rules for each in rule.days):
        return lambda day: (*_place_in_month(day), day in public, school and holidays.has(day, kinds=("SH",)))
    return lambda day: (day.weekday(), day in public, school and holidays.has(day, kinds=("SH",)))


def _place_in_month(day: date) -> tuple[int, int, int]:
    """The weekday, and the how manieth of its month it is from the start and from the end."""
    return day.weekday(), (day.day + 6) // 7, (monthrange(day.year, day.month)[1] - day.day) // 7


def state_at(hours: Hours, moment: datetime, holidays: Holidays, /) -> Moment:
    """The state at a naive local moment: open, closed, by appointment or unknown, and until when.

    An open end is open up to its known end and unknown from there until midnight.
    """
    if hours.kind != "known":
        return Moment("by_appointment" if hours.kind == "by_appointment" else "unknown")
    minute = moment.hour * 60 + moment.minute
    today = _day_parts(hours, moment.date(), holidays)
    now = next((part for part in reversed(today) if part[0] <= minute), today[0])
    for ahead in range(_HORIZON):
        day = moment.date() + ahead * _ONE
        for start, state, _ in today if ahead == 0 else _day_parts(hours, day, holidays):
            if state != now[1] and (ahead or start > minute):
                return Moment(now[1], _at(day, start), state, now[2])
    return Moment(now[1], None, None, now[2])


def _at(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minute)


def _day_parts(hours: Hours, day: date, holidays: Holidays) -> list[tuple[int, State, str]]:
    """The day from midnight to midnight as (start, state, comment), what began the day before included."""
    pieces = [piece for back in (1, 0) for piece in _pieces(hours, day - back * _ONE, holidays, back * DAY)]
    edges = sorted({0, *(edge for start, end, _, _ in pieces for edge in (start, end) if 0 < edge < DAY)})
    otherwise: State = "by_appointment" if hours.or_by_appointment else "closed"
    return [(edge, *_strongest(pieces, edge, otherwise)) for edge in edges]


def _pieces(hours: Hours, day: date, holidays: Holidays, shift: int) -> list[tuple[int, int, State, str]]:
    found: list[tuple[int, int, State, str]] = []
    for slot in spans_on(hours, day, holidays):
        start, end = slot.span.start - shift, slot.span.end - shift
        found.append((start, end, slot.state, slot.comment))
        if slot.span.open_end and slot.span.end < DAY:
            found.append((end, DAY - shift, "unknown", slot.comment))
    return found


def _strongest(pieces: list[tuple[int, int, State, str]], minute: int, otherwise: State) -> tuple[State, str]:
    here = [(state, comment) for start, end, state, comment in pieces if start <= minute < end]
    for state in _RANK:
        for found, comment in here:
            if found == state:
                return state, comment
    return otherwise, ""
