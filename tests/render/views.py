"""Views of every kind of page made from their own types: one in which nothing is left out, one with almost nothing."""

from dataclasses import is_dataclass
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

from socialmap.views import pages, parts, records

PAGE_VIEWS: dict[str, type] = {
    "service": records.ServiceView,
    "organization": records.OrganizationView,
    "location": records.LocationView,
    "listing": pages.ListingView,
    "index": pages.IndexView,
    "home": pages.HomeView,
    "search": pages.SearchView,
    "editorial": pages.EditorialView,
    "not_found": pages.NotFoundView,
    "redirect": pages.RedirectView,
}


def full(view: type) -> object:
    """An instance of a view in which every field has a value, each list one."""
    hints = get_type_hints(view, vars(pages) | vars(records) | vars(parts))
    return view(**{name: _value(name, hint) for name, hint in hints.items()})


def bare(view: type) -> object:
    """An instance of a view with nothing that may be left out."""
    hints = get_type_hints(view, vars(pages) | vars(records) | vars(parts))
    return view(**{name: _nothing(name, hint) for name, hint in hints.items()})


WORDS = {
    "status": "active", "kind": "free", "state": "known", "admission": "only", "level": "old", "icon": "material/home",
    "area_scope": "municipality", "capacity": "low", "digital_threshold": "digid", "place_lang": "nl",
    "access": "walk_in", "accessibility": "lift", "law": "wmo", "seeks": "people", "key": "practice_place.devices",
    "words": "yes", "href": "https://voorbeeld.example/?a=1&b=<2>", "data": '{"w":[[],[],[],[],[],[],[]],"x":{}}',
}  # fmt: skip


def _value(name: str, hint: object) -> object:
    kind = _one_of(hint)
    if kind is parts.Text:
        return parts.Text('<b>&"woorden"', "nl")
    if is_dataclass(kind) and isinstance(kind, type):
        return full(kind)
    if get_origin(kind) is tuple:
        return _values(name, get_args(kind))
    if kind is bool:
        return True
    return 2 if kind is int else WORDS.get(name, '<i>&"tekst"')


def _values(name: str, inside: tuple[object, ...]) -> tuple[object, ...]:
    if name in ("spans", "values"):
        return (("09:00", "12:30"),) if name == "spans" else (("geld", parts.Text("Geld", "nl")),)
    return tuple(_value(name, each) for each in inside if each is not Ellipsis)


def _nothing(name: str, hint: object) -> object:
    if type(None) in get_args(hint):
        return None
    kind = _one_of(hint)
    if kind is parts.Text:
        return parts.Text("Naam", "nl") if name in ("name", "title") else parts.NO_TEXT
    if is_dataclass(kind) and isinstance(kind, type):
        return bare(kind)
    if get_origin(kind) is tuple:
        return ()
    if kind is bool:
        return False
    return 0 if kind is int else {"status": "active", "kind": "foundation", "state": "unknown"}.get(name, "")


def _one_of(hint: object) -> object:
    if get_origin(hint) in (Union, UnionType):
        return next(each for each in get_args(hint) if each is not type(None))
    return hint
