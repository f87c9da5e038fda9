"""On which days and at what times a service takes place, from its hours; called by the agenda and for calendars."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from socialmap.model import Schedule, Service
from socialmap.text.hours import Days, Hours, Span
from socialmap.text.hours.calendar import goes_by_date, slots_reader
from socialmap.text.hours.values import ALL_DAY

OpenDays = Mapping[Span, tuple[date, ...]]
Times = Mapping[tuple[str, Span], tuple[date, ...]]
_WEEK = frozenset(range(7))


class Occurrence(NamedTuple):
    """Once that a service takes place; a named tuple because a build makes and sorts a hundred thousand of them.

    `start` and `end` are minutes from midnight of `day`; an `end` past 1440 is after midnight. With `open_end` it may
    last longer, and when `end` is `start` only the beginning is known. `location` is empty where there is no one place.
    """

    day: date
    start: int
    end: int
    service: str
    location: str = ""
    open_end: bool = False


def open_days(hours: Hours, days: Days, /) -> OpenDays:
    """The days of these on which it is surely open, by the times; whole days are not among the times.

    A rhythm of which nobody knows when it started ("om de week") gives none, and neither does "op afspraak".
    """
    weekdays, read = _weekdays(hours), slots_reader(hours, days)
    groups = ((word, (day,)) for day, word in days.days) if goes_by_date(hours) else days.alike.items()
    found: dict[Span, list[date]] = {}
    for word, alike in groups:
        for slot in read(alike[0], word) if word[0] in weekdays else ():
            if slot.state == "open" and slot.span != ALL_DAY:
                found.setdefault(slot.span, []).extend(alike)
    return {span: tuple(sorted(set(open_on))) for span, open_on in found.items()}


def _weekdays(hours: Hours) -> frozenset[int]:
    """The weekdays on which anything can be; holidays and dates may be any."""
    named: set[int] = set()
    for rule in hours.rules:
        if rule.state == "open":
            if not rule.days or rule.holidays:
                return _WEEK
            named.update(day.weekday for day in rule.days)
    return frozenset(named)


def occurrences(name: str, times: Times, /) -> tuple[Occurrence, ...]:
    """Each time that a service with this id takes place, in order."""
    found = (
        Occurrence(day, span.start, span.end, name, location, span.open_end)
        for (location, span), days in times.items()
        for day in days
    )
    return tuple(sorted(found))


def times_of(service: Service, *, open_days: Callable[[Schedule], OpenDays]) -> Times:
    """The days on which a service takes place, by its place and time; `open_days` gives those of a schedule.

    A service that is paused or stopped has none. Days before its start, after its end, on which it is cancelled or
    within a closure are left out.
    """
    found: dict[tuple[str, Span], tuple[date, ...]] = {}
    if service.status != "active":
        return {}
    for location, schedule in _places(service):
        for span, days in open_days(schedule).items():
            others = found.get((location, span))
            found[location, span] = tuple(sorted({*others, *days})) if others else days
    return _within_limits(service, found) if _is_limited(service) else found


def _within_limits(service: Service, found: Times) -> Times:
    kept = {key: tuple(day for day in days if takes_place(service, day)) for key, days in found.items()}
    return {key: days for key, days in kept.items() if days}


def _is_limited(service: Service) -> bool:
    return bool(
        service.start_date or service.end_date or service.valid_until or service.cancelled or service.closed is not None
    )


def takes_place(service: Service, day: date, /) -> bool:
    """Whether a day is between the first and last day of a service, and neither cancelled nor within a closure."""
    if service.start_date and day < service.start_date:
        return False
    if any(end and day > end for end in (service.end_date, service.valid_until)):
        return False
    return day not in service.cancelled and not _is_closed(service, day)


def _is_closed(service: Service, day: date) -> bool:
    closed = service.closed
    if closed is None:
        return False
    return (closed.from_date is None or closed.from_date <= day) and (closed.until is None or day <= closed.until)


def _places(service: Service) -> Iterator[tuple[str, Schedule]]:
    """Each schedule with its place; the service's own is at the one place that has none of its own, else at none."""
    for at in service.locations:
        if at.schedule:
            yield at.location, at.schedule
    if service.schedule:
        without = [at.location for at in service.locations if not at.schedule]
        yield (without[0] if len(without) == 1 else ""), service.schedule
