"""Pages that list services: themes, entrances, target groups and neighbourhoods, so many cards a page."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

from socialmap.model import Term
from socialmap.text.words import slugify
from socialmap.views.build_crossings import build_crossings, crossed, services_crossed
from socialmap.views.build_parts import build_card
from socialmap.views.context import Context, ListedServices
from socialmap.views.pages import ListingView, SectionView
from socialmap.views.paging import CARDS, build_pager, on_page, page_count
from socialmap.views.parts import NO_TEXT, Link, Text
from socialmap.views.routes import PageKind
from socialmap.views.sorting import reads_later

VOCABULARY: dict[str, str] = {
    "theme": "themes",
    "entrance": "entrances",
    "target_group": "target_groups",
    "neighbourhood": "neighbourhoods",
}
FILTER: dict[str, str] = {"theme": "theme", "target_group": "target_group", "neighbourhood": "neighbourhood"}


def build_listing(kind: PageKind, term: Term, page: int = 1, *, context: Context) -> ListingView:
    """A page of a term with the services that belong to it, by kind of service."""
    listed = listed_services(kind, term.id, context=context)
    pages = page_count(len(listed.names), size=CARDS)
    search = context.links.to("search")
    return ListingView(
        kind=kind,
        id=term.id,
        name=context.text(term.name),
        explanation=context.text(term.explanation) or context.text(term.summary),
        icon=term.icon or "",
        count=len(listed.names),
        sections=tuple(_sections(on_page(listed.names, page, size=CARDS), context)),
        jumps=tuple(_jumps(kind, term.id, listed, page, context)),
        pager=build_pager(page, pages, href=lambda to: context.links.to(kind, term.id, page=to)),
        related=_related(kind, term, context),
        urgent=tuple(link for name in listed.urgent if (link := context.service_link(name))),
        quick_exit=context.site.settings.quick_exit if term.quick_exit else "",
        search_href=f"{search}?{FILTER[kind]}={term.id}" if kind in FILTER else search,
        crossings=build_crossings(kind, term.id, context=context),
    )


def build_crossing(name: str, page: int = 1, *, context: Context) -> ListingView:
    """A page of a theme in a neighbourhood, with ways to the whole theme and the whole neighbourhood."""
    kind: PageKind = "theme_area"
    theme, neighbourhood = crossed(name)
    listed = listed_services(kind, name, context=context)
    title = context.term_text("themes", theme)
    term = context.term("themes", theme)
    return ListingView(
        kind=kind,
        id=name,
        name=Text(f"{title.value} – {context.term_text('neighbourhoods', neighbourhood).value}", title.lang),
        explanation=NO_TEXT,
        icon=(term.icon or "") if term else "",
        count=len(listed.names),
        sections=tuple(_sections(on_page(listed.names, page, size=CARDS), context)),
        jumps=tuple(_jumps(kind, name, listed, page, context)),
        pager=build_pager(
            page, page_count(len(listed.names), size=CARDS), href=lambda to: context.links.to(kind, name, page=to)
        ),
        related=(
            context.term_link("theme", "themes", theme),
            context.term_link("neighbourhood", "neighbourhoods", neighbourhood),
        ),
        urgent=tuple(link for each in listed.urgent if (link := context.service_link(each))),
        quick_exit=context.site.settings.quick_exit if term and term.quick_exit else "",
        search_href=f"{context.links.to('search')}?theme={theme}&neighbourhood={neighbourhood}",
    )


def services_under(kind: str, name: str, *, context: Context) -> tuple[str, ...]:
    """The services on the pages of a term or of two, in no order."""
    if kind == "theme_area":
        return services_crossed(name, context=context)
    derived = context.derived
    return {
        "theme": derived.by_theme,
        "entrance": derived.by_entrance,
        "target_group": derived.by_group,
        "neighbourhood": derived.by_neighbourhood,
    }[kind].get(name, ())


def listed_services(kind: str, name: str, *, context: Context) -> ListedServices:
    """The services on the pages of a term in their order; worked out once per language."""
    known = context.memo.lists.get((kind, name))
    return known or context.memo.lists.setdefault(
        (kind, name), _listed(services_under(kind, name, context=context), context)
    )


def _listed(names: Iterable[str], context: Context) -> ListedServices:
    services, ranks = context.catalogue.services, _ranks(context)
    ordered = tuple(sorted(names, key=ranks.__getitem__))
    urgent = sorted((services[name].urgent or 0, name) for name in ordered if services[name].urgent)
    kinds = Counter(services[name].kinds[0] for name in ordered)
    return ListedServices(ordered, tuple(kinds.items()), tuple(name for _, name in urgent))


def _ranks(context: Context) -> dict[str, int]:
    """The place of each listed service in lists: by kind, then by name.

    What is long unchecked comes after the rest, and so does a name in another script than the page.
    """
    if not context.memo.ranks:
        kinds = {name: at for at, name in enumerate(context.catalogue.terms("kinds"))}
        services = (context.catalogue.services[name] for name in context.derived.listed)
        keys = sorted(
            (
                kinds.get(service.kinds[0], len(kinds)),
                service.kinds[0],
                context.derived.sinks("service", service.id),
                reads_later(context.text(service.name), context.language),
                context.text(service.name).value.casefold(),
                service.id,
            )
            for service in services
        )
        context.memo.ranks.update({key[-1]: at for at, key in enumerate(keys)})
    return context.memo.ranks


def _sections(names: Iterable[str], context: Context) -> Iterator[SectionView]:
    services = (context.catalogue.services[name] for name in names)
    for kind, members in groupby(services, key=lambda service: service.kinds[0]):
        cards = tuple(build_card(service, context=context) for service in members)
        yield SectionView(context.term_text("kinds", kind), slugify(kind), cards, summary=_summary(kind, context))


def _jumps(kind: PageKind, name: str, listed: ListedServices, page: int, context: Context) -> Iterator[Link]:
    """Links to where each kind of service begins, on this page or an earlier or later one."""
    begins = (0, *accumulate(count for _, count in listed.kinds))
    for (group, count), begin in zip(listed.kinds, begins, strict=False):
        first, last = begin // CARDS + 1, (begin + count - 1) // CARDS + 1
        there = "" if first <= page <= last else context.links.to(kind, name, page=first)
        yield Link(context.term_text("kinds", group), f"{there}#{slugify(group)}", count)


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
