"""Outlines for a map: far fewer points, hardly moved, and none lost."""

import json
from itertools import pairwise
from math import cos, hypot, radians, sin
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from socialmap.derive.outlines import STEPS, simplified
from socialmap.model.boundary import Point, Ring

SQUARE: Ring = ((5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.1), (5.0, 52.0))


def along(start: Point, end: Point, steps: int) -> list[Point]:
    return [
        (start[0] + (end[0] - start[0]) * at / steps, start[1] + (end[1] - start[1]) * at / steps)
        for at in range(steps)
    ]


def away(point: Point, ring: Ring) -> float:
    """How far a point is from a ring, in degrees of longitude."""
    stretch = 1 / cos(radians(52))
    found = []
    for (x1, y1), (x2, y2) in pairwise(ring):
        dx, dy, px, py = x2 - x1, (y2 - y1) * stretch, point[0] - x1, (point[1] - y1) * stretch
        part = max(0.0, min(1.0, (px * dx + py * dy) / (dx * dx + dy * dy))) if dx or dy else 0.0
        found.append(hypot(px - part * dx, py - part * dy))
    return min(found, default=hypot(point[0] - ring[0][0], (point[1] - ring[0][1]) * stretch))


def test_points_on_a_straight_line_go() -> None:
    dense = tuple(point for a, b in pairwise(SQUARE) for point in along(a, b, 50)) + SQUARE[-1:]
    assert simplified({"wijk": (dense,)}) == {"wijk": (SQUARE,)}


@given(st.lists(st.floats(0.02, 0.05), min_size=8, max_size=60))
def test_nothing_moves_more_than_can_be_seen(radii: list[float]) -> None:
    turn = 6.283185 / len(radii)
    ring = tuple((5 + r * cos(at * turn), 52 + r * sin(at * turn)) for at, r in enumerate(radii))
    ring = (*ring, ring[0])
    (kept,) = simplified({"wijk": (ring,)})["wijk"]
    width = max(x for x, _ in ring) - min(x for x, _ in ring)
    assert set(kept) <= set(ring)
    assert max(away(point, kept) for point in ring) <= width / STEPS * 1.01


def test_specks_go_but_never_the_last_of_an_outline() -> None:
    speck: Ring = ((5.0, 52.0), (5.00001, 52.0), (5.0, 52.00001), (5.0, 52.0))
    found = simplified({"wijk": (SQUARE, speck), "eiland": (speck,)})
    assert [len(rings) for rings in found.values()] == [1, 1]
    assert simplified({}) == {}


def test_real_outlines_become_small(shared: Path) -> None:
    features = json.loads((shared / "boundaries" / "cth-utrecht.geojson").read_text("utf-8"))["features"]
    rings = {}
    for feature in features:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        name = str(len(rings))
        rings[name] = tuple(tuple((x, y) for x, y, *_ in ring) for polygon in polygons for ring in polygon)
    found = simplified(rings)
    before, after = (sum(len(ring) for each in one.values() for ring in each) for one in (rings, found))
    print(f"{before} points become {after}")
    assert found.keys() == rings.keys()
    assert after < before / 5
