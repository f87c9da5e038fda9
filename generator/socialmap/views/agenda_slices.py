"""Which pages the agenda has, and what stands on each; called once per build, before any page is made.

No page grows with the number of services: a list that is too long goes on at a page with the next number.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from socialmap.catalogue import Catalogue
from socialmap.derive import Derived
from socialmap.derive.occurrences import Occurrence
from socialmap.views.routes import PageKind

IN_A_WEEK = 10
SLACK = 2
ON_A_PAGE = 60
PAGES = 5
WEEK = 7
Days = tuple[tuple[date, tuple[Occurrence, ...]], ...]


@dataclass(frozen=True, slots=True)
class AgendaSlice:
    """What stands on one page: days with what is on, or services that are there nearly always.

    `totals` says per day how many there are when not all are shown. `first` is the day a week or day page is about.
    """

    days: Days = ()
    often: tuple[str, ...] = ()
    totals: tuple[int, ...] = ()
    first: date | None = None
    term: str = ""
    page: int = 1
    pages: int = 1


Slices = Mapping[tuple[PageKind, str], AgendaSlice]


def numbered(name: str, page: int) -> str:
    """The name of a page of a list: the first has the list's own, the second `name_2`."""
    return name if page == 1 else f"{name}_{page}"


def agenda_slices(catalogue: Catalogue, derived: Derived) -> Slices:
    """Every page of the agenda by its kind and name; none when the vocabulary has nothing for an agenda."""
    if not any(term.agenda for term in catalogue.terms("kinds").values()):
        return {}
    agenda = derived.agenda
    found: dict[tuple[PageKind, str], AgendaSlice] = {("agenda", ""): _days(derived, agenda.first)}
    for monday in mondays(derived):
        found["agenda_week", monday.isoformat()] = _days(derived, monday)
    for day, members in agenda.days.items():
        found.update(_pages("agenda_day", day.isoformat(), members, first=day))
    found.update(_of_terms(catalogue, derived))
    often = sorted(agenda.often)
    chunks = [often[at : at + ON_A_PAGE] for at in range(0, len(often), ON_A_PAGE)]
    for page, chunk in enumerate(chunks, 1):
        found["agenda_often", numbered("", page)] = AgendaSlice(often=tuple(chunk), page=page, pages=len(chunks))
    return found


def mondays(derived: Derived) -> tuple[date, ...]:
    """The Monday of each week of the agenda."""
    first = derived.agenda.first - timedelta(days=derived.agenda.first.weekday())
    weeks = ((derived.agenda.last - first).days + 1) // WEEK
    return tuple(first + timedelta(weeks=ahead) for ahead in range(weeks))


def areas_at(each: Occurrence, derived: Derived) -> tuple[str, ...]:
    """The neighbourhood where it takes place; without a place, those that the service is for."""
    place = derived.neighbourhood_of.get(each.location, "")
    return (place,) if place else derived.areas_of.get(each.service, ())


def is_free(name: str, catalogue: Catalogue) -> bool:
    """Whether a service costs nothing."""
    cost = catalogue.services[name].cost
    return cost is not None and cost.kind == "free"


def _days(derived: Derived, first: date) -> AgendaSlice:
    """The seven days from `first`, each with the first of what is on."""
    found = derived.agenda.days
    days = [first + timedelta(days=ahead) for ahead in range(WEEK)]
    here = [(day, found[day]) for day in days if day in found]
    shown = tuple((day, _first(members)) for day, members in here)
    return AgendaSlice(shown, totals=tuple(len(members) for _, members in here), first=first)


def _first(members: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
    """The first of a day, or all when hardly any would be left out."""
    return members if len(members) <= IN_A_WEEK + SLACK else members[:IN_A_WEEK]


def _of_terms(catalogue: Catalogue, derived: Derived) -> Iterator[tuple[tuple[PageKind, str], AgendaSlice]]:
    themes: dict[str, list[Occurrence]] = {}
    areas: dict[str, list[Occurrence]] = {}
    free: list[Occurrence] = []
    for each in (each for members in derived.agenda.days.values() for each in members):
        for theme in catalogue.services[each.service].themes:
            themes.setdefault(theme, []).append(each)
        for area in areas_at(each, derived):
            areas.setdefault(area, []).append(each)
        if is_free(each.service, catalogue):
            free.append(each)
    for name, members in sorted(themes.items()):
        yield from _pages("agenda_theme", name, members, term=name)
    for name, members in sorted(areas.items()):
        yield from _pages("agenda_neighbourhood", name, members, term=name)
    if free:
        yield from _pages("agenda_free", "", free)


def _pages(
    kind: PageKind, name: str, members: Iterable[Occurrence], *, first: date | None = None, term: str = ""
) -> Iterator[tuple[tuple[PageKind, str], AgendaSlice]]:
    """The pages of a list; lists over all days end after a few pages, as each day has pages of its own."""
    found = list(members)
    chunks = [found[at : at + ON_A_PAGE] for at in range(0, len(found), ON_A_PAGE)]
    chunks = chunks if first else chunks[:PAGES]
    for page, chunk in enumerate(chunks, 1):
        days = tuple((day, tuple(each)) for day, each in groupby(chunk, key=lambda each: each.day))
        slice_ = AgendaSlice(days, first=first, term=term, page=page, pages=len(chunks))
        yield (kind, numbered(name, page)), slice_
