"""On which days and at what times a service takes place, from its hours; called by the agenda and for calendars."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from socialmap.model import Schedule, Service
from socialmap.text.hours import Holidays, Hours, Slot, spans_on
from socialmap.text.hours.values import ALL_DAY

Slots = tuple[tuple[date, Slot], ...]
_WEEK = frozenset(range(7))


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """Once that a service takes place.

    `start` and `end` are minutes from midnight of `day`; an `end` past 1440 is after midnight. With `open_end` it may
    last longer, and when `end` is `start` only the beginning is known. `location` is empty where there is no one place.
    """

    day: date
    start: int
    end: int
    service: str
    location: str = ""
    open_end: bool = False


def open_slots(hours: Hours, holidays: Holidays, /, *, first: date, last: date) -> Slots:
    """The slots from `first` to `last`, both included, in which it is surely open; whole days are not among them.

    A rhythm of which nobody knows when it started ("om de week") gives none, and neither does "op afspraak".
    """
    weekdays = _weekdays(hours)
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    return tuple(
        (day, slot)
        for day in days
        if day.weekday() in weekdays
        for slot in spans_on(hours, day, holidays)
        if slot.state == "open" and slot.span != ALL_DAY
    )


def _weekdays(hours: Hours) -> frozenset[int]:
    """The weekdays on which anything can be; holidays and dates may be any."""
    named: set[int] = set()
    for rule in hours.rules:
        if rule.state == "open":
            if not rule.days or rule.holidays:
                return _WEEK
            named.update(day.weekday for day in rule.days)
    return frozenset(named)


def occurrences(service: Service, *, slots: Callable[[Schedule], Slots]) -> tuple[Occurrence, ...]:
    """Each time that a service takes place, in order; `slots` gives the open slots of a schedule in the days asked for.

    A service that is paused or stopped has none. Days before its start, after its end, on which it is cancelled or
    within a closure are left out.
    """
    if service.status != "active":
        return ()
    found = (
        Occurrence(day, slot.span.start, slot.span.end, service.id, location, slot.span.open_end)
        for location, schedule in _places(service)
        for day, slot in slots(schedule)
        if takes_place(service, day)
    )
    return tuple(sorted(set(found)))


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
