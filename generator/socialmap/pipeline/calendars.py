"""What stands beside pages: a calendar per activity, theme and neighbourhood, and the data of agenda and map.

Each is a job like a page: drawn by the workers, and only when what it is made of changed. Called by `build`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from socialmap.derive.agenda import make_open_days
from socialmap.derive.occurrences import Occurrence, OpenDays, times_of
from socialmap.derive.series import Series, series_of
from socialmap.exports.calendar import Event, write_calendar, write_event, write_zone
from socialmap.model import Schedule, Service
from socialmap.pipeline.digests import digest
from socialmap.pipeline.fingerprints import Fingerprints
from socialmap.pipeline.recalled import Recalled, open_recalled
from socialmap.render import Translations
from socialmap.text.words import slugify
from socialmap.views.build_agenda import ENTRIES, VOCABULARY
from socialmap.views.build_agenda_entries import build_entries
from socialmap.views.build_map import build_map_data
from socialmap.views.build_standing import mapped_locations
from socialmap.views.context import Context, Site
from socialmap.views.parts import Text
from socialmap.views.plan import PageJob
from socialmap.views.routes import PageKind

CALENDAR, DATA = "calendar", "entries"
COSTS = ("free", "amount", "income", "contribution", "voluntary")
ZONE = "Europe/Amsterdam"
YEAR = timedelta(days=395)
NEVER = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Calendars:
    """What calendars are made with; events and series are remembered, as several calendars hold the same."""

    site: Site
    contexts: Mapping[tuple[str, PageKind], Context]
    translations: Mapping[str, Translations]
    prints: Fingerprints
    first: date
    zone: ZoneInfo
    written_zone: bytes
    host: str
    open_days: Callable[[Schedule], OpenDays]
    events: Recalled
    series: dict[tuple[date, ...], tuple[Series, ...]] = field(default_factory=dict)

    def keep(self) -> None:
        """Keep the events for the next build, those of calendars that were not drawn in this one too."""
        self.events.keep(rest=2 * len(self.site.derived.agenda.coming) * len(self.site.settings.languages))


def make_calendars(
    site: Site,
    *,
    contexts: Mapping[tuple[str, PageKind], Context],
    translations: Mapping[str, Translations],
    prints: Fingerprints,
    memory: Path,
) -> Calendars:
    """Calendars from the first of this month and some days more than a year on, so that they change once a month."""
    first, zone = site.derived.agenda.first.replace(day=1), ZoneInfo(ZONE)
    open_days = make_open_days(site.derived.holidays[site.language], first=first, last=first + YEAR)
    written = write_zone(zone, first=first, last=first + YEAR)
    events = open_recalled(memory / "events", context=digest(prints.shared, first.isoformat()))
    return Calendars(site, contexts, translations, prints, first, zone, written, _host(site), open_days, events)


def plan_calendars(site: Site) -> tuple[PageJob, ...]:
    """A job for each calendar, and per language one for the data of the agenda and one for those of the map."""
    found = [job for language in site.settings.languages for job in _in_language(site, language)] if site.agenda else []
    return tuple(sorted((*found, *_map_data(site)), key=lambda job: job.route))


def _map_data(site: Site) -> Iterator[PageJob]:
    if not any(mapped_locations(site)):
        return
    for language in site.settings.languages:
        route = site.routes.route("map", language=language).removesuffix("html") + "js"
        yield PageJob("map", "", language, route, DATA)


def _in_language(site: Site, language: str) -> Iterator[PageJob]:
    terms = ((kind, part.term) for (kind, _), part in site.agenda.items() if part.term and part.page == 1)
    services: list[tuple[PageKind, str]] = [("service", name) for name in site.derived.agenda.coming]
    for kind, name in (*services, *terms):
        route = site.routes.calendar(kind, name, language=language)
        yield PageJob(kind, name, language, route, CALENDAR)
    folder = site.routes.route("agenda", language=language).rpartition("/")[0]
    yield PageJob("agenda", "", language, f"{folder}/{ENTRIES}", DATA)


def calendar_mark(job: PageJob, *, site: Site, prints: Fingerprints) -> str:
    """One short word for all that a calendar or the entries are made of."""
    if job.kind == "map":
        records = (word for _, word in sorted(prints.records.items()))
        return digest(prints.shared, job.route, *records, prints.standing, _outlines(site))
    agenda = site.derived.agenda
    day = agenda.first if job.template == DATA else agenda.first.replace(day=1)
    return digest(prints.shared, job.route, day.isoformat(), *_makings(_services(job, site), prints))


def _outlines(site: Site) -> str:
    return repr(sorted(site.derived.outlines.items()))


def _makings(services: Iterable[Service], prints: Fingerprints) -> Iterator[str]:
    for service in services:
        yield prints.records["service", service.id]
        yield from (prints.records.get(("location", at.location), "") for at in service.locations)


def _services(job: PageJob, site: Site) -> list[Service]:
    """The activities in a calendar or among the entries, in the order of their ids."""
    derived, services = site.derived, site.catalogue.services
    if job.kind == "service":
        return [services[job.name]]
    coming = (services[name] for name in sorted(derived.agenda.coming))
    if job.kind == "agenda_theme":
        return [service for service in coming if job.name in service.themes]
    if job.kind == "agenda_neighbourhood":
        return [service for service in coming if job.name in derived.areas_of.get(service.id, ())]
    return list(coming)


def draw_calendar(job: PageJob, *, calendars: Calendars) -> bytes:
    """The calendar or the module of entries that a job asks for."""
    context = calendars.contexts[job.language, job.kind]
    words = calendars.translations[job.language]
    if job.kind == "map":
        return build_map_data(context=context).encode()
    if job.template == DATA:
        costs = {kind: words.text(kind, context="cost") for kind in COSTS}
        return build_entries(context=context, costs=costs).encode()
    events = (_events(service, calendars, context) for service in _services(job, calendars.site))
    return write_calendar(events, name=_name(job, context).value, language=job.language, zone=calendars.written_zone)


def _name(job: PageJob, context: Context) -> Text:
    if job.kind == "service":
        return context.text(context.catalogue.services[job.name].name)
    return context.term_text(VOCABULARY[job.kind], job.name)


def _events(service: Service, calendars: Calendars, context: Context) -> bytes:
    """The events of a service, written: several calendars hold them, and hold them still when another one changed."""

    def write() -> str:
        events = (write_event(event, zone=calendars.zone) for event in _build_events(service, calendars, context))
        return b"".join(events).decode()

    key = digest(context.language, service.id, *_makings((service,), calendars.prints))
    found: str = calendars.events.of(key, write)
    return found.encode()


def _build_events(service: Service, calendars: Calendars, context: Context) -> Iterator[Event]:
    """An event for each place, time and series of days."""
    for (location, span), days in sorted(times_of(service, open_days=calendars.open_days).items()):
        for number, series in enumerate(_series(days, calendars)):
            at = Occurrence(series.first, span.start, span.end, service.id, location, span.open_end)
            yield _event(service, at, series, f"{number}@{calendars.host}", context)


def _series(days: tuple[date, ...], calendars: Calendars) -> tuple[Series, ...]:
    if days not in calendars.series:
        calendars.series[days] = series_of(days)
    return calendars.series[days]


def _event(service: Service, at: Occurrence, series: Series, ending: str, context: Context) -> Event:
    name, summary = context.text(service.name), context.text(service.summary)
    url = _address(service, context)
    return Event(
        uid=f"{service.id}-{at.location or 'x'}-{at.start}-{at.end}-{ending}",
        series=series,
        start=at.start,
        end=None if at.open_end and at.end == at.start else at.end,
        stamp=service.last_modified or service.assured_date or service.added or NEVER,
        summary=name.value,
        language=name.lang,
        description="\n".join(filter(None, (summary.value, context.text(service.registration).value, url))),
        location=_where(at.location, context),
        point=_point(at.location, context),
        url=url,
    )


def _where(name: str, context: Context) -> str:
    location = context.catalogue.locations.get(name)
    if location is None:
        return ""
    address = () if location.confidential else (location.address, location.postal_code, location.city)
    return ", ".join(filter(None, (context.text(location.name).value, *address)))


def _point(name: str, context: Context) -> tuple[float, float] | None:
    """The point of a place, unless it is secret."""
    location = context.catalogue.locations.get(name)
    if location is None or location.confidential or location.latitude is None or location.longitude is None:
        return None
    return location.latitude, location.longitude


def _address(service: Service, context: Context) -> str:
    site = context.site
    route = site.routes.route("service", service.id, language=context.language)
    return f"{site.settings.site_url.rstrip('/')}/{route}" if site.settings.site_url else ""


def _host(site: Site) -> str:
    own = urlsplit(site.settings.site_url).hostname
    return own or f"{slugify(site.settings.municipality) or 'socialmap'}.invalid"
