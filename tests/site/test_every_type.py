"""Every type of page in every language, scheme and width: nothing for axe, the console, the policy or the network."""

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page

from demo_site.barriers import faults
from demo_site.building import Built, build
from demo_site.chromium import tab_in, with_large_text
from demo_site.everywhere import Sight, sights
from demo_site.hosting import hosted
from demo_site.in_use import forms_in_use, lists_in_use, send_a_form
from demo_site.sample import NAMES, TYPE_NAMES, sample_route
from demo_site.small import RECORDS, write_small
from form.inputs import RIGHT

pytestmark = pytest.mark.browser
LANGUAGES = ("nl", "en", "ar")
REFRESH = '<meta http-equiv="refresh"'
CHOSEN = {"service-kept": ("sm-list",), "my-list-kept": ("sm-list",)}


def stay(page: Page, address: str) -> None:
    """Let redirect pages be looked at: they come without the order to leave."""

    def answer(route: object) -> None:
        response = route.fetch()  # type: ignore[attr-defined]
        route.fulfill(response=response, body=response.text().replace(REFRESH, "<meta data-was"))  # type: ignore[attr-defined]

    page.route(address, answer)


def every_sight(built: Built, *, language: str) -> Iterator[Sight]:
    """All pages there are to look at in a language, also in the midst of being used."""
    yield from sights(built, language=language)
    yield Sight("redirect", sample_route("redirect", built, language=language))
    yield from lists_in_use(built, language=language)
    yield from forms_in_use(built) if language == built.settings.language else ()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_no_barrier_and_asks_stores_and_says_nothing(
    browser: Browser, demo: Built, address: str, language: str, width: int
) -> None:
    wrong: dict[str, list[object]] = {}
    with tab_in(browser, width=width, height=640) as tab:
        stay(tab.page, address + sample_route("redirect", demo, language=language))
        for sight in every_sight(demo, language=language):
            sight.open(tab, address)
            if found := list(faults(tab, origin=address, kept=CHOSEN.get(sight.name, ()))):
                wrong[sight.name] = found
            tab.page.evaluate("localStorage.clear()")
    assert wrong == {}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small municipality with what the demo has not: data kept at a Git host, and a service nobody checked."""
    root = tmp_path_factory.mktemp("other")
    forgotten = {**RECORDS["aanbod/spreekuur.yml"], "naam": "Verlopen", "gecontroleerd_op": "2020-10-01"}
    settings = {"repository": "https://github.com/dorp/kaart", "languages": ["nl", "en", "ar"]}
    built = build(write_small(root, changes={"aanbod/verlopen.yml": forgotten}), into=root / "out", settings=settings)
    assert not built.report.failed
    with hosted(built.root) as url:
        yield url


@pytest.mark.parametrize("width", [360, 1280])
def test_what_only_other_municipalities_have_has_no_barrier(browser: Browser, other: str, width: int) -> None:
    routes = {"nl": "aanbod/verlopen.html", "en": "en/services/verlopen.html", "ar": "ar/khadamat/verlopen.html"}
    shown = Sight("host", "melden/locaties.html", partial(send_a_form, answers=RIGHT["location"]))
    wrong: dict[str, list[object]] = {}
    with tab_in(browser, width=width, height=640) as tab:
        for sight in (shown, *(Sight(name, route) for name, route in routes.items())):
            sight.open(tab, other)
            if found := list(faults(tab, origin=other)):
                wrong[sight.name] = found
    assert wrong == {}


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
