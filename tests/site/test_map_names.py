"""Names of neighbourhoods on the map: clear of marks and of each other, or left out; marks say theirs too."""

import json
from collections.abc import Iterator
from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from demo_site.building import REPOSITORY, Built
from demo_site.chromium import Scheme, tab_in
from demo_site.everywhere import open_a_place, open_the_map
from demo_site.scripts import run_module

MODULE = REPOSITORY / "site_overrides/components/map/names.js"
PLACE = """export default (module, cases) => cases.map(({ names, marks, size }) => module.placeNames(
  names.map((name) => ({ ...name, inside: (x, y) => module.inRings([name.ring], x, y) })), marks, size));"""
Box = dict[str, float]
AIR = 4
BOXES = """all => all.map((one) => one.getBoundingClientRect())
  .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))"""


def square(left: float, top: float, side: float) -> list[Box]:
    return [
        {"x": x, "y": y} for x, y in ((left, top), (left + side, top), (left + side, top + side), (left, top + side))
    ]


def box(spot: Box, wide: float, high: float, air: float = 0) -> Box:
    x, y = (wide + air) / 2, (high + air) / 2
    return {"left": spot["left"] - x, "right": spot["left"] + x, "top": spot["top"] - y, "bottom": spot["top"] + y}


def meet(a: Box, b: Box) -> bool:
    across = a["left"] < b["right"] and b["left"] < a["right"]
    return across and a["top"] < b["bottom"] and b["top"] < a["bottom"]


def apart(a: Box, b: Box) -> float:
    """How far the edges of two round marks are from each other."""
    middles = [((one["left"] + one["right"]) / 2, (one["top"] + one["bottom"]) / 2) for one in (a, b)]
    return dist(*middles) - sum((one["right"] - one["left"]) / 2 for one in (a, b))


CASES = st.lists(
    st.builds(
        lambda sides, marks, width: {
            "names": [
                {"left": 60 + 120 * at, "top": 100, "wide": wide, "high": 20, "ring": square(120 * at, 0, 200)}
                for at, wide in enumerate(sides)
            ],
            "marks": [{"left": left, "top": top, "half": 20} for left, top in marks],
            "size": {"width": width, "height": 400},
        },
        st.lists(st.integers(40, 160), min_size=1, max_size=5),
        st.lists(st.tuples(st.integers(0, 600), st.integers(0, 200)), max_size=12),
        st.integers(200, 700),
    ),
    min_size=20,
    max_size=20,
)


@given(CASES)
@settings(max_examples=10, deadline=None)
def test_a_name_is_clear_of_marks_and_of_other_names_wherever_they_are(cases: list[dict[str, list[Box]]]) -> None:
    for case, spots in zip(cases, json.loads(run_module(MODULE, PLACE, cases)), strict=True):
        placed = [box(spot, name["wide"], 20, AIR) for spot, name in zip(spots, case["names"], strict=True) if spot]
        marks = [box(mark, 40, 40, AIR) for mark in case["marks"]]
        assert not any(meet(a, b) for a, b in combinations(placed, 2))
        assert not any(meet(name, mark) for name in placed for mark in marks)


def test_a_name_stands_in_the_middle_of_its_outline_and_gives_way_as_little_as_it_must() -> None:
    name = {"left": 100, "top": 100, "wide": 80, "high": 20, "ring": square(0, 0, 200)}
    size = {"width": 400, "height": 400}
    marks: list[list[Box]] = [[], [{"left": 100, "top": 100, "half": 20}]]
    marks.append([{"left": x, "top": y, "half": 20} for x in range(0, 201, 40) for y in range(0, 201, 40)])
    cases = [{"names": [name], "marks": each, "size": size} for each in marks]
    assert json.loads(run_module(MODULE, PLACE, cases)) == [
        [{"left": 100, "top": 100}],
        [{"left": 100, "top": 60}],
        [None],
    ]


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[dict[int, Page]]:
    """A page of each width."""
    with tab_in(browser, width=360, height=640) as narrow, tab_in(browser, width=1280) as wide:
        yield {360: narrow.page, 1280: wide.page}


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_name_is_under_a_mark_or_another_name_at_any_size(
    pages: dict[int, Page], demo: Built, address: str, language: str, width: int, scheme: Scheme
) -> None:
    page = pages[width]
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(address + demo.route("map", language=language))
    open_the_map(page)
    counts = []
    for _ in range(4):
        names = page.locator(".sm-map__name:visible").evaluate_all(BOXES)
        marks = page.locator(".sm-mark:visible").evaluate_all(BOXES)
        assert [pair for pair in combinations(names, 2) if meet(*pair)] == []
        assert [(name, mark) for name in names for mark in marks if meet(name, mark)] == []
        assert [pair for pair in combinations(marks, 2) if apart(*pair) < 0] == []
        assert all(min(mark["right"] - mark["left"], mark["bottom"] - mark["top"]) >= 24 for mark in marks)
        counts.append(len(names))
        page.locator(".sm-map__stage").press("+")
    assert counts[0] >= (3 if width == 360 else 8)


@pytest.mark.browser
def test_every_mark_says_its_neighbourhood_also_where_no_name_has_room(
    pages: dict[int, Page], demo: Built, address: str
) -> None:
    page = pages[360]
    page.goto(address + demo.route("map"))
    open_the_map(page)
    areas = {term.name["nl"] for term in demo.catalogue.terms("neighbourhoods").values()}
    labels = page.locator(".sm-mark:visible").evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))")
    assert labels and [label for label in labels if label.rpartition(", ")[2] not in areas] == []


@pytest.mark.browser
@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize(("width", "height"), [(320, 568), (360, 640), (1280, 800)])
def test_what_is_said_of_a_place_is_on_the_screen_and_esc_goes_back_to_its_mark(
    browser: Browser, demo: Built, address: str, language: str, width: int, height: int
) -> None:
    with tab_in(browser, width=width, height=height) as tab:
        tab.page.goto(address + demo.route("map", language=language))
        open_a_place(tab.page)
        told = tab.page.get_by_role("dialog")
        name, box_ = told.get_attribute("aria-label"), told.bounding_box()
        assert box_ and box_["x"] >= 0 and box_["x"] + box_["width"] <= width
        assert box_["y"] >= 0 and box_["y"] + box_["height"] <= height
        tab.page.keyboard.press("Escape")
        assert told.is_hidden()
        assert tab.page.evaluate("document.activeElement.getAttribute('aria-label')") == name
