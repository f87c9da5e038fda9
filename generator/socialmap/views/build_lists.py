"""Pages that list services or link on: themes, entrances, target groups, neighbourhoods, A to Z, all places."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from socialmap.model import Location, Service, Term
from socialmap.text.words import slugify
from socialmap.views.build_parts import cards
from socialmap.views.context import Context
from socialmap.views.pages import IndexView, ListingView, SectionView
from socialmap.views.parts import NO_TEXT, CardView, Link, Text
from socialmap.views.routes import PageKind

VOCABULARY: dict[str, str] = {
    "theme": "themes",
    "entrance": "entrances",
    "target_group": "target_groups",
    "neighbourhood": "neighbourhoods",
}
ARTICLES: dict[str, tuple[str, ...]] = {"nl": ("de", "het", "een", "'t", "'n"), "en": ("the", "a", "an")}
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
FILTER: dict[str, str] = {"theme": "theme", "target_group": "target_group", "neighbourhood": "neighbourhood"}


def build_listing(kind: PageKind, term: Term, *, context: Context) -> ListingView:
    """The page of a term with the services that belong to it, by kind of service."""
    names = services_under(kind, term.id, context=context)
    shown = cards(names, context=context)
    search = context.links.to("search")
    return ListingView(
        kind=kind,
        id=term.id,
        name=context.text(term.name),
        explanation=context.text(term.explanation) or context.text(term.summary),
        icon=term.icon or "",
        count=len(shown),
        sections=_by_kind(shown, context),
        related=_related(kind, term, context),
        urgent=_urgent(shown, context),
        quick_exit=term.quick_exit,
        search_href=f"{search}?{FILTER[kind]}={term.id}" if kind in FILTER else search,
    )


def services_under(kind: str, name: str, *, context: Context) -> tuple[str, ...]:
    """The services on the page of a term."""
    derived = context.derived
    return {
        "theme": derived.by_theme,
        "entrance": derived.by_entrance,
        "target_group": derived.by_group,
        "neighbourhood": derived.by_neighbourhood,
    }[kind].get(name, ())


def build_themes(*, context: Context) -> IndexView:
    """All themes and the ways in beside them."""
    sections = (
        _terms_section("theme", context),
        _terms_section("entrance", context),
        _terms_section("target_group", context),
        _terms_section("neighbourhood", context),
    )
    return IndexView("themes", sum(len(section.links) for section in sections), sections)


def build_a_to_z(*, context: Context) -> IndexView:
    """Every service by the first letter of its name."""
    services = [context.catalogue.services[name] for name in context.derived.listed]
    often = Counter(context.text(service.name).value.casefold() for service in services)
    links = (_entry(service, often, context) for service in services)
    return IndexView("a_to_z", len(services), _by_letter(links))


def _entry(service: Service, often: Counter[str], context: Context) -> Link:
    name = context.text(service.name)
    organization = context.organization_link(service.organization) if often[name.value.casefold()] > 1 else None
    note = organization.text if organization else NO_TEXT
    return Link(name, context.links.to("service", service.id), note=note)


def build_places(*, context: Context) -> IndexView:
    """Every public place by neighbourhood; last the ones without, such as post boxes and places online."""
    groups: dict[str, list[Link]] = {name: [] for name in context.catalogue.terms("neighbourhoods")}
    for location in context.catalogue.locations.values():
        if not location.confidential and location.status != "stopped":
            visited = location.kind == "physical"
            name = context.derived.neighbourhood_of.get(location.id, "") if visited else ""
            groups.setdefault(name, []).append(_place_link(location, context))
    sections = tuple(
        SectionView(
            context.term_text("neighbourhoods", name) if name else NO_TEXT, name or "elsewhere", links=_ordered(links)
        )
        for name, links in groups.items()
        if links
    )
    return IndexView("places", sum(len(section.links) for section in sections), sections)


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


def _by_kind(shown: Iterable[CardView], context: Context) -> tuple[SectionView, ...]:
    groups: dict[str, list[CardView]] = {name: [] for name in context.catalogue.terms("kinds")}
    for card in shown:
        groups.setdefault(context.catalogue.services[card.id].kinds[0], []).append(card)
    return tuple(
        SectionView(context.term_text("kinds", name), slugify(name), tuple(members), summary=_summary(name, context))
        for name, members in groups.items()
        if members
    )


def _summary(kind: str, context: Context) -> Text:
    term = context.term("kinds", kind)
    return context.text(term.summary) if term else NO_TEXT


def _related(kind: PageKind, term: Term, context: Context) -> tuple[Link, ...]:
    if kind == "entrance":
        return tuple(context.term_link("theme", "themes", name) for name in term.themes)
    vocabulary = VOCABULARY[kind]
    beside = (
        other
        for other in context.catalogue.terms(vocabulary).values()
        if other.id != term.id and (term.id == other.parent or (other.parent and other.parent == term.parent))
    )
    return tuple(context.term_link(kind, vocabulary, other.id) for other in beside)


def _urgent(shown: Iterable[CardView], context: Context) -> tuple[Link, ...]:
    services = (context.catalogue.services[card.id] for card in shown)
    ranked = sorted((service.urgent, service.id) for service in services if service.urgent)
    return tuple(link for _, name in ranked if (link := context.service_link(name)))


def _by_letter(links: Iterable[Link]) -> tuple[SectionView, ...]:
    groups: dict[str, list[Link]] = {}
    for link in links:
        groups.setdefault(first_letter(sort_name(link.text)), []).append(link)
    return tuple(
        SectionView(Text(letter, ""), f"letter-{slugify(letter) or ord(letter)}", links=_ordered(groups[letter]))
        for letter in sorted(groups)
    )


def sort_name(name: Text) -> str:
    """What a name is sorted by: without the article in front, in small letters, without accents."""
    first, _, rest = name.value.strip().partition(" ")
    plain = rest if rest and first.casefold().replace(APOSTROPHE, "'") in ARTICLES.get(name.lang, ()) else name.value
    return "".join(c for c in unicodedata.normalize("NFKD", plain.casefold()) if not unicodedata.combining(c))


def first_letter(name: str) -> str:
    """The letter a name is found under, without accent; `#` for a name that starts with a digit or sign."""
    for character in unicodedata.normalize("NFKD", name):
        if character.isalpha():
            return character.upper()
        if character.isdigit():
            return "#"
    return "#"


def _ordered(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (sort_name(link.text), link.note.value, link.href)))
