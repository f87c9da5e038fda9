"""What a query may mean, for the word index of one language: services, and all that they stand under."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from socialmap.model import Service, Term
from socialmap.views.build_trials import Trial, shown
from socialmap.views.context import Context
from socialmap.views.routes import PageKind

VOCABULARIES: Mapping[PageKind, str] = {
    "theme": "themes",
    "entrance": "entrances",
    "target_group": "target_groups",
    "neighbourhood": "neighbourhoods",
}
WITHOUT_PAGE: Mapping[str, str] = {"life_question": "life_questions", "kind": "kinds"}


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """One thing that a query may mean; `members` are the routes of the services that stand under it.

    `url` is its route, or `kind/id` for a term that has no page. An `old` service is twice past the day of its check.
    """

    kind: str
    name: str
    url: str
    also: tuple[str, ...] = ()
    summary: str = ""
    members: tuple[str, ...] = ()
    old: bool = False


def build_search_entries(services: Iterable[Service], *, context: Context) -> tuple[NamedEntry, ...]:
    """The entries of the services that are in the page's language, of what they stand under, and of what is tried."""
    shown = tuple(services)
    return (
        *(_service(each, context) for each in shown),
        *_organizations(shown, context),
        *_terms(shown, context),
        *_trials(context),
    )


def _service(service: Service, context: Context) -> NamedEntry:
    own = context.site.language
    also = () if context.language == own else tuple(filter(None, (service.name.get(own, ""),)))
    summary = context.text(service.summary)
    return NamedEntry(
        "service",
        context.text(service.name).value,
        _route(context, service),
        (*also, *service.alternate_names),
        summary.value if summary.lang == context.language else "",
        old=context.derived.freshness["service", service.id].level == "old",
    )


def _route(context: Context, service: Service) -> str:
    return context.site.routes.route("service", service.id, language=context.language)


def _organizations(services: tuple[Service, ...], context: Context) -> Iterator[NamedEntry]:
    offered: dict[str, list[str]] = {}
    for service in services:
        if service.organization:
            offered.setdefault(service.organization, []).append(_route(context, service))
    for name, members in sorted(offered.items()):
        found = context.catalogue.organizations.get(name)
        if found:
            route = context.site.routes.route("organization", name, language=context.language)
            yield NamedEntry("organization", context.text(found.name).value, route, members=tuple(members))


def _trials(context: Context) -> Iterator[NamedEntry]:
    """What the municipality tries and asks, as far as it is in the page's language; no service stands under it."""
    catalogue = context.catalogue
    found: tuple[tuple[PageKind, Iterable[Trial]], ...] = (
        ("experiment", shown(catalogue.experiments.values())),
        ("consultation", shown(catalogue.consultations.values())),
    )
    for kind, records in found:
        for record in (each for each in records if context.language in each.name):
            route = context.site.routes.route(kind, record.id, language=context.language)
            yield NamedEntry(kind, context.text(record.name).value, route)


def _terms(services: tuple[Service, ...], context: Context) -> Iterator[NamedEntry]:
    for kind, vocabulary in (*VOCABULARIES.items(), *WITHOUT_PAGE.items()):
        under = _by_term(services, vocabulary, context)
        for name, members in sorted(under.items()):
            term = context.term(vocabulary, name)
            if term:
                yield _term(kind, term, members, context)


def _term(kind: str, term: Term, members: tuple[str, ...], context: Context) -> NamedEntry:
    routes = context.site.routes
    url = routes.route(kind, term.id, language=context.language) if kind in VOCABULARIES else f"{kind}/{term.id}"  # type: ignore[arg-type]
    also = term.also_called if context.language == context.site.language else ()
    return NamedEntry(kind, context.text(term.name).value, url, tuple(also), members=members)


def _by_term(services: tuple[Service, ...], vocabulary: str, context: Context) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    terms_of = _terms_of(vocabulary, context)
    for service in services:
        for name in terms_of(service):
            found.setdefault(name, []).append(_route(context, service))
    return {name: tuple(routes) for name, routes in found.items()}


def _terms_of(vocabulary: str, context: Context) -> Callable[[Service], Iterable[str]]:
    """Under which terms of a vocabulary a service stands."""
    derived = context.derived
    if vocabulary == "target_groups":
        return lambda service: (group.term for group in service.target_groups)
    if vocabulary == "neighbourhoods":
        return lambda service: derived.areas_of.get(service.id, ())
    if vocabulary == "entrances":
        sets = {name: frozenset(members) for name, members in derived.by_entrance.items()}
        return lambda service: (name for name, members in sets.items() if service.id in members)
    return attrgetter(vocabulary)
