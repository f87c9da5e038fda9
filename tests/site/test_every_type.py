"""Every type of page in every language, scheme and width: nothing for axe, the console, the policy or the network."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from demo_site.building import Built
from demo_site.chromium import Scheme, Tab, open_tab, tab_in, with_large_text
from demo_site.hosting import hosted
from demo_site.sample import NAMES, TYPE_NAMES, sample_route

pytestmark = pytest.mark.browser
LANGUAGES = ("nl", "en", "ar")
VIEWS: tuple[tuple[Scheme, int], ...] = (("light", 360), ("dark", 1280), ("dark", 360), ("light", 1280))
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
REFRESH = '<meta http-equiv="refresh"'
STATES = tuple(name for name in NAMES if name not in TYPE_NAMES)
CASES = (
    *((name, language, view) for view in VIEWS for name in TYPE_NAMES for language in LANGUAGES),
    *(
        (name, language, VIEWS[(number + LANGUAGES.index(language) + turn) % 4])
        for number, name in enumerate(STATES)
        for language in LANGUAGES
        for turn in (0, 1)
    ),
)


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[dict[tuple[str, int], Tab]]:
    """One tab for each scheme and width."""
    contexts = {
        view: browser.new_context(viewport={"width": view[1], "height": 640}, color_scheme=view[0]) for view in VIEWS
    }
    yield {view: open_tab(context) for view, context in contexts.items()}
    for context in contexts.values():
        context.close()


def stay(page: Page, address: str) -> None:
    """Let redirect pages be looked at: they come without the order to leave."""

    def answer(route: object) -> None:
        response = route.fetch()  # type: ignore[attr-defined]
        route.fulfill(response=response, body=response.text().replace(REFRESH, "<meta data-was"))  # type: ignore[attr-defined]

    page.route(address, answer)


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe says against the page, with everything unfolded."""
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


@pytest.mark.parametrize(
    ("name", "language", "view"),
    CASES,
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else value,
)
def test_a_page_has_no_barrier_and_asks_stores_and_says_nothing(
    demo: Built,
    address: str,
    tabs: dict[tuple[str, int], Tab],
    name: str,
    language: str,
    view: tuple[Scheme, int],
) -> None:
    tab, url = tabs[view], address + sample_route(name, demo, language=language)
    if name == "redirect":
        stay(tab.page, url)
    tab.open(url)
    assert violations(tab.page) == []
    assert (tab.said, tab.elsewhere(address), tab.stored()) == ([], [], [])
    assert tab.page.context.cookies() == []
    assert tab.page.evaluate("document.documentElement.scrollWidth") == view[1]


@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_the_page_for_what_is_not_there_has_no_barrier(
    demo: Built, address: str, tabs: dict[tuple[str, int], Tab], scheme: Scheme, width: int
) -> None:
    tab = tabs[scheme, width]
    tab.open(f"{address}404.html")
    assert violations(tab.page) == []
    assert (tab.said, tab.elsewhere(address), tab.stored()) == ([], [], [])


def test_an_address_that_does_not_exist_says_so_in_words_and_leads_on(browser: Browser, address: str) -> None:
    with tab_in(browser) as tab:
        answer = tab.page.goto(f"{address}aanbod/bestaat-niet.html")
        assert answer is not None and answer.status == 404
        assert tab.page.get_by_role("heading", level=1).inner_text() == "Pagina niet gevonden"
        assert tab.page.locator("footer a[href^='tel:']").count() == 1
        tab.page.locator(".sm-tiles a, main ul a").first.click()
        assert tab.page.url.startswith(f"{address}themas/")


def test_pages_keep_their_policy_on_a_host_that_sends_no_headers(browser: Browser, demo: Built) -> None:
    with hosted(demo.root, headers=False) as address, tab_in(browser) as tab:
        for name in TYPE_NAMES:
            if name != "redirect":
                tab.open(address + sample_route(name, demo, language="nl"))
                assert (name, tab.said, tab.elsewhere(address)) == (name, [], [])
                ran = "window.ran = 1"
                tab.page.evaluate("code => document.head.append(Object.assign(document.createElement('script'), "
                                  "{textContent: code}))", ran)  # fmt: skip
                assert (name, tab.page.evaluate("window.ran")) == (name, None)


def test_an_old_address_brings_the_reader_to_the_page_of_today(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        tab.page.goto(address + sample_route("redirect", demo, language="nl"))
        new = next(service.id for service in demo.catalogue.services.values() if service.previous_ids)
        tab.page.wait_for_url(address + demo.route("service", new))
        assert tab.said == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_makes_a_narrow_screen_scroll_sideways(
    browser: Browser, demo: Built, address: str, language: str
) -> None:
    with tab_in(browser, width=320, height=568) as tab:
        wide = {}
        for name in (each for each in NAMES if each != "redirect"):
            tab.open(address + sample_route(name, demo, language=language))
            tab.page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
            wide[name] = tab.page.evaluate("document.documentElement.scrollWidth")
        assert {name: width for name, width in wide.items() if width > 320} == {}


@pytest.fixture(scope="module")
def large(browser: Browser) -> Iterator[Browser]:
    """Chromium of a reader who needs large letters."""
    found = with_large_text(browser)
    yield found
    found.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_twice_the_text_size_fits_and_hides_nothing(large: Browser, demo: Built, address: str, language: str) -> None:
    with tab_in(large, width=640, height=800) as tab:
        wide = {}
        for name in (each for each in NAMES if each != "redirect"):
            tab.open(address + sample_route(name, demo, language=language))
            assert tab.page.evaluate("getComputedStyle(document.body).fontSize") == "36px"
            wide[name] = tab.page.evaluate(CUT_OFF)
        assert {name: found for name, found in wide.items() if found != [0, []]} == {}


CUT_OFF = """() => {
  const seen = (one) => one.checkVisibility() && !one.closest('.sm-hidden, .sm-skip, svg');
  const cut = (one) => one.clientWidth > 1 && ['hidden', 'clip'].includes(getComputedStyle(one).overflowX)
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
  const root = document.documentElement;
  return [Math.max(0, root.scrollWidth - root.clientWidth),
    [...document.querySelectorAll('body *')].filter((one) => seen(one) && cut(one)).map((one) => one.outerHTML)];
}"""
