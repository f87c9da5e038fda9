"""What the search engine gets of a service: its words, what its result card shows, and its facets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from socialmap.model import Service
from socialmap.views.build_parts import build_card
from socialmap.views.context import Context
from socialmap.views.parts import CardView

GROUPS = 2


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A service as one language's index holds it; `url` is its route, `facets` are ids by key."""

    url: str
    content: str
    meta: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]


def build_search_entry(service: Service, *, context: Context, words: Mapping[str, str]) -> SearchEntry:
    """The entry of a service in the page's language; `words` are that language's words for costs and hours."""
    card = build_card(service, context=context)
    site = context.site
    others = tuple(each for each in site.settings.languages if each != site.language and each in service.name)
    facets: dict[str, tuple[str, ...]] = {
        "theme": service.themes,
        "target_group": tuple(group.term for group in service.target_groups),
        "neighbourhood": context.derived.areas_of.get(service.id, ()),
        "kind": service.kinds,
        "cost": ("free",) if service.cost and service.cost.kind == "free" else (),
        "language": tuple(name for name in service.languages if name != site.language),
        "translated": others if context.language == site.language else (),
    }
    return SearchEntry(
        url="/" + site.routes.route("service", service.id, language=context.language),
        content="\n".join(_content(service, context)),
        meta={**_meta(card, str(service.url or ""), words, context=context), **_places(service, context)},
        facets={key: values for key, values in facets.items() if values},
    )


def _content(service: Service, context: Context) -> Iterator[str]:
    text = context.text
    yield text(service.name).value
    yield from service.alternate_names
    for values in (service.summary, service.description, service.eligibility, service.bring, service.registration):
        yield text(values).value
    yield from _terms(service, context)
    organization = context.organization_link(service.organization)
    if organization:
        yield organization.text.value


def _terms(service: Service, context: Context) -> Iterator[str]:
    """What residents may call the subjects of a service, in every language: who types it looks for that subject."""
    named = {"themes": service.themes, "life_questions": service.life_questions, "kinds": service.kinds}
    for vocabulary, names in named.items():
        for term in filter(None, (context.term(vocabulary, name) for name in names)):
            yield context.text(term.name).value
            yield from term.also_called


def _places(service: Service, context: Context) -> dict[str, str]:
    """The names of all places of a service that has more than one, in the order in which browsers know their points."""
    found = (context.catalogue.locations.get(at.location) for at in service.locations)
    names = [context.text(location.name).value for location in found if location]
    return {"places": "\n".join(names)} if len(names) > 1 else {}


def _meta(card: CardView, website: str, words: Mapping[str, str], *, context: Context) -> dict[str, str]:
    found = {
        "title": card.name.value,
        "lead": card.summary.value,
        "whom": context.in_a_row(group.value for group in card.groups[:GROUPS]).value,
        "cost": words.get(card.cost.kind, card.cost.kind) if card.cost else "",
        "place": card.place,
        "hours": words.get(card.hours.state, "") if card.hours else "",
        "phone": card.phone.number if card.phone else "",
        "tel": card.phone.href if card.phone else "",
        "website": "" if card.phone else website,
    }
    return {key: value for key, value in found.items() if value}
