"""The home page, the search page, written pages and the page that is not found."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote_plus

from socialmap.model import Service
from socialmap.views.build_agenda import build_today
from socialmap.views.build_crisis import build_crisis
from socialmap.views.build_map import build_map, has_map
from socialmap.views.build_parts import build_phones
from socialmap.views.build_trials import build_trial_links, open_consultations
from socialmap.views.context import Context
from socialmap.views.my_list import MyListView
from socialmap.views.pages import EditorialView, FacetView, HomeView, NotFoundView, SearchView, SearchWordsView
from socialmap.views.parts import NO_TEXT, Link, PhoneView, Text, TileView, UrgentView

EXAMPLES = 4
NEWS = 5
URGENT = 6
FACETS = {
    "target_group": "target_groups",
    "neighbourhood": "neighbourhoods",
    "theme": "themes",
    "kind": "kinds",
    "language": "languages",
}


def build_home(*, context: Context) -> HomeView:
    """The view of the home page."""
    catalogue, links = context.catalogue, context.links
    return HomeView(
        day=context.derived.today.isoformat(),
        search_href=links.to("search"),
        guides_href=links.to("guides") if context.site.guides else "",
        examples=_examples(context),
        urgent=build_urgent(context=context),
        themes=build_tiles(context=context),
        entrances=_entrances(context),
        neighbourhoods=tuple(
            context.term_link("neighbourhood", "neighbourhoods", name) for name in catalogue.terms("neighbourhoods")
        ),
        news=_news(context),
        all_themes=Link(Text("", ""), links.to("themes"), len(catalogue.terms("themes"))),
        a_to_z=Link(Text("", ""), links.to("a_to_z"), len(context.derived.listed)),
        places=Link(Text("", ""), links.to("places")),
        today=build_today(context=context),
        agenda=Link(NO_TEXT, links.to("agenda")) if context.site.agenda else None,
        map=Link(NO_TEXT, links.to("map")) if has_map(context) else None,
        questions=open_consultations(context=context),
        trials=build_trial_links(context=context),
        service_count=len(context.derived.listed),
    )


def build_tiles(*, context: Context) -> tuple[TileView, ...]:
    """A tile for each theme."""
    return tuple(
        TileView(
            context.text(term.name),
            context.links.to("theme", term.id),
            context.text(term.summary),
            term.icon or "",
            len(context.derived.by_theme.get(term.id, ())),
        )
        for term in context.catalogue.terms("themes").values()
    )


def build_urgent(*, context: Context) -> tuple[UrgentView, ...]:
    """Help that cannot wait, in its own order, with its first phone number."""
    services = (context.catalogue.services[name] for name in context.derived.listed)
    ranked = sorted((s for s in services if s.urgent), key=lambda s: (s.urgent or 0, s.id))
    found = ((service, build_phones(service.phones, context=context)) for service in ranked[:URGENT])
    return tuple(
        UrgentView(
            _without_number(context.text(service.name), phones[0].number),
            context.links.to("service", service.id),
            phones[0],
        )
        for service, phones in found
        if phones
    )


def _without_number(name: Text, number: str) -> Text:
    return Text(name.value.removeprefix(f"{number}: "), name.lang)


def build_search(bundles: Mapping[str, tuple[str, int]], *, context: Context) -> SearchView:
    """The view of the search page; `bundles` are per language the route of the index and how many shards it has."""
    root, first = context.links.root, context.site.language
    desk_name, desk = build_desk(context)
    own = bundles.get(context.language, ("", 1))
    other = bundles.get(first, ("", 1)) if context.language != first else ("", 0)
    return SearchView(
        action=context.links.to("search").rpartition("/")[2],
        bundle=f"{root}{own[0]}/" if own[0] else "",
        shards=own[1],
        dutch_bundle=f"{root}{other[0]}/" if other[0] else "",
        dutch_shards=other[1],
        base_url=root or "./",
        words=search_words_route(context.links.to("search")).rpartition("/")[2],
        count=len(context.derived.listed),
        questions=_examples(context),
        entrances=_entrances(context),
        a_to_z=context.links.to("a_to_z"),
        themes=build_tiles(context=context),
        urgent=build_urgent(context=context),
        crisis=build_crisis(desk_name=desk_name, desk=desk, context=context),
        map=build_map(context=context) if has_map(context) else None,
        desk_name=desk_name,
        desk=desk,
    )


def search_words_route(route: str) -> str:
    """The file of words that stands beside a search page."""
    return route.removesuffix("html") + "js"


def build_search_words(*, context: Context) -> SearchWordsView:
    """The view of the words that only results say."""
    desk_name, desk = build_desk(context)
    return SearchWordsView(
        dutch=context.language != context.site.language,
        facets=tuple(_facets(context)),
        crisis=build_crisis(desk_name=desk_name, desk=desk, context=context),
    )


def _facets(context: Context) -> Iterator[FacetView]:
    yield FacetView("open", (("now", NO_TEXT),))
    yield FacetView("cost", (("free", NO_TEXT),))
    for key, vocabulary in FACETS.items():
        terms = context.catalogue.terms(vocabulary).values()
        yield FacetView(key, tuple((term.id, context.text(term.name)) for term in terms))


def build_editorial(title: Text, body: Text, *, context: Context) -> EditorialView:
    """The view of a written page; `body` is Markdown."""
    return EditorialView(title, body, untranslated=body.lang != context.language)


def build_not_found(*, context: Context) -> NotFoundView:
    """The view of the page for an address that does not exist."""
    name, phone = build_desk(context)
    return NotFoundView(
        context.links.to("search"), build_tiles(context=context), context.links.to("a_to_z"), name, phone
    )


def build_my_list(*, context: Context) -> MyListView:
    """The view of the page of one's own list."""
    name, phone = build_desk(context)
    links = context.links
    return MyListView(links.to("service", "{id}"), links.to("search"), links.to("themes"), name, phone)


def build_desk(context: Context) -> tuple[str, PhoneView | None]:
    """The name of the municipal desk and its number; nothing when there is no desk."""
    desk = context.catalogue.roles.get(context.site.settings.desk or "")
    phones = build_phones(desk.phones, context=context) if desk else ()
    return context.text(desk.name).value if desk else "", phones[0] if phones else None


def _examples(context: Context) -> tuple[Link, ...]:
    terms = list(context.catalogue.terms("life_questions").values())[:EXAMPLES]
    search = context.links.to("search")
    return tuple(Link(context.text(term.name), f"{search}?q={_query(context.text(term.name).value)}") for term in terms)


def _entrances(context: Context) -> tuple[Link, ...]:
    return tuple(context.term_link("entrance", "entrances", name) for name in context.catalogue.terms("entrances"))


def _query(text: str) -> str:
    return quote_plus(text)


def _news(context: Context) -> tuple[Link, ...]:
    own = (name for name in context.derived.listed if ("service", name) not in context.catalogue.national)
    services = (context.catalogue.services[name] for name in own)
    dated = sorted(((s.added.toordinal(), s.id, s) for s in services if s.added), key=_newest_first)
    return tuple(_new_link(service, context) for _, _, service in dated[:NEWS])


def _newest_first(item: tuple[int, str, Service]) -> tuple[int, str]:
    return -item[0], item[1]


def _new_link(service: Service, context: Context) -> Link:
    return Link(context.text(service.name), context.links.to("service", service.id))
