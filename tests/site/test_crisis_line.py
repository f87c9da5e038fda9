"""Who searches for words of danger sees who helps at once, above everything else, in every language."""

import pytest
from playwright.sync_api import Browser

from demo_site.building import Built
from demo_site.chromium import tab_in
from demo_site.html import read_html

pytestmark = pytest.mark.browser
SHOWN = "[data-topic]:not([hidden])"
ASKED = (
    ("nl", "mijn man slaat mij", ["geweld-thuis"], "tel:08002000"),
    ("nl", "ik wil dood", ["zelfdoding"], "tel:113"),
    ("nl", "waar kan ik vannacht slapen", ["dakloos"], "tel:09008844"),
    ("en", "ik wil dood", ["zelfdoding"], "tel:113"),
    ("en", "my husband beats me", ["geweld-thuis"], "tel:08002000"),
    ("ar", "أريد أن أموت", ["zelfdoding"], "tel:113"),
    ("ar", "spoed", ["direct-gevaar"], "tel:112"),
)


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_the_right_number_stands_above_the_results(
    browser: Browser, demo: Built, address: str, asked: tuple[str, str, list[str], str]
) -> None:
    language, query, topics, first = asked
    with tab_in(browser, width=360, height=640) as tab:
        tab.open(f"{address}{demo.route('search', language=language)}?q={query}")
        shown = tab.page.locator(SHOWN)
        assert shown.evaluate_all("all => all.map((one) => one.dataset.topic)") == topics
        assert shown.first.locator("a[href^='tel:']").first.get_attribute("href") == first
        line, results = shown.first.bounding_box(), tab.page.locator("[data-sm-heading]").first.bounding_box()
        assert line is not None and results is not None
        assert line["y"] + line["height"] <= results["y"]
        assert tab.page.get_by_role("alert").get_by_role("heading").count() == 1
        assert tab.page.locator(".sm-urgent:not(.sm-search__meanwhile)").is_hidden()
        assert (tab.said, tab.stored()) == ([], [])


def test_another_query_takes_the_line_away_and_back_brings_it_again(
    browser: Browser, demo: Built, address: str
) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{address}{demo.route('search')}?q=zelfmoord")
        tab.page.get_by_role("searchbox").fill("koffie")
        tab.page.keyboard.press("Enter")
        tab.page.locator(SHOWN).first.wait_for(state="detached")
        assert tab.page.locator(".sm-urgent:not(.sm-search__meanwhile)").is_visible()
        tab.page.go_back()
        tab.page.locator(SHOWN).wait_for()


def test_the_line_is_there_when_the_engine_is_not(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        tab.page.route("**/pagefind/**", lambda route: route.abort())
        tab.page.goto(f"{address}{demo.route('search')}?q=ik word verkracht")
        tab.page.locator(SHOWN).wait_for()
        assert tab.page.locator(SHOWN).get_attribute("data-topic") == "seksueel-geweld"


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_the_urgent_numbers_are_on_the_page_without_a_script(demo: Built, language: str) -> None:
    page = read_html(demo.root / demo.route("search", language=language))
    assert {"tel:112", "tel:113"} <= set(page.hrefs())


@pytest.mark.parametrize(
    ("service", "needed"), [("opvang-de-veilige-plek", True), ("ruzie-met-de-buren", False), ("voedselbank", False)]
)
def test_only_pages_on_danger_have_the_quick_way_out_of_the_settings(
    demo: Built, service: str, *, needed: bool
) -> None:
    page = read_html(demo.root / demo.route("service", service))
    exits = [each["href"] for each in page.all("a") if "data-exit" in each]
    assert exits == ([demo.settings.quick_exit] if needed else [])
