"""In which neighbourhood a point lies, how far two points are apart, and from where residents look around them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from socialmap.model import Location
from socialmap.model.boundary import Boundary, PostcodeArea, Ring

EARTH_METRES = 6_371_009
AROUND_METRES = 10_000
MOST_POSTCODES = 500


@dataclass(frozen=True, slots=True)
class Starts:
    """Points (latitude, longitude) from which a resident may look around: by neighbourhood and by postcode digits."""

    neighbourhoods: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    postcodes: Mapping[str, tuple[float, float]] = field(default_factory=dict)


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


def starts(
    boundaries: Iterable[Boundary], postcodes: Iterable[PostcodeArea], *, locations: Iterable[Location]
) -> Starts:
    """Where a resident may start from to see what is near: neighbourhoods, and the postcodes in and around them.

    A table of the whole country gives only those of the municipality and its neighbours: within so many metres of the
    middle of a neighbourhood or, without outlines, of all public places; never more than fit in a small file.
    """
    middles = {boundary.neighbourhood: middle(boundary) for boundary in boundaries}
    near = list(middles.values()) or [*_mean([point for each in locations if (point := public_point(each))])]
    ranked = sorted(
        (min((distance((area.latitude, area.longitude), point) for point in near), default=0.0), area.code, area)
        for area in postcodes
    )
    kept = [area for metres, _, area in ranked[:MOST_POSTCODES] if metres <= AROUND_METRES]
    codes = {area.code: (area.latitude, area.longitude) for area in sorted(kept, key=lambda area: area.code)}
    return Starts(middles, codes)


def _mean(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    if points:
        yield sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points)


def public_point(location: Location) -> tuple[float, float] | None:
    """The latitude and longitude of a place that residents may know and go to; nothing for others."""
    hidden = location.confidential or location.kind != "physical"
    if hidden or location.latitude is None or location.longitude is None:
        return None
    return location.latitude, location.longitude


def middle(boundary: Boundary) -> tuple[float, float]:
    """The centre of gravity of the largest ring of an outline, as (latitude, longitude)."""
    ring = max(boundary.rings, key=lambda points: abs(_area(points)))
    area = _area(ring)
    if not area:
        return ring[0][1], ring[0][0]
    sides = list(zip(ring, (*ring[1:], ring[0]), strict=True))
    crossed = [(x1 * y2 - x2 * y1, x1 + x2, y1 + y2) for (x1, y1), (x2, y2) in sides]
    return sum(c * y for c, _, y in crossed) / (6 * area), sum(c * x for c, x, _ in crossed) / (6 * area)


def _area(ring: Ring) -> float:
    """The area of a ring in square degrees, negative when it runs clockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2
