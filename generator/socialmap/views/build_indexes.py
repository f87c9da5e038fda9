"""Pages of names that link on: all themes, A to Z, all places. A long index has a page per letter or neighbourhood."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from socialmap.model import Location, Service
from socialmap.views.build_lists import VOCABULARY, services_under
from socialmap.views.build_standing import listed_locations
from socialmap.views.build_stopped import STOPPED, build_stopped
from socialmap.views.context import Context, IndexPart
from socialmap.views.pages import IndexView, SectionView
from socialmap.views.paging import LINKS, build_pager, on_page, page_count
from socialmap.views.parts import NO_TEXT, Link, Text, WayView
from socialmap.views.routes import PageKind
from socialmap.views.sorting import SIGN, first_letter, letter_key, letter_rank, reads_later, sort_name

Rank = tuple[bool, bool, str]

FIGURES = "0–9"
WHOLE = 400


def build_themes(*, context: Context) -> IndexView:
    """All themes and the ways in beside them."""
    kinds: tuple[PageKind, ...] = ("theme", "entrance", "target_group", "neighbourhood")
    sections = tuple(_terms_section(kind, context) for kind in kinds)
    return IndexView("themes", sum(len(section.links) for section in sections), sections, _headings(sections), None)


def build_index(kind: PageKind, part: str = "", page: int = 1, *, context: Context) -> IndexView:
    """A page of A to Z or of all places: everything when that is short, else the ways to its parts, or a part."""
    parts = index_parts(kind, context=context)
    count = _count(parts)
    if part:
        return _part(kind, parts[part], page, context=context)
    if count > WHOLE:
        return IndexView(kind, count, (), tuple(_ways(kind, parts.values(), context)), None)
    sections = tuple(SectionView(each.title, _anchor(kind, each.key), links=each.links) for each in parts.values())
    return IndexView(kind, count, sections, _headings(sections), None)


def index_pages(kind: PageKind, *, context: Context) -> Iterator[tuple[str, int]]:
    """The pages of an index as its parts and their numbers; the first has no name and is its start."""
    yield "", 1
    parts = index_parts(kind, context=context)
    if _count(parts) > WHOLE:
        yield from ((part.key, page) for part in parts.values() for page in range(1, _pages(part) + 1))


def index_parts(kind: PageKind, *, context: Context) -> Mapping[str, IndexPart]:
    """The parts of A to Z or of all places, each with all its links; worked out once per language."""
    known = context.memo.indexes.get(kind)
    return known or context.memo.indexes.setdefault(
        kind, {part.key: part for part in (_a_to_z(context) if kind == "a_to_z" else _neighbourhoods(context))}
    )


def _count(parts: Mapping[str, IndexPart]) -> int:
    """How much an index lists of what there is: what has stopped does not count."""
    return sum(len(part.links) for part in parts.values() if part.key != STOPPED)


def _part(kind: PageKind, part: IndexPart, page: int, *, context: Context) -> IndexView:
    links = tuple(on_page(part.links, page, size=LINKS))
    parts = index_parts(kind, context=context).values()
    return IndexView(
        kind,
        len(part.links),
        (SectionView(part.title, _anchor(kind, part.key), links=links),),
        tuple(way for way in _ways(kind, parts, context, here=part.key) if way.page == 1),
        build_pager(page, _pages(part), href=lambda to: context.links.to(kind, part.key, page=to)),
    )


def _pages(part: IndexPart) -> int:
    return page_count(len(part.links), size=LINKS)


def _ways(kind: PageKind, parts: Iterable[IndexPart], context: Context, here: str = "") -> Iterator[WayView]:
    for part in parts:
        for page in range(1, _pages(part) + 1):
            yield WayView(part.title, context.links.to(kind, part.key, page=page), page, part.key == here)


def _headings(sections: Iterable[SectionView]) -> tuple[WayView, ...]:
    return tuple(WayView(section.title, f"#{section.anchor}") for section in sections)


def _anchor(kind: PageKind, key: str) -> str:
    return f"letter-{key}" if kind == "a_to_z" and key != STOPPED else key


def _a_to_z(context: Context) -> Iterator[IndexPart]:
    """Every service by its first letter, and below them whatever has stopped."""
    yield from _letters(context)
    stopped = build_stopped(context=context)
    if stopped.links:
        yield stopped


def _letters(context: Context) -> Iterator[IndexPart]:
    """Every service by the first letter of its name."""
    services = [context.catalogue.services[name] for name in context.derived.listed]
    often = Counter(context.text(service.name).value.casefold() for service in services)
    groups: dict[str, list[tuple[Rank, Link]]] = {}
    for service in services:
        link = _entry(service, often, context)
        name = sort_name(link.text)
        groups.setdefault(first_letter(name), []).append(((False, False, name), link))
    for letter in sorted(groups, key=lambda letter: letter_rank(letter, context.language)):
        yield IndexPart(letter_key(letter), Text(FIGURES if letter == SIGN else letter, ""), _ordered(groups[letter]))


def _entry(service: Service, often: Counter[str], context: Context) -> Link:
    name = context.text(service.name)
    organization = context.organization_link(service.organization) if often[name.value.casefold()] > 1 else None
    note = organization.text if organization else NO_TEXT
    return Link(name, context.links.to("service", service.id), note=note)


def _neighbourhoods(context: Context) -> Iterator[IndexPart]:
    """Every public place by neighbourhood, last the ones without, such as post boxes and places online.

    In each of them the places that nobody checked for long come after the others.
    """
    groups: dict[str, list[tuple[Rank, Link]]] = {name: [] for name in context.catalogue.terms("neighbourhoods")}
    for location in listed_locations(context.site):
        visited = location.kind == "physical"
        name = context.derived.neighbourhood_of.get(location.id, "") if visited else ""
        link = _place_link(location, context)
        later = reads_later(link.text, context.language)
        rank = context.derived.sinks("location", location.id), later, sort_name(link.text)
        groups.setdefault(name, []).append((rank, link))
    for name, links in groups.items():
        if links:
            title = context.term_text("neighbourhoods", name) if name else NO_TEXT
            yield IndexPart(name or "elsewhere", title, _ordered(links))


def _place_link(location: Location, context: Context) -> Link:
    count = sum(name in context.derived.listed for name in context.catalogue.services_at.get(location.id, ()))
    return Link(context.text(location.name), context.links.to("location", location.id), count or None)


def _terms_section(kind: PageKind, context: Context) -> SectionView:
    vocabulary = VOCABULARY[kind]
    links = tuple(
        context.term_link(kind, vocabulary, name, count=len(services_under(kind, name, context=context)))
        for name in context.catalogue.terms(vocabulary)
    )
    return SectionView(Text(kind, ""), vocabulary, links=links)


def _ordered(links: Iterable[tuple[Rank, Link]]) -> tuple[Link, ...]:
    """The links in the order of what they are sorted by, told apart by what stands beside them."""
    return tuple(link for _, link in sorted(links, key=lambda each: (each[0], each[1].note.value, each[1].href)))
