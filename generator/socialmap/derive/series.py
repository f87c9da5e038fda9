"""Days as recurrence rules: the fewest series that say exactly the same days; called for calendars (RFC 5545).

The rules are found in the days themselves, not in what was written: so whatever words a schedule has, a calendar
that expands the series shows the days that the site shows, and no other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce
from itertools import pairwise
from math import gcd
from typing import Literal

from socialmap.text.hours import Day

Frequency = Literal["once", "weekly", "monthly"]
_ENOUGH = 3
_MANY = 12
_FAR = 6


@dataclass(frozen=True, slots=True)
class Series:
    """Days by a rule: from `first` to `last`, both included, every so many weeks or months, but not on `but_not`.

    Weekly on these weekdays; monthly on the nth weekdays of the month, or on the days of the month with these numbers.
    `once` is the day `first` alone.
    """

    first: date
    last: date
    frequency: Frequency = "once"
    every: int = 1
    days: tuple[Day, ...] = ()
    month_days: tuple[int, ...] = ()
    but_not: tuple[date, ...] = ()


def series_of(days: Iterable[date], /) -> tuple[Series, ...]:
    """Series that together have exactly these days, each of them once."""
    return tuple(_split(tuple(sorted(set(days)))))


def _split(days: tuple[date, ...]) -> Iterator[Series]:
    """One series for all when a rule fits them well, else one on either side of the widest gap."""
    if not days:
        return
    best = _best(days)
    if best and len(best.but_not) <= len(days) // 2:
        yield best
    elif len(days) < _ENOUGH:
        yield from (Series(day, day) for day in days)
    else:
        gaps = [later - earlier for earlier, later in pairwise(days)]
        at = gaps.index(max(gaps)) + 1
        yield from _split(days[:at])
        yield from _split(days[at:])


def _best(days: tuple[date, ...]) -> Series | None:
    """The rule with the fewest days to leave out, the simplest first; none for days that share no rule."""
    if len(days) < _ENOUGH:
        return None
    best: Series | None = None
    for rule in _rules(days):
        found = _leaving_out(rule, days)
        if best is None or len(found.but_not) < len(best.but_not):
            best = found
        if not best.but_not:
            break
    return best


def _rules(days: tuple[date, ...]) -> Iterator[Series]:
    """Every rule that has all of these days; it may have others too."""
    first, last = days[0], days[-1]
    weeks = _step((_monday(day) - _monday(first)).days // 7 for day in days)
    if weeks <= _FAR:
        yield Series(first, last, "weekly", weeks, tuple(Day(each) for each in sorted({day.weekday() for day in days})))
    months = _step(_month(day) - _month(first) for day in days)
    if months > _MANY:
        return
    for from_end in (False, True):
        nths = {_nth(day, from_end=from_end) for day in days}
        if len(nths) <= _FAR:
            yield Series(first, last, "monthly", months, tuple(sorted(nths)))
    numbers = {day.day for day in days}
    if len(numbers) <= _FAR:
        yield Series(first, last, "monthly", months, month_days=tuple(sorted(numbers)))


def _nth(day: date, *, from_end: bool) -> Day:
    """Which weekday of its month a day is; counted from the end for the last one when asked."""
    if from_end and (day + timedelta(weeks=1)).month != day.month:
        return Day(day.weekday(), -1)
    return Day(day.weekday(), (day.day + 6) // 7)


def _step(offsets: Iterable[int]) -> int:
    return reduce(gcd, offsets, 0) or 1


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _leaving_out(rule: Series, days: tuple[date, ...]) -> Series:
    wanted = frozenset(days)
    return replace(rule, but_not=tuple(day for day in expand(rule) if day not in wanted))


def expand(series: Series, /) -> Iterator[date]:
    """The days of a series in order, by its rule alone."""
    if series.frequency == "once":
        yield series.first
        return
    left_out = frozenset(series.but_not)
    days = _in_weeks(series) if series.frequency == "weekly" else _in_months(series)
    yield from (day for day in days if series.first <= day <= series.last and day not in left_out)


def _in_weeks(series: Series) -> Iterator[date]:
    monday = _monday(series.first)
    while monday <= series.last:
        yield from (monday + timedelta(days=day.weekday) for day in series.days)
        monday += timedelta(weeks=series.every)


def _in_months(series: Series) -> Iterator[date]:
    for ahead in range((series.last - series.first).days + 1):
        day = series.first + timedelta(days=ahead)
        if (_month(day) - _month(series.first)) % series.every == 0 and _is_on(series, day):
            yield day


def _is_on(series: Series, day: date) -> bool:
    nths = {_nth(day, from_end=True), _nth(day, from_end=False)}
    return day.day in series.month_days or not nths.isdisjoint(series.days)
