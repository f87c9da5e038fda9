"""A list made from the cards of search results and of themes: by keyboard, told in words, and nothing kept before."""

import pytest
from playwright.sync_api import Browser, Page

from demo_site.building import Built
from demo_site.chromium import tab_in
from demo_site.html import read_html
from demo_site.sizes import brotli_sizes
from socialmap.views.routes import PageKind

pytestmark = pytest.mark.browser
WORDS = {
    "nl": ("geld", "Bewaar", "Bewaard", "Naar mijn lijst (1)"),
    "en": ("money", "Keep", "Kept", "To my list (1)"),
    "ar": ("المال", "احفظ", "محفوظ", "إلى قائمتي (1)"),
}
MARKS = {0x2068: None, 0x2069: None}


def walk_to_keep(page: Page) -> str:
    """Go on with Tab until a button that keeps; the service it is of."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if found := page.evaluate("document.activeElement.dataset.keep"):
            return str(found)
    raise AssertionError("no button was reached")


def kept(page: Page) -> list[str]:
    """The services that this device keeps."""
    return str(page.evaluate("localStorage.getItem('sm-list') ?? ''")).split(",")


def test_five_results_become_a_list_by_keyboard(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser, width=360, height=640) as tab:
        tab.open(f"{address}{demo.route('search')}?q=geld")
        tab.page.locator("button[data-keep]").first.wait_for()
        assert tab.stored() == []
        tab.page.locator("[data-sm-heading]").first.focus()
        chosen = []
        for _ in range(5):
            chosen.append(walk_to_keep(tab.page))
            tab.page.keyboard.press("Enter")
            tab.page.get_by_role("link", name=f"Naar mijn lijst ({len(chosen)})").wait_for()
        assert len(set(chosen)) == 5
        assert kept(tab.page) == chosen
        said = tab.page.get_by_role("status").last.inner_text().translate(MARKS)
        name = demo.catalogue.services[chosen[-1]].name["nl"]
        assert said == f"{name} staat in je lijst, alleen op dit apparaat. Aantal plekken in je lijst: 5."
        tab.page.keyboard.press("Tab")
        tab.page.keyboard.press("Enter")
        tab.page.locator("[data-mine-items] > li").nth(4).wait_for()
        assert tab.page.locator("[data-mine-items] > li").count() == 5
        assert (tab.said, tab.elsewhere(address)) == ([], [])


@pytest.mark.parametrize("language", WORDS)
def test_a_second_press_takes_a_service_off_again(browser: Browser, demo: Built, address: str, language: str) -> None:
    query, keep, held, way = WORDS[language]
    with tab_in(browser, width=320, height=568) as tab:
        search = f"{demo.route('search', language=language)}?q={query}"
        for route in (demo.route("theme", "geld", language=language), search):
            tab.open(address + route)
            button = tab.page.locator("button[data-keep]").first
            assert button.inner_text().split("\n")[0].startswith(keep)
            button.click()
            tab.page.get_by_role("link", name=way).wait_for()
            assert (button.inner_text().startswith(held), tab.stored()) == (True, ["sm-list"])
            assert tab.page.evaluate("document.documentElement.scrollWidth") == 320
            button.click()
            tab.page.get_by_role("link", name=way).wait_for(state="detached")
            assert (button.inner_text().startswith(keep), tab.stored(), tab.said) == (True, [], [])


def test_what_is_kept_on_one_page_is_known_on_the_next(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(address + demo.route("service", "voedselbank"))
        tab.page.get_by_role("button", name="Bewaar in mijn lijst").click()
        tab.page.get_by_role("link", name="Naar mijn lijst").wait_for()
        tab.open(address + demo.route("organization", "voedselbank-voorbeeldstad"))
        button = tab.page.locator("button[data-keep=voedselbank]")
        assert button.inner_text().translate(MARKS).split() == [
            "Bewaard",
            "Voedselbank.",
            "Haal",
            "van",
            "mijn",
            "lijst",
        ]


@pytest.mark.parametrize(("kind", "name", "query"), [("theme", "geld", ""), ("search", "", "?q=hulp+bij+schulden")])
def test_buttons_and_results_do_not_move_what_is_there(
    browser: Browser, demo: Built, address: str, kind: PageKind, name: str, query: str
) -> None:
    with tab_in(browser, width=360, height=640) as tab:
        tab.page.add_init_script(SHIFTS)
        tab.open(address + demo.route(kind, name) + query)
        tab.page.locator("button[data-keep]").first.wait_for()
        tab.page.wait_for_timeout(200)
        assert tab.page.evaluate("window.moved") == 0


def test_only_pages_with_cards_load_the_button(demo: Built) -> None:
    (script,) = (demo.root / "assets").glob("my-list-cards.*.js")
    for kind, name in (("home", ""), ("service", "voedselbank")):
        page = read_html(demo.root / demo.route(kind, name))  # type: ignore[arg-type]
        assert [each["src"] for each in page.all("script") if script.name in each.get("src", "")] == []
    assert brotli_sizes([script])[script] <= 1200


SHIFTS = """window.moved = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.moved += one.value; })
  .observe({ type: 'layout-shift', buffered: true });"""
