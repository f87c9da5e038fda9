"""The site works from a folder on disk and from a path of a host."""

import pytest
from playwright.sync_api import Browser, expect

from demo_site.building import Built
from demo_site.chromium import tab_in
from demo_site.hosting import hosted
from demo_site.sample import NAMES, sample_route

pytestmark = pytest.mark.browser
STYLED = "getComputedStyle(document.querySelector('.sm-skip')).position"


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_type_of_page_opens_from_a_file_with_its_style_and_links(
    browser: Browser, demo: Built, language: str
) -> None:
    top = demo.root.as_uri() + "/"
    with tab_in(browser) as tab:
        for name in (each for each in NAMES if each != "redirect"):
            route = sample_route(name, demo, language=language)
            tab.page.goto(top + route)
            assert (name, tab.page.evaluate(STYLED)) == (name, "absolute")
            tab.page.locator("header a.sm-brand").click()
            assert tab.page.url == top + demo.route("home", language=language)


def test_links_can_be_followed_from_file_to_file(browser: Browser, demo: Built) -> None:
    with tab_in(browser) as tab:
        tab.page.goto((demo.root / "index.html").as_uri())
        tab.page.locator("main a[href^='themas/']").first.click()
        tab.page.locator("main a[href*='aanbod/']").first.click()
        assert tab.page.locator("main a[href^='tel:']").count() >= 1
        tab.page.get_by_role("link", name="English").click()
        assert "/en/services/" in tab.page.url
        assert tab.page.evaluate(STYLED) == "absolute"


def test_search_from_a_file_shows_the_list_from_a_to_z(browser: Browser, demo: Built) -> None:
    with tab_in(browser) as tab:
        tab.page.goto((demo.root / "index.html").as_uri())
        tab.page.get_by_role("searchbox").fill("geld")
        tab.page.keyboard.press("Enter")
        tab.page.wait_for_url("**/zoeken.html?q=geld")
        link = tab.page.locator("main a[href$='a-z.html']").first
        expect(link).to_be_visible()
        link.click()
        assert tab.page.url == (demo.root / "a-z.html").as_uri()


def test_everything_works_in_a_path_of_a_host(browser: Browser, demo: Built) -> None:
    with hosted(demo.root, base="/kaart/") as address, tab_in(browser) as tab:
        for name in (each for each in NAMES if each != "redirect"):
            tab.open(address + sample_route(name, demo, language="en"))
            assert (name, tab.said, tab.elsewhere(address)) == (name, [], [])
            assert tab.page.evaluate(STYLED) == "absolute"
        tab.open(f"{address}zoeken.html?q=formulieren")
        tab.page.locator(".sm-search__name a").first.click()
        expect(tab.page.get_by_role("heading", level=1)).to_be_visible()
        assert tab.page.url.startswith(f"{address}aanbod/")


def test_the_page_for_what_is_not_there_starts_its_links_at_the_path_of_the_site(
    browser: Browser, demo_online: Built
) -> None:
    with hosted(demo_online.root, base="/kaart/") as address, tab_in(browser) as tab:
        tab.page.goto(f"{address}a/b/c.html")
        assert tab.page.evaluate(STYLED) == "absolute"
        tab.page.locator("header a.sm-brand").click()
        assert tab.page.url == f"{address}index.html"
