"""Outlines with only the points that a map of a municipality can show; called when the map's data are written.

Douglas and Peucker's way: a point stays when the line without it would be more than so far from it. Source: D. Douglas,
T. Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line" (1973).
"""

from collections.abc import Mapping
from math import cos, hypot, radians

from socialmap.model.boundary import Point, Ring

STEPS = 1500
LEAST = 4


def simplified(outlines: Mapping[str, tuple[Ring, ...]], /) -> Mapping[str, tuple[Ring, ...]]:
    """The same outlines in far fewer points: nothing moves more than a fifteen-hundredth of the whole map's width.

    Rings too small to be seen at that width are left out, unless an outline would have none.
    """
    points = [point for rings in outlines.values() for ring in rings for point in ring]
    if not points:
        return {}
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    far = max(east - west, 1e-9) / STEPS
    stretch = 1 / max(cos(radians(points[0][1])), 0.01)
    return {name: _rings(rings, far, stretch) for name, rings in outlines.items()}


def _rings(rings: tuple[Ring, ...], far: float, stretch: float) -> tuple[Ring, ...]:
    found = tuple(_ring(ring, far, stretch) for ring in rings)
    seen = tuple(ring for ring in found if len(ring) >= LEAST)
    return seen or (max(rings, key=len, default=()),)


def _ring(ring: Ring, far: float, stretch: float) -> Ring:
    """The points that stay, from the first to the last; a loop keeps its ends and the points that are far from them."""
    keep = {0, len(ring) - 1}
    spans = [(0, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        at, most = _farthest(ring, first, last, stretch)
        if most > far:
            keep.add(at)
            spans += ((first, at), (at, last))
    return tuple(ring[at] for at in sorted(keep))


def _farthest(ring: Ring, first: int, last: int, stretch: float) -> tuple[int, float]:
    found, most = first, 0.0
    for at in range(first + 1, last):
        away = _distance(ring[at], ring[first], ring[last], stretch)
        if away > most:
            found, most = at, away
    return found, most


def _distance(point: Point, start: Point, end: Point, stretch: float) -> float:
    """How far a point is from a line, in degrees of longitude."""
    x, y = point[0] - start[0], (point[1] - start[1]) * stretch
    dx, dy = end[0] - start[0], (end[1] - start[1]) * stretch
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (x * dx + y * dy) / length)) if length else 0.0
    return hypot(x - along * dx, y - along * dy)
