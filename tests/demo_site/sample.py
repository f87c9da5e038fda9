"""Which pages stand for all: one of each type, and the services in each state that looks different."""

from collections.abc import Callable, Mapping

from demo_site.building import Built
from socialmap.catalogue import Catalogue
from socialmap.model import Service
from socialmap.views.routes import PageKind


def _has_hours(service: Service) -> bool:
    return bool(service.schedule or any(at.schedule for at in service.locations))


def _secret(service: Service, catalogue: Catalogue) -> bool:
    return any(catalogue.locations[at.location].confidential for at in service.locations)


def _ordinary(service: Service, catalogue: Catalogue) -> bool:
    located = bool(service.locations) and not _secret(service, catalogue)
    translated = {"nl", "en", "ar"} <= set(service.name)
    return bool(service.phones) and located and translated and service.status == "active" and not service.alert


SERVICES: Mapping[str, Callable[[Service, Built], bool]] = {
    "ordinary": lambda service, built: _ordinary(service, built.catalogue),
    "longest-word": lambda service, built: service == longest(built),
    "no-phone": lambda service, _: not service.phones and service.status == "active",
    "no-hours": lambda service, _: not _has_hours(service),
    "alerts": lambda service, _: bool(service.alert and service.closed),
    "temporarily-closed": lambda service, _: bool(service.closed) and not service.alert,
    "secret-address": lambda service, built: _secret(service, built.catalogue),
    "untranslated": lambda service, _: set(service.name) == {"nl"} and service.status == "active",
    "national": lambda service, built: ("service", service.id) in built.catalogue.national,
    "paused": lambda service, _: service.status == "paused",
    "stopped": lambda service, _: service.status == "stopped",
    "appointment": lambda service, _: "appointment" in service.access and "walk_in" not in service.access,
}
TYPES: Mapping[str, tuple[PageKind, str]] = {
    "home": ("home", ""),
    "a-to-z": ("a_to_z", ""),
    "places": ("places", ""),
    "themes": ("themes", ""),
    "agenda": ("agenda", ""),
    "agenda-chosen": ("agenda", "?area=havenwijk"),
    "agenda-day": ("agenda_day", "2026-11-25"),
    "guides": ("guides", ""),
    "guide": ("guide", "ik-kom-niet-rond"),
    "guide-unsafe": ("guide", "ik-voel-me-niet-veilig"),
    "my-list": ("my_list", ""),
    "my-list-given": ("my_list", "#schuldhulp~Bel%20maandag,voedselbank,opvang-de-veilige-plek;Voor%20Sara"),
    "map": ("map", ""),
    "experiments": ("experiments", ""),
    "experiment": ("experiment", "app-voor-mantelzorgers"),
    "consultations": ("consultations", ""),
    "consultation": ("consultation", "bankjes-in-het-lindekwartier"),
    "consultation-ended": ("consultation", "kosten-van-de-regiotaxi"),
    "search-empty": ("search", ""),
    "search-results": ("search", "?q=geld"),
    "search-nothing": ("search", "?q=xyzzyq"),
}
FIRST: Mapping[str, tuple[PageKind, str]] = {
    "theme": ("theme", "themes"),
    "entrance": ("entrance", "entrances"),
    "target-group": ("target_group", "target_groups"),
    "neighbourhood": ("neighbourhood", "neighbourhoods"),
}
OTHERS = ("organization", "location", "editorial", "redirect")
TYPE_NAMES = (*TYPES, *FIRST, *OTHERS, "service-ordinary")
NAMES = (*TYPES, *FIRST, *OTHERS, *(f"service-{state}" for state in SERVICES))


def longest(built: Built) -> Service:
    """The service with the longest word in its name."""
    return max(built.catalogue.services.values(), key=lambda service: max(map(len, service.name["nl"].split())))


def service_like(state: str, built: Built) -> Service:
    """The first service in a state."""
    return next(service for service in built.catalogue.services.values() if SERVICES[state](service, built))


def sample_route(name: str, built: Built, *, language: str) -> str:
    """The address of a sample page from the top of the site."""
    if name in TYPES:
        kind, word = TYPES[name]
        query = word if word.startswith(("?", "#")) else ""
        return built.route(kind, word.removesuffix(query), language=language) + query
    kind, word = _named(name, built)
    return built.route(kind, word, language=language)


def _named(name: str, built: Built) -> tuple[PageKind, str]:
    catalogue = built.catalogue
    if name in FIRST:
        kind, vocabulary = FIRST[name]
        return kind, next(iter(catalogue.terms(vocabulary)))
    if name == "organization":
        return "organization", next(iter(catalogue.services_of))
    if name == "location":
        return "location", next(at for at in catalogue.services_at if not catalogue.locations[at].confidential)
    if name == "editorial":
        return "editorial", "toegankelijkheid"
    if name == "redirect":
        return "service", next(old for service in catalogue.services.values() for old in service.previous_ids)
    return "service", service_like(name.removeprefix("service-"), built).id
