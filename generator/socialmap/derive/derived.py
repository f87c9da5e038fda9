"""All that is derived, together; made once per build from the catalogue and a day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from socialmap.catalogue import Catalogue, Key
from socialmap.derive.agenda import Agenda, Timetable, derive_agenda
from socialmap.derive.duties import duties
from socialmap.derive.freshness import Freshness, freshness
from socialmap.derive.places import Starts, neighbourhoods, starts
from socialmap.model import RECORD_TYPES, RecordType, Service
from socialmap.model.boundary import Boundary, PostcodeArea, Ring
from socialmap.text.hours import Days, Holidays, whole_weeks

NO_AGENDA = Agenda(date.min, date.min)
NO_STARTS = Starts()
NO_DAYS = Days(date.min, date.min, (), Holidays())
WIDE = frozenset(("municipality", "region", "national"))


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from the records on a day.

    `listed` are the services in lists: not those that have stopped, nor those that nobody checked for far too long,
    which are among the `expired` records of every type.
    `days` are those of this year and the next, for which browsers get to know when something is open.
    """

    today: date
    holidays: Mapping[str, Holidays]
    neighbourhood_of: Mapping[str, str]
    role_of: Mapping[Key, str]
    freshness: Mapping[Key, Freshness]
    listed: frozenset[str] = frozenset()
    expired: frozenset[Key] = frozenset()
    locations_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_theme: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_group: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_entrance: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_neighbourhood: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    areas_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    agenda: Agenda = NO_AGENDA
    days: Days = NO_DAYS
    starts: Starts = NO_STARTS
    outlines: Mapping[str, tuple[Ring, ...]] = field(default_factory=dict)

    def sinks(self, kind: RecordType, name: str) -> bool:
        """Whether a record comes after the others in lists: nobody checked it for twice as long as they should."""
        found = self.freshness.get((kind, name))
        return found is not None and found.level == "old"


def derive_all(
    catalogue: Catalogue,
    *,
    boundaries: Iterable[Boundary],
    holidays: Mapping[str, Holidays],
    today: date,
    postcodes: Iterable[PostcodeArea] = (),
    timetable: Timetable | None = None,
) -> Derived:
    """Everything derived from a catalogue; `holidays` are per language of their names.

    Without a `timetable` the agenda is empty: it takes most of the time, and only pages show it.
    """
    outlines, locations = tuple(boundaries), catalogue.locations.values()
    neighbourhood_of = neighbourhoods(locations, outlines)
    fresh = _freshness(catalogue, today)
    expired = frozenset(_expired(catalogue, fresh))
    services = [each for each in catalogue.services.values() if _is_listed(each, expired)]
    areas = {service.id: areas_of(service, neighbourhood_of) for service in services}
    return Derived(
        today=today,
        holidays=holidays,
        neighbourhood_of=neighbourhood_of,
        role_of=duties(catalogue, neighbourhood_of=neighbourhood_of),
        freshness=fresh,
        listed=frozenset(service.id for service in services),
        expired=expired,
        locations_of=_group((at.organization, at.id) for at in catalogue.locations.values() if at.organization),
        by_theme=_group((theme, s.id) for s in services for theme in s.themes),
        by_group=_group((group.term, s.id) for s in services for group in s.target_groups),
        by_entrance=_group((entrance, s.id) for s in services for entrance in entrances_of(s, catalogue)),
        by_neighbourhood=_group((area, name) for name, found in areas.items() for area in found),
        areas_of=areas,
        outlines={each.neighbourhood: each.rings for each in outlines},
        starts=starts(outlines, postcodes, locations=locations),
        agenda=derive_agenda(catalogue, services, timetable=timetable, today=today) if timetable else NO_AGENDA,
        days=_two_years(today, next(iter(holidays.values()), Holidays())),
    )


def _freshness(catalogue: Catalogue, today: date) -> dict[Key, Freshness]:
    kinds = catalogue.terms("kinds")
    return {
        (kind, name): freshness(record, kinds=kinds, today=today)
        for kind in RECORD_TYPES
        if kind != "role"
        for name, record in catalogue.records(kind).items()
    }


def _two_years(today: date, holidays: Holidays) -> Days:
    return whole_weeks(date(today.year, 1, 1), date(today.year + 1, 12, 31), holidays=holidays)


def _expired(catalogue: Catalogue, fresh: Mapping[Key, Freshness]) -> Iterator[Key]:
    """The records that nobody checked for far too long; what has stopped needs no check."""
    for (kind, name), found in fresh.items():
        if found.level == "expired" and catalogue.records(kind)[name].status != "stopped":
            yield kind, name


def _is_listed(service: Service, expired: frozenset[Key]) -> bool:
    return service.status != "stopped" and ("service", service.id) not in expired


def entrances_of(service: Service, catalogue: Catalogue) -> tuple[str, ...]:
    """The entrances a service is found under: its own, else those that share a theme, kind or group with it."""
    if service.entrances:
        return service.entrances
    groups = {group.term for group in service.target_groups}
    return tuple(
        name
        for name, term in catalogue.terms("entrances").items()
        if set(term.themes) & set(service.themes)
        or set(term.kinds) & set(service.kinds)
        or set(term.target_groups) & groups
    )


def areas_of(service: Service, neighbourhood_of: Mapping[str, str]) -> tuple[str, ...]:
    """The neighbourhoods a service is in: those of its places, and those it says it is for."""
    places = (neighbourhood_of.get(at.location, "") for at in service.locations)
    named = (name for name in service.service_area if name not in WIDE)
    return tuple(dict.fromkeys(name for name in (*places, *named) if name))


def _group(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = {}
    for key, value in pairs:
        groups.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in groups.items()}
