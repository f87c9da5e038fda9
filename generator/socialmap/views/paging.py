"""Numbered pages of long lists: how many there are, what stands on one, and the links between them (ACCESS §3)."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

from socialmap.views.parts import PagerView, StepView

Item = TypeVar("Item")
CARDS = 50
LINKS = 200
BESIDE = 1


def page_count(items: int, *, size: int) -> int:
    """How many pages of a size so many items need; an empty list has one page too."""
    return max(1, -(-items // size))


def on_page(items: Sequence[Item], page: int, *, size: int) -> Sequence[Item]:
    """The items of a page; the first page is 1."""
    return items[(page - 1) * size : page * size]


def build_pager(page: int, pages: int, *, href: Callable[[int], str]) -> PagerView | None:
    """The links to the other pages of a list, `href` gives their addresses; nothing for a list of one page.

    Shown are the first, the last, the page itself and those beside it.
    """
    if pages < 2:
        return None
    shown = [to for to in range(1, pages + 1) if to in (1, pages) or abs(to - page) <= BESIDE]
    gaps = {after for before, after in pairwise(shown) if after - before > 1}
    return PagerView(
        page,
        pages,
        previous=href(page - 1) if page > 1 else "",
        next=href(page + 1) if page < pages else "",
        steps=tuple(StepView(to, href(to), to in gaps) for to in shown),
    )
