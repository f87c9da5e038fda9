"""In which neighbourhood a point lies, and how far points are apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.derive.places import by_point, distance, inside, neighbourhoods
from socialmap.model import Location
from socialmap.model.boundary import Boundary, Ring


def square(west: float, south: float, size: float) -> Ring:
    east, north = west + size, south + size
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


OUTLINES = (Boundary("centrum", (square(0, 0, 10), square(4, 4, 2))), Boundary("eiland", (square(4, 4, 2),)))
NUMBERS = st.floats(-20, 20)


def location(name: str, **values: object) -> Location:
    return Location.model_validate({"id": name, "name": {"nl": name}, **values})


@pytest.mark.parametrize(
    ("longitude", "latitude", "found"),
    [
        (1, 1, "centrum"),
        (5, 5, "eiland"),
        (11, 5, ""),
        (-1, 5, ""),
        (0, 0, "centrum"),
        (10, 10, ""),
        (3.999, 5, "centrum"),
    ],
)
def test_a_point_lies_in_one_outline_and_not_in_its_hole(longitude: float, latitude: float, found: str) -> None:
    assert by_point(location("a", longitude=longitude, latitude=latitude), OUTLINES) == found


@given(NUMBERS, NUMBERS)
def test_two_halves_share_no_point_and_miss_none(longitude: float, latitude: float) -> None:
    whole = square(0, 0, 10)
    west = ((0.0, 0.0), (5.0, 0.0), (5.0, 10.0), (0.0, 10.0))
    east = ((5.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 10.0))
    halves = inside(longitude, latitude, (west,)) + inside(longitude, latitude, (east,))
    assert halves == inside(longitude, latitude, (whole,))


def test_what_is_written_goes_before_the_point_and_no_point_is_nowhere() -> None:
    places = (
        location("a", latitude=1, longitude=1, neighbourhood="oost"),
        location("b", latitude=1, longitude=1),
        location("c", latitude=1),
        location("d"),
    )
    assert neighbourhoods(places, OUTLINES) == {"a": "oost", "b": "centrum"}


def test_distances_in_metres() -> None:
    assert distance((52.0, 5.0), (52.0, 5.0)) == 0
    assert round(distance((0.0, 0.0), (1.0, 0.0))) == 111_195
    assert round(distance((52.0907, 5.1214), (52.3702, 4.8952)) / 1000) == 35
    assert distance((52.1, 5.0), (52.0, 5.2)) == distance((52.0, 5.2), (52.1, 5.0))
