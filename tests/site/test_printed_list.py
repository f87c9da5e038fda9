"""A list on paper, and on a phone: the hours of the week, no buttons, and the places before the other lists."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from demo_site.building import Built
from demo_site.hosting import hosted

pytestmark = pytest.mark.browser
SEEN = "all => all.filter(one => one.checkVisibility()).map(one => one.textContent.trim())"
LINE = ".sm-card:has([href$='geldspreekuur-voor-jongeren.html']) .sm-line li"


@pytest.fixture
def theme(browser: Browser, demo: Built) -> Iterator[Page]:
    """The list of a theme on a phone, at an hour at which some places are open."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.clock.install(time="2026-11-03T15:15:00+01:00")
    with hosted(demo.root) as address:
        page.goto(f"{address}themas/geld.html")
        yield page
    context.close()


def test_paper_tells_the_week_and_not_this_minute(theme: Page) -> None:
    theme.wait_for_selector(".sm-keep")
    assert theme.eval_on_selector_all(LINE, SEEN)[-2] == "Nu open, tot 18:00"
    theme.emulate_media(media="print")
    assert theme.eval_on_selector_all(LINE, SEEN)[-2] == "di 15:00–18:00"
    assert theme.eval_on_selector_all(".sm-keep, .sm-listing__search", SEEN) == []


def test_on_a_phone_the_places_come_before_other_lists(theme: Page) -> None:
    def top(selector: str) -> float:
        return float(theme.eval_on_selector(selector, "one => one.getBoundingClientRect().top"))

    assert top(".sm-jump") < top(".sm-card") < top("#crossings")
    theme.click(".sm-listing__to a")
    assert theme.evaluate("location.hash") == "#crossings"
    theme.set_viewport_size({"width": 1280, "height": 800})
    assert top("#crossings") < top(".sm-card:last-child")
    assert theme.eval_on_selector_all(".sm-listing__to", SEEN) == []
