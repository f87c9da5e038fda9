"""What is on in the coming weeks, day by day, and all days of each activity; called by `derive_all`."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain

from socialmap.catalogue import Catalogue
from socialmap.derive.occurrences import Occurrence, OpenDays, Times, occurrences, open_days, times_of
from socialmap.model import Schedule, Service
from socialmap.text.hours import Holidays, days_between

WEEKS = 8
OFTEN = 4
YEAR = timedelta(days=365)
Timetable = Callable[[date, date], Callable[[Service], Times]]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What takes place from `first` to `last`, both included, day by day in the order of the time it starts.

    `often` are the services that are there four days a week or more: they have no place among the days, because they
    would hide what is special there. `coming` are all activities with a day in the next year, near or far.
    """

    first: date
    last: date
    days: Mapping[date, tuple[Occurrence, ...]] = field(default_factory=dict)
    often: frozenset[str] = frozenset()
    coming: frozenset[str] = frozenset()


def derive_agenda(catalogue: Catalogue, services: Iterable[Service], *, timetable: Timetable, today: date) -> Agenda:
    """The agenda from `today` to the end of a week, eight weeks on; days without anything are not among its days."""
    last = today + timedelta(weeks=WEEKS, days=6 - today.weekday())
    near, later = timetable(today, last), timetable(last, today + YEAR)
    activities = tuple(service for service in services if is_activity(service, catalogue))
    found = {service.id: occurrences(service.id, near(service)) for service in activities}
    often = frozenset(name for name, each in found.items() if _is_often(each))
    coming = frozenset(service.id for service in activities if found[service.id] or later(service))
    return Agenda(today, last, _by_day(each for name, each in found.items() if name not in often), often, coming)


def _by_day(found: Iterable[tuple[Occurrence, ...]]) -> dict[date, tuple[Occurrence, ...]]:
    days: dict[date, list[Occurrence]] = {}
    for each in sorted(chain.from_iterable(found)):
        days.setdefault(each.day, []).append(each)
    return {day: tuple(members) for day, members in days.items()}


def _is_often(found: tuple[Occurrence, ...]) -> bool:
    """Whether these are on four days or more in most of the weeks."""
    weeks = Counter((day.toordinal() - 1) // 7 for day in {each.day for each in found})
    return sum(days >= OFTEN for days in weeks.values()) > WEEKS // 2


def is_activity(service: Service, catalogue: Catalogue) -> bool:
    """Whether a service stands in the agenda: the vocabulary says so of one of its kinds."""
    kinds = catalogue.terms("kinds")
    return any(kinds[kind].agenda for kind in service.kinds if kind in kinds)


def make_timetable(holidays: Holidays, /) -> Timetable:
    """The times of services between two days, both included."""

    def between(first: date, last: date) -> Callable[[Service], Times]:
        days_of = make_open_days(holidays, first=first, last=last)
        return lambda service: times_of(service, open_days=days_of)

    return between


def make_open_days(holidays: Holidays, *, first: date, last: date) -> Callable[[Schedule], OpenDays]:
    """The days on which a schedule is open between two days, worked out once for the same words."""
    known: dict[str, OpenDays] = {}
    days = days_between(first, last, holidays=holidays)

    def days_of(schedule: Schedule) -> OpenDays:
        if schedule.text not in known:
            known[schedule.text] = open_days(schedule.hours, days)
        return known[schedule.text]

    return days_of
