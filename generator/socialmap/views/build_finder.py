"""What a browser needs of all services to say what is open now and what is near: hours and points, no words.

Full-text search can do neither, as both depend on when and where the resident asks. Made once for all languages; the
pipeline writes it, `components/search/finder.js` reads it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from socialmap.derive.derived import WIDE
from socialmap.derive.places import public_point
from socialmap.model import Schedule, Service
from socialmap.views.build_hours import hours_word
from socialmap.views.context import Context

PAUSED = "x"
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FinderPlace:
    """Where and when one can go: the word of its hours (`text/hours/compact.py`), and its point when that is public."""

    hours: str
    point: Point | None


@dataclass(frozen=True, slots=True)
class FinderService:
    """A service: its id, its languages, its places in the order of the record, and whether it is for everybody here."""

    name: str
    languages: tuple[str, ...]
    places: tuple[FinderPlace, ...]
    wide: bool


@dataclass(frozen=True, slots=True)
class Finder:
    """All services in the order of their addresses, and the points from which a resident may look around."""

    services: tuple[FinderService, ...]
    neighbourhoods: Mapping[str, Point]
    postcodes: Mapping[str, Point]


def build_finder(*, context: Context) -> Finder:
    """The services in lists, ordered as the full-text index orders them: by the file name of their page."""
    names = sorted(context.derived.listed, key=lambda name: f"{name}.html")
    services = (context.catalogue.services[name] for name in names)
    starts = context.derived.starts
    known = context.catalogue.terms("neighbourhoods")
    neighbourhoods = {name: point for name, point in starts.neighbourhoods.items() if name in known}
    return Finder(tuple(_service(each, context) for each in services), neighbourhoods, starts.postcodes)


def _service(service: Service, context: Context) -> FinderService:
    languages = tuple(language for language in context.site.settings.languages if language in service.name)
    area = set(service.service_area)
    return FinderService(service.id, languages, tuple(_places(service, context)), not area or bool(area & WIDE))


def _places(service: Service, context: Context) -> Iterator[FinderPlace]:
    """The places of a service with its hours there, else its hours without a place."""
    for at in service.locations:
        location = context.catalogue.locations.get(at.location)
        if location:
            yield FinderPlace(_hours(service, at.schedule or service.schedule, context), public_point(location))
    if not service.locations:
        yield FinderPlace(_hours(service, service.schedule, context), None)


def _hours(service: Service, schedule: Schedule | None, context: Context) -> str:
    return PAUSED if service.status == "paused" else hours_word(schedule, service.closed, context=context)
