"""Long lists have numbered pages: everything stands on exactly one, and each page leads to the others."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from socialmap.views.paging import build_pager, on_page, page_count
from socialmap.views.parts import PagerView, StepView


@given(st.lists(st.integers(), max_size=60), st.integers(min_value=1, max_value=9))
def test_the_pages_together_are_the_list(items: list[int], size: int) -> None:
    pages = [list(on_page(items, page, size=size)) for page in range(1, page_count(len(items), size=size) + 1)]
    assert [item for page in pages for item in page] == items
    assert all(page for page in pages) or pages == [[]]


def test_a_list_of_one_page_needs_no_pager() -> None:
    assert build_pager(1, 1, href=str) is None


def test_in_the_middle_the_ends_and_the_neighbours_are_shown() -> None:
    steps = (
        StepView(1, "1"),
        StepView(4, "4", gap=True),
        StepView(5, "5"),
        StepView(6, "6"),
        StepView(9, "9", gap=True),
    )
    assert build_pager(5, 9, href=str) == PagerView(5, 9, previous="4", next="6", steps=steps)


def test_the_ends_lead_one_way_only() -> None:
    steps = (StepView(1, "1"), StepView(2, "2"))
    assert build_pager(1, 2, href=str) == PagerView(1, 2, previous="", next="2", steps=steps)
    assert build_pager(2, 2, href=str) == PagerView(2, 2, previous="1", next="", steps=steps)


@given(st.integers(min_value=2, max_value=40).flatmap(lambda pages: st.tuples(st.integers(1, pages), st.just(pages))))
def test_every_page_is_reached_by_going_on(place: tuple[int, int]) -> None:
    page, pages = place
    pager = build_pager(page, pages, href=str)
    assert pager is not None
    numbers = [step.number for step in pager.steps]
    assert {1, page, pages} <= set(numbers)
    assert numbers == sorted(set(numbers))
    assert [step.number for step in pager.steps if step.gap] == [
        after for before, after in pairwise(numbers) if after - before > 1
    ]
