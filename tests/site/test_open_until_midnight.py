"""A place that closes at the end of the day: the browser says midnight in words, on its page and on its card."""

import pytest
from playwright.sync_api import Browser

from demo_site.building import Built

pytestmark = pytest.mark.browser
SAYS = {
    "nl": ("Nu open, tot middernacht", "Gaat bijna dicht, om middernacht"),
    "en": ("Open now, until midnight", "Closes soon, at midnight"),
    "ar": ("مفتوح الآن حتى منتصف الليل", "يغلق قريبًا، عند منتصف الليل"),
}


def said(browser: Browser, url: str, *, now: str) -> list[str]:
    """What a page says of the regional taxi at a moment, which drives until 24:00."""
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(url)
    places = page.locator("[data-state]")
    found = [places.nth(at).inner_text() for at in range(places.count())]
    context.close()
    return found


@pytest.mark.parametrize("language", SAYS)
def test_midnight_is_said_in_words(demo: Built, browser: Browser, address: str, language: str) -> None:
    page = address + demo.route("service", "regiotaxi", language=language)
    theme = address + demo.route("theme", "vervoer", language=language)
    still, soon = SAYS[language]
    assert said(browser, page, now="2026-11-03T12:00:00+01:00")[0] == still
    assert said(browser, page, now="2026-11-03T23:45:00+01:00")[0] == soon
    assert still in said(browser, theme, now="2026-11-03T12:00:00+01:00")
