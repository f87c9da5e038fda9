"""The pages of the agenda, and what is on today for the home page."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from socialmap.derive.occurrences import Occurrence
from socialmap.views.agenda import AgendaDayView, AgendaView, EntryView, WeekView
from socialmap.views.agenda_slices import AgendaSlice, mondays, numbered
from socialmap.views.build_hours import clock
from socialmap.views.build_parts import build_cost, cards
from socialmap.views.context import Context
from socialmap.views.parts import NO_TEXT, Link, Text
from socialmap.views.routes import PageKind

ENTRIES = "entries.js"
TODAY = 12
VOCABULARY: dict[PageKind, str] = {"agenda_theme": "themes", "agenda_neighbourhood": "neighbourhoods"}


def build_agenda(kind: PageKind, name: str, *, context: Context) -> AgendaView:
    """The view of a page of the agenda."""
    part = context.site.agenda[kind, name]
    front = kind == "agenda"
    return AgendaView(
        kind=kind,
        name=_name(kind, part, context),
        days=_days(kind, part, context),
        made=context.date(context.derived.agenda.first.isoformat()),
        last=context.date(context.derived.agenda.last.isoformat()),
        last_iso=context.derived.agenda.last.isoformat(),
        all=_all(context),
        often=cards(part.often, context=context),
        often_link=_often(context) if front else None,
        home="" if front else context.links.to("agenda"),
        calendar=context.links.calendar(kind, part.term) if part.term else "",
        page=part.page,
        pages=part.pages,
        previous=_beside(kind, name, part, -1, context),
        next=_beside(kind, name, part, 1, context),
        weeks=_weeks(context) if kind in ("agenda", "agenda_week") else (),
        themes=_terms("agenda_theme", context) if front else (),
        neighbourhoods=_terms("agenda_neighbourhood", context) if front else (),
        free=Link(NO_TEXT, context.links.to("agenda_free")) if front and _has("agenda_free", "", context) else None,
        data=ENTRIES if front else "",
    )


def build_entry(each: Occurrence, *, context: Context) -> EntryView:
    """The view of once that something takes place."""
    service = context.catalogue.services[each.service]
    location = context.catalogue.locations.get(each.location)
    neighbourhood = context.derived.neighbourhood_of.get(each.location, "")
    over = datetime(each.day.year, each.day.month, each.day.day) + timedelta(minutes=_end(each))
    return EntryView(
        name=context.text(service.name),
        href=context.links.to("service", service.id),
        start=clock(each.start),
        end="" if each.open_end and each.end == each.start else clock(each.end),
        until=over.isoformat(timespec="minutes"),
        place=context.text(location.name) if location else NO_TEXT,
        neighbourhood=context.term_text("neighbourhoods", neighbourhood) if neighbourhood else NO_TEXT,
        cost=build_cost(service.cost, context=context),
    )


def build_today(*, context: Context) -> tuple[EntryView, ...]:
    """What is on today, spread over the day when it is too much for the home page."""
    agenda = context.derived.agenda
    found = agenda.days.get(agenda.first, ())
    chosen = found if len(found) <= TODAY else [found[at * len(found) // TODAY] for at in range(TODAY)]
    return tuple(build_entry(each, context=context) for each in chosen)


def _end(each: Occurrence) -> int:
    """When it is over, in minutes; an end that nobody knows is the end of the day."""
    return max(each.end, 24 * 60 - 1) if each.open_end else each.end


def _name(kind: PageKind, part: AgendaSlice, context: Context) -> Text:
    if part.term:
        return context.term_text(VOCABULARY[kind], part.term)
    if part.first is None or kind == "agenda":
        return NO_TEXT
    formats = context.site.formats[context.language]
    write = formats.day if kind == "agenda_day" else formats.short
    return Text(write(part.first.isoformat()), context.language)


def _days(kind: PageKind, part: AgendaSlice, context: Context) -> tuple[AgendaDayView, ...]:
    totals = part.totals or tuple(len(members) for _, members in part.days)
    return tuple(
        _day(kind, day, members, total, context) for (day, members), total in zip(part.days, totals, strict=True)
    )


def _day(kind: PageKind, day: date, members: Iterable[Occurrence], total: int, context: Context) -> AgendaDayView:
    iso = day.isoformat()
    entries = tuple(build_entry(each, context=context) for each in members)
    more = Link(NO_TEXT, context.links.to("agenda_day", iso), total) if total > len(entries) else None
    formats = context.site.formats[context.language]
    return AgendaDayView(
        iso,
        formats.day(iso),
        formats.brief(iso),
        entries,
        more,
        "" if kind == "agenda_day" else context.links.to("agenda_day", iso),
    )


def _weeks(context: Context) -> tuple[WeekView, ...]:
    short = context.site.formats[context.language].short
    return tuple(
        WeekView(
            Text(short(monday.isoformat()), context.language),
            context.links.to("agenda_week", monday.isoformat()),
            f"{(monday + timedelta(days=6)).isoformat()}T23:59",
        )
        for monday in mondays(context.derived)
    )


def _terms(kind: PageKind, context: Context) -> tuple[Link, ...]:
    names = context.catalogue.terms(VOCABULARY[kind])
    return tuple(context.term_link(kind, VOCABULARY[kind], name) for name in names if _has(kind, name, context))


def _all(context: Context) -> Link:
    """All activities, on whatever day: what the search page finds of the kinds that the agenda has."""
    kinds = "&".join(f"kind={term.id}" for term in context.catalogue.terms("kinds").values() if term.agenda)
    return Link(NO_TEXT, f"{context.links.to('search')}?{kinds}")


def _has(kind: PageKind, name: str, context: Context) -> bool:
    return (kind, name) in context.site.agenda


def _often(context: Context) -> Link | None:
    count = len(context.derived.agenda.often)
    return Link(NO_TEXT, context.links.to("agenda_often"), count) if count else None


def _beside(kind: PageKind, name: str, part: AgendaSlice, step: int, context: Context) -> Link | None:
    """The page before or after: of the same list, else the next day or week."""
    page = part.page + step
    if 1 <= page <= part.pages:
        own = name.rpartition("_")[0] if part.page > 1 else name
        return Link(NO_TEXT, context.links.to(kind, numbered(own, page)))
    if part.first and kind in ("agenda_day", "agenda_week"):
        return _other_day(kind, part.first, step, context)
    return None


def _other_day(kind: PageKind, day: date, step: int, context: Context) -> Link | None:
    days = list(mondays(context.derived)) if kind == "agenda_week" else sorted(context.derived.agenda.days)
    at = days.index(day) + step
    if not 0 <= at < len(days):
        return None
    formats = context.site.formats[context.language]
    write = formats.short if kind == "agenda_week" else formats.day
    iso = days[at].isoformat()
    return Link(Text(write(iso), context.language), context.links.to(kind, iso))
