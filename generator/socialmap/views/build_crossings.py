"""Lists of a theme in a neighbourhood: what the filters of the search page give, for who has no script (ACCESS §3)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from socialmap.views.context import Context
from socialmap.views.parts import CrossingsView, Link
from socialmap.views.routes import PageKind

SEAM = "__"
OTHER: dict[str, tuple[PageKind, str]] = {
    "theme": ("neighbourhood", "neighbourhoods"),
    "neighbourhood": ("theme", "themes"),
}


def crossing_name(theme: str, neighbourhood: str) -> str:
    """The name of a crossing in addresses; no id has an underscore."""
    return f"{theme}{SEAM}{neighbourhood}"


def crossed(name: str) -> tuple[str, str]:
    """The theme and the neighbourhood of a crossing."""
    theme, _, neighbourhood = name.partition(SEAM)
    return theme, neighbourhood


def services_crossed(name: str, *, context: Context) -> tuple[str, ...]:
    """The services of a theme that are in a neighbourhood or for it."""
    theme, neighbourhood = crossed(name)
    areas = context.derived.areas_of
    return tuple(each for each in context.derived.by_theme.get(theme, ()) if neighbourhood in areas.get(each, ()))


def crossings(*, context: Context) -> Iterator[str]:
    """The crossings that have a page: those where there is something."""
    for theme in context.catalogue.terms("themes"):
        found = {area for name in context.derived.by_theme.get(theme, ()) for area in context.derived.areas_of[name]}
        yield from (crossing_name(theme, area) for area in context.catalogue.terms("neighbourhoods") if area in found)


def build_crossings(kind: str, name: str, *, context: Context) -> CrossingsView | None:
    """From the page of a theme or neighbourhood to its crossings, and where there is nothing yet; else nothing."""
    if kind not in OTHER:
        return None
    other, vocabulary = OTHER[kind]
    counts = count_crossings(kind, name, context=context)
    found = [(term, counts[term]) for term in context.catalogue.terms(vocabulary)]
    return CrossingsView(
        other,
        tuple(_links(kind, name, [(term, count) for term, count in found if count], context)),
        tuple(context.term_link(other, vocabulary, term) for term, count in found if not count),
    )


def count_crossings(kind: str, name: str, *, context: Context) -> Counter[str]:
    """How many services of a theme there are per neighbourhood, or of a neighbourhood per theme; else nothing."""
    known = context.memo.crossings.get((kind, name))
    return known if known is not None else context.memo.crossings.setdefault((kind, name), _count(kind, name, context))


def _count(kind: str, name: str, context: Context) -> Counter[str]:
    derived, services = context.derived, context.catalogue.services
    if kind == "theme":
        return Counter(area for each in derived.by_theme.get(name, ()) for area in derived.areas_of.get(each, ()))
    listed = derived.by_neighbourhood.get(name, ()) if kind == "neighbourhood" else ()
    return Counter(theme for each in listed for theme in services[each].themes)


def _name(kind: str, name: str, other: str) -> str:
    return crossing_name(name, other) if kind == "theme" else crossing_name(other, name)


def _links(kind: str, name: str, found: Iterable[tuple[str, int]], context: Context) -> Iterator[Link]:
    _, vocabulary = OTHER[kind]
    for term, count in found:
        text = context.term_text(vocabulary, term)
        yield Link(text, context.links.to("theme_area", _name(kind, name, term)), count)
