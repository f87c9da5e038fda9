"""Suggestions under the search field, in a real browser on the demo's own site."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from demo_site.building import Built
from demo_site.chromium import Tab, tab_in
from demo_site.hosting import hosted

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(demo: Built) -> Iterator[str]:
    """The address of the demo site in a sub-path, as most hosts have it."""
    with hosted(demo.root, base="/kaart/") as address:
        yield address


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A phone."""
    with tab_in(browser, width=360, height=740) as found:
        yield found


def type_in(page: Page, text: str) -> None:
    """Go to the field and type, until the list is there."""
    page.locator("input[type=search]").first.focus()
    page.keyboard.type(text, delay=40)
    page.get_by_role("option").first.wait_for()


def test_a_slip_is_asked_about_and_what_was_meant_is_there(tab: Tab, site: str) -> None:
    tab.open(f"{site}index.html")
    type_in(tab.page, "shculden")
    expect(tab.page.get_by_role("option").first).to_have_text("Bedoelde je “schulden”? ")
    options = tab.page.get_by_role("option").all_inner_texts()
    assert options[:2] == ["Bedoelde je “schulden”?", "Hulp bij schulden"]
    assert any(option.startswith("Geld en schulden") and option.endswith("Thema") for option in options)
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/zoeken.html?q=schulden")


def test_the_list_is_walked_with_arrows_and_opens_a_page(tab: Tab, site: str) -> None:
    tab.open(f"{site}index.html")
    field = tab.page.locator("input[type=search]").first
    type_in(tab.page, "voedselbank")
    expect(tab.page.get_by_role("option").first).to_have_text("Voedselbank ")
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    tab.page.keyboard.press("ArrowDown")
    marked = tab.page.locator("[role=option][aria-selected=true]")
    assert field.get_attribute("aria-activedescendant") == marked.get_attribute("id")
    assert marked.inner_text() == "Voedselbank"
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/kaart/aanbod/voedselbank.html")


def test_escape_closes_the_list_and_enter_searches_for_what_was_typed(tab: Tab, site: str) -> None:
    tab.open(f"{site}index.html")
    type_in(tab.page, "huisarts")
    tab.page.keyboard.press("Escape")
    expect(tab.page.get_by_role("listbox")).to_be_hidden()
    expect(tab.page.locator("input[type=search]").first).to_have_value("huisarts")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/zoeken.html?q=huisarts")


def test_how_many_there_are_is_told(tab: Tab, site: str) -> None:
    tab.open(f"{site}index.html")
    type_in(tab.page, "taal")
    count = tab.page.get_by_role("option").count()
    expect(tab.page.locator(".sm-suggest__status")).to_have_text(f"{count} suggesties")


def test_a_neighbourhood_is_suggested_in_the_page_language(tab: Tab, site: str) -> None:
    tab.open(f"{site}en/index.html")
    type_in(tab.page, "havenw")
    texts = [" ".join(text.split()) for text in tab.page.get_by_role("option").all_inner_texts()]
    assert "Havenwijk Neighbourhood" in texts


def test_nothing_is_fetched_before_the_field_is_used(tab: Tab, site: str) -> None:
    tab.open(f"{site}index.html")
    tab.page.wait_for_load_state("networkidle")
    assert [url for url in tab.asked if "combobox" in url or "pagefind" in url] == []


def test_a_word_that_only_a_description_has_is_found_without_the_full_text_engine(tab: Tab, site: str) -> None:
    tab.open(f"{site}zoeken.html?q=brievenbusborstel")
    tab.page.locator(".sm-search__name").first.wait_for()
    assert [url for url in tab.asked if "/words/t" in url]
    assert [url for url in tab.asked if "wasm" in url or "pagefind.js" in url] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_list(browser: Browser, site: str, scheme: str) -> None:
    with tab_in(browser, width=360, scheme=scheme) as tab:  # type: ignore[arg-type]
        tab.open(f"{site}index.html")
        type_in(tab.page, "schuld")
        tab.page.keyboard.press("ArrowDown")
        assert Axe().run(tab.page).response["violations"] == []


def test_how_a_question_was_read_is_said_and_can_be_undone(tab: Tab, site: str) -> None:
    tab.open(f"{site}zoeken.html?q=shculden")
    note = tab.page.locator(".sm-search__wide")
    told = note.inner_text().replace("\u2068", "").replace("\u2069", "")
    assert told.startswith("We zochten op “schulden” in plaats van “shculden”.")
    note.get_by_role("link", name="Alleen precies deze woorden").click()
    tab.page.wait_for_url("**exact=1")
    expect(tab.page.locator("[data-sm-heading]")).to_contain_text("Niets gevonden")
