"""Every page is whole HTML in every language, with everything its view can hold and with almost nothing."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from render.views import PAGE_VIEWS, bare, full
from socialmap.render import make_renderer, read_translations
from socialmap.render.icons import icon_folder

OVERRIDES = Path(__file__).parents[2] / "site_overrides"
VOID = frozenset(("br", "img", "input", "hr", "path"))


class Tags(HTMLParser):
    """The elements and ids of a body; an element that is closed out of order fails the test."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag, f"</{tag}> closes another element"


def body(kind: str, language: str, make: Callable[[type], object]) -> str:
    """The body of a page by the real templates, texts and icons."""
    translations = read_translations(language, folders=(OVERRIDES / "translations",))
    renderer = make_renderer((OVERRIDES,), translations=translations, icons=icon_folder())
    return renderer.render(kind, make(PAGE_VIEWS[kind]))


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize("kind", PAGE_VIEWS)
@pytest.mark.parametrize("make", [bare, full])
def test_a_page_is_whole_with_everything_and_with_almost_nothing(
    kind: str, language: str, make: Callable[[type], object]
) -> None:
    tags = Tags()
    tags.feed(body(kind, language, make))
    tags.close()
    assert tags.open == []
    assert (tags.seen.count("main"), tags.seen.count("h1")) == (1, 1)
    assert sorted(set(tags.ids)) == sorted(tags.ids)


@pytest.mark.parametrize("kind", PAGE_VIEWS)
def test_no_value_of_a_view_reaches_the_page_as_html(kind: str) -> None:
    html = body(kind, "nl", full)
    assert [mark for mark in ('<i>&"tekst"', '<b>&"woorden"', "b=<2>") if mark in html] == []
