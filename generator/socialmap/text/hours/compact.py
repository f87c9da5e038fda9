"""Opening hours as one short word from which a browser says what is open now; called by views, read by `hours/open.js`.

The word holds what `spans_on` gives for each day of a period, not the rules: a regular week, and days on which another
one holds. So the browser needs no rules, no holidays and no names, and can not disagree with the table beside it.

    hours = ["~"] week *("|" days "=" week)    `~`: outside the times written by appointment, else closed
    week  = state / [group *(";" group)]       the later week whose days hold a day is the one that counts
    group = weekdays ":" span *("," span)      weekdays as digits, Monday is 0; a day that is not named is closed
    span  = start "-" end ["+"] [state]        minutes; past 1440 is after midnight; `+`: perhaps longer
    days  = date ["-" date] *("," date …)      as YYMMDD, the last day included
    state = "a" / "u" / "x"                    by appointment, unknown, temporarily closed
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from socialmap.text.hours.evaluate import Slot, spans_reader
from socialmap.text.hours.values import Holidays, Hours
from socialmap.text.hours.week import DayRow, Deviation, exceptions, week_table

Day = tuple[str, ...]
Week = tuple[Day, ...]

_ONE = timedelta(days=1)
_SEASON = 3
_ALWAYS_AFTER = "991231"
_STATES: Mapping[str, str] = {"open": "", "by_appointment": "a", "unknown": "u"}
_KINDS: Mapping[str, str] = {"by_appointment": "a", "unknown": "u"}


def to_compact(
    hours: Hours, holidays: Holidays, /, *, first: date, last: date, found: Sequence[Deviation] | None = None
) -> str:
    """The word for these hours, right for each day from `first` to `last`, both included.

    After `last`, hours of another kind than every week are unknown. Who has the `exceptions` of these days already
    gives them as `found`.
    """
    if hours.kind != "known":
        return _KINDS[hours.kind]
    rows = week_table(hours)
    if any(entry.rule is not None for row in rows for entry in row.entries):
        week, sections = _by_day(hours, holidays, first, last)
    else:
        found = exceptions(hours, holidays, first=first, last=last) if found is None else found
        week, sections = _by_week(rows, found)
    return ("~" if hours.or_by_appointment else "") + "|".join((_week(week), *sections))


def closed_between(word: str, /, *, first: date | None, last: date | None) -> str:
    """The same hours, temporarily closed from `first` to `last`; without hours the rest is unknown."""
    start = _date(first) if first else "000101"
    return f"{word or 'u'}|{start}-{_date(last) if last else _ALWAYS_AFTER}=x"


def _by_week(rows: Sequence[DayRow], found: Iterable[Deviation]) -> tuple[Week, list[str]]:
    """The regular week and its dated exceptions, as the table shows them."""
    other = {deviation.day: _day(deviation.slots) for deviation in found}
    return tuple(_day(row.slots) for row in rows), list(_sections(other))


def _by_day(hours: Hours, holidays: Holidays, first: date, last: date) -> tuple[Week, list[str]]:
    """The most usual week; seasons of at least some weeks; each other day; and nothing known after the last."""
    start = first - timedelta(days=first.weekday())
    read = spans_reader(hours, holidays)
    weeks = [_week_of(read, start + timedelta(weeks=at)) for at in range((last - start).days // 7 + 1)]
    usual = Counter(weeks).most_common(1)[0][0]
    seasons: dict[Week, list[int]] = {}
    apart: dict[date, Day] = {}
    at = 0
    for week, run in groupby(weeks):
        length = len(list(run))
        days = [start + timedelta(days=day) for day in range(7 * at, 7 * (at + length))]
        at += length
        if week != usual and length >= _SEASON:
            seasons.setdefault(week, []).extend(day.toordinal() for day in days)
        elif week != usual:
            apart.update({day: week[day.weekday()] for day in days if week[day.weekday()] != usual[day.weekday()]})
    after = f"{_date(start + timedelta(weeks=at))}-{_ALWAYS_AFTER}=u"
    return usual, [*(f"{_ranges(days)}={_week(week)}" for week, days in seasons.items()), *_sections(apart), after]


def _week_of(read: Callable[[date], tuple[Slot, ...]], monday: date) -> Week:
    return tuple(_day(read(monday + day * _ONE)) for day in range(7))


def _sections(other: Mapping[date, Day]) -> Iterator[str]:
    """A part for each distinct day, with the dates on which it holds."""
    groups: dict[Day, list[date]] = {}
    for day, spans in sorted(other.items()):
        groups.setdefault(spans, []).append(day)
    for spans, days in groups.items():
        weekdays = "".join(map(str, sorted({day.weekday() for day in days})))
        yield f"{_ranges(day.toordinal() for day in days)}={weekdays + ':' + ','.join(spans) if spans else ''}"


def _ranges(ordinals: Iterable[int]) -> str:
    runs: list[list[int]] = []
    for day in ordinals:
        if runs and day == runs[-1][1] + 1:
            runs[-1][1] = day
        else:
            runs.append([day, day])
    return ",".join(_span_of(date.fromordinal(low), date.fromordinal(high)) for low, high in runs)


def _span_of(first: date, last: date) -> str:
    return _date(first) if first == last else f"{_date(first)}-{_date(last)}"


def _date(day: date) -> str:
    return f"{day:%y%m%d}"


def _week(week: Week) -> str:
    groups: dict[Day, str] = {}
    for weekday, spans in enumerate(week):
        if spans:
            groups[spans] = groups.get(spans, "") + str(weekday)
    return ";".join(f"{weekdays}:{','.join(spans)}" for spans, weekdays in groups.items())


def _day(slots: Iterable[Slot]) -> Day:
    return tuple(
        f"{slot.span.start}-{slot.span.end}{'+' if slot.span.open_end else ''}{_STATES[slot.state]}" for slot in slots
    )
