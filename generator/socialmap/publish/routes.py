"""Which names may become a file of the site; asked by the staging for each page and by the plan before it removes one.

The names must be safe on every file system a site may be copied to, so the rules of Windows count everywhere.
"""

import re
from collections.abc import Collection, Iterator

_CHARACTER = r'[^\x00-\x1f\x7f<>:"|?*\\/\ud800-\udfff]'
_DEVICE = r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])"
_SEGMENT = rf"(?!{_DEVICE}(?:[./ ]|\Z)){_CHARACTER}*(?![. ]){_CHARACTER}"
_ROUTE = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*", re.IGNORECASE)


class RouteError(ValueError):
    """A route that cannot be a file of the site, or two routes that cannot live beside each other."""


def is_route(route: str) -> bool:
    """Whether `route` is a relative path with `/` that stays inside the site and is a file name on every system."""
    return _ROUTE.fullmatch(route) is not None


def check_route(route: str) -> None:
    """Nothing, or a RouteError when `is_route` says no."""
    if not is_route(route):
        raise RouteError(f"{route!r} cannot be a file of the site: expected a relative path such as 'aanbod/naam.html'")


def check_routes(routes: Collection[str]) -> None:
    """Nothing, or a RouteError when two routes differ in case only, or one is the folder of another."""
    folded = {route.casefold(): route for route in routes}
    if len(folded) != len(routes):
        twins = sorted(route for route in routes if folded[route.casefold()] != route)
        raise RouteError(f"routes that differ in case only: {', '.join(twins)}")
    both = folders_of(folded) & folded.keys()
    if both:
        raise RouteError(f"routes that are a file and a folder at once: {', '.join(sorted(both))}")


def folders_of(routes: Collection[str]) -> frozenset[str]:
    """Every folder that the routes need, at each depth, without the site itself."""
    parents = {route.rpartition("/")[0] for route in routes} - {""}
    return frozenset(parents.union(*(ancestors(parent) for parent in parents)))


def ancestors(route: str) -> Iterator[str]:
    """The folders above `route`, the nearest first, without the site itself."""
    folder = route.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def is_page(route: str) -> bool:
    """Whether the route is a page, which links to assets, and not an asset."""
    return route.endswith(".html")
