"""Search in the built site: the demo's own records, facets and languages, found by the real engine."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from demo_site.building import Built
from demo_site.chromium import tab_in

pytestmark = pytest.mark.browser
INDEXED = """async (bundle) => {
  const engine = await import(new URL(bundle + 'pagefind.js', document.baseURI).href);
  await engine.options({ baseUrl: '/' });
  await engine.init();
  const found = await engine.search(null);
  return Promise.all(found.results.map(async (one) => (await one.data()).url));
}"""
URGENT = ".sm-urgent:not(.sm-search__meanwhile)"


def results(page: Page) -> list[str]:
    """The names of the results, once they are there."""
    page.locator(".sm-search__name").first.wait_for()
    return page.locator(".sm-search__name").all_inner_texts()


def test_a_result_says_what_for_whom_where_and_what_it_costs(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{address}zoeken.html?q=formulierenspreekuur")
        card = tab.page.locator(".sm-search__result", has=tab.page.get_by_role("link", name="Formulierenspreekuur"))
        service = demo.catalogue.services["formulierenspreekuur"]
        place = demo.catalogue.locations[service.locations[0].location]
        expect(card.locator(".sm-search__lead")).to_have_text(service.summary["nl"])
        facts = " ".join(card.locator(".sm-search__facts").inner_text().split())
        assert "Gratis" in facts and "Iedereen" in facts and place.name["nl"] in facts
        assert card.locator("a[href^='tel:']").inner_text() == service.phones[0].number


def test_facets_carry_labels_that_residents_read(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{address}zoeken.html?q=geld")
        labels = tab.page.locator("fieldset legend")
        labels.first.wait_for()
        assert len(labels.all_inner_texts()) >= 4 and "Thema" in labels.all_inner_texts()
        boxes = tab.page.locator("fieldset label")
        expect(boxes.first).to_have_text(re.compile(r".+ (\(\d+\)|geen)"))
        terms = {term for name in demo.catalogue.vocabularies for term in demo.catalogue.terms(name)}
        shown = {re.sub(r" (\(\d+\)|geen)$", "", text.strip()) for text in boxes.all_text_contents()}
        named = {
            name["nl"]
            for each in demo.catalogue.vocabularies
            for name in (t.name for t in demo.catalogue.terms(each).values())
        }
        assert len(shown & named) > 20
        assert {text for text in shown if text in terms - named and "-" in text} == set()


def test_a_theme_narrows_and_back_returns(browser: Browser, address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{address}zoeken.html?q=formulieren")
        before, heading = results(tab.page), tab.page.locator("[data-sm-heading]").inner_text()
        tab.page.locator("fieldset input[value=geld]").check()
        tab.page.wait_for_url("**theme=geld**")
        expect(tab.page.locator("[data-sm-heading]")).not_to_have_text(heading)
        narrowed = results(tab.page)
        tab.page.locator(".sm-search__name a").first.click()
        expect(tab.page.locator("main.sm-page h1")).to_have_text(narrowed[0])
        tab.page.go_back()
        expect(tab.page.locator(".sm-search__name").first).to_have_text(narrowed[0])
        assert results(tab.page) == narrowed
        tab.page.go_back()
        expect(tab.page.locator("[data-sm-heading]")).to_have_text(heading)
        assert narrowed != before
        assert results(tab.page) == before


def test_home_searches_from_the_keyboard(browser: Browser, address: str) -> None:
    with tab_in(browser, width=360, height=640) as tab:
        tab.open(f"{address}index.html")
        for _ in range(20):
            tab.page.keyboard.press("Tab")
            if tab.page.evaluate("document.activeElement.type === 'search'"):
                break
        tab.page.keyboard.type("schulden")
        tab.page.keyboard.press("Enter")
        tab.page.wait_for_url("**/zoeken.html?q=schulden")
        assert "Hulp bij schulden" in results(tab.page)


def test_dutch_results_on_an_english_page_stand_under_their_own_heading(
    browser: Browser, demo: Built, address: str
) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{address}en/search.html?theme=geld")
        sections = tab.page.locator("section", has=tab.page.locator(".sm-search__results"))
        expect(sections).to_have_count(2)
        assert "in Dutch" in sections.nth(1).get_by_role("heading", level=2).inner_text()
        dutch = sections.nth(1).locator("[lang=nl]")
        links = dutch.locator(".sm-search__name a").evaluate_all("all => all.map((one) => one.pathname)")
        names = {path.rpartition("/")[2].removesuffix(".html") for path in links}
        assert links
        assert {name for name in names if "en" in demo.catalogue.services[name].name} == set()


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_an_index_holds_the_services_of_its_language_and_no_others(
    browser: Browser, demo: Built, address: str, language: str
) -> None:
    with tab_in(browser) as tab:
        tab.open(address + demo.route("search", language=language))
        up = "../" * demo.route("search", language=language).count("/")
        indexed = tab.page.evaluate(INDEXED, f"{up}pagefind/{language}/")
        services = demo.catalogue.services
        wanted = {
            "/" + demo.route("service", name, language=language)
            for name in demo.derived.listed
            if language in services[name].name
        }
        assert {url.lstrip("/") for url in indexed} == {url.lstrip("/") for url in wanted}


@pytest.mark.parametrize("typed", ["schuldhulp", "schulthulp", "uitkering", "kleren", "eenzaam"])
def test_words_that_residents_use_find_something(browser: Browser, address: str, typed: str) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{address}zoeken.html?q={typed}")
        assert len(results(tab.page)) >= 1


@pytest.mark.parametrize("typed", ["ik ben eenzaam", "ik heb geen geld voor de huur", "mijn man slaat mij"])
def test_sentences_that_residents_type_find_something(browser: Browser, address: str, typed: str) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{address}zoeken.html?q={typed}")
        assert len(results(tab.page)) >= 1


@pytest.mark.parametrize("typed", ["schulden", "xyzzyq"])
def test_urgent_numbers_stand_between_the_field_and_the_results(browser: Browser, address: str, typed: str) -> None:
    with tab_in(browser, width=1280, height=900) as tab:
        tab.open(f"{address}zoeken.html?q={typed}")
        tab.page.locator("[data-sm-heading]").wait_for()
        tops = [tab.page.locator(part).bounding_box() for part in (".sm-search__form", URGENT, "[data-sm-heading]")]
        heights = [box["y"] for box in tops if box]
        assert len(heights) == 3 and heights == sorted(heights)
        assert tab.page.locator(f"{URGENT} > ul > li").count() == 3


def test_nothing_found_names_the_desk_and_its_number_first(browser: Browser, demo: Built, address: str) -> None:
    desk = demo.catalogue.roles[demo.settings.desk or ""]
    with tab_in(browser) as tab:
        tab.open(f"{address}zoeken.html?q=xyzzyq")
        said = tab.page.locator("[data-sm-heading] + [data-sm-desk]")
        expect(said).to_contain_text(f"Bel gerust: {desk.name['nl']}")
        assert said.get_by_role("link").inner_text() == desk.phones[0].number


def test_a_service_is_found_by_the_words_of_its_life_question(browser: Browser, demo: Built, address: str) -> None:
    terms = demo.catalogue.terms("life_questions")
    asked = {name for service in demo.derived.listed for name in demo.catalogue.services[service].life_questions}
    words = [terms[name].name["nl"] for name in sorted(asked)][:3]
    assert words
    with tab_in(browser) as tab:
        for word in words:
            tab.open(f"{address}zoeken.html?q={word}&exact=1")
            assert len(results(tab.page)) >= 1
