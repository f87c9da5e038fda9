"""In which neighbourhood a point lies, and how far two points are apart."""

from collections.abc import Iterable, Mapping
from math import asin, cos, radians, sin, sqrt

from socialmap.model import Location
from socialmap.model.boundary import Boundary, Ring

EARTH_METRES = 6_371_009


def neighbourhoods(locations: Iterable[Location], boundaries: Iterable[Boundary]) -> Mapping[str, str]:
    """The neighbourhood of each location: as written, else the one whose outline holds its point.

    A confidential location has none: where it lies must not follow from a list or a filter.
    """
    outlines = tuple(boundaries)
    public = (location for location in locations if not location.confidential)
    found = ((location.id, location.neighbourhood or by_point(location, outlines)) for location in public)
    return {name: neighbourhood for name, neighbourhood in found if neighbourhood}


def by_point(location: Location, boundaries: Iterable[Boundary]) -> str:
    """The neighbourhood whose outline holds the location's point; nothing without one."""
    if location.latitude is None or location.longitude is None:
        return ""
    for boundary in boundaries:
        if inside(location.longitude, location.latitude, boundary.rings):
            return boundary.neighbourhood
    return ""


def inside(longitude: float, latitude: float, rings: Iterable[Ring]) -> bool:
    """Whether a point lies within rings by the even-odd rule, so that holes count."""
    odd = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > latitude) != (y2 > latitude) and longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd


def distance(a: tuple[float, float], b: tuple[float, float], /) -> float:
    """Metres between two points given as (latitude, longitude), over a sphere."""
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_METRES * asin(sqrt(half))
