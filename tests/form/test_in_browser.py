"""A form as somebody uses it: faults told kindly, the record handed over as chosen, and nothing kept unasked."""

from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from demo_site.building import Built, build
from demo_site.chromium import Tab, tab_in
from demo_site.hosting import hosted
from demo_site.small import write_small

pytestmark = pytest.mark.browser
NEW, CHANGE = "melden/aanbod.html", "wijzigen/aanbod.html"
RECORD = {
    "naam": "Taalcafé: praten",
    "samenvatting": "Je oefent samen.",
    "soort": ["hulp"],
    "themas": ["geld"],
    "organisatie": "welzijn",
    "telefoon": [{"nummer": "0303012345"}],
    "email": "info@dorp.example",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site whose data is kept at GitHub, on a host that sends its policies."""
    root = tmp_path_factory.mktemp("forms")
    settings = {"repository": "https://github.com/dorp/kaart", "report": "redactie@dorp.example"}
    built: Built = build(write_small(root), into=root / "out", settings=settings)
    assert not built.report.failed
    with hosted(built.root) as url:
        yield url


@pytest.fixture
def tab(browser: Browser, site: str) -> Iterator[Tab]:
    """A tab with the form for something new."""
    with tab_in(browser, width=360) as opened:
        opened.page.goto(site + NEW)
        opened.page.wait_for_selector("button[type=submit]:not([disabled])")
        yield opened


def fill(page: Page) -> None:
    page.fill("#f-name", "Taalcafé: praten")
    page.fill("#f-summary", "Je oefent samen.")
    page.check("input[name=kinds][value=hulp]")
    page.check("input[name=themes][value=geld]")
    page.fill("#f-organization", "welzijn")
    page.fill("#f-phones-0-number", "0303012345")
    page.fill("#f-email", "info@dorp.example")


def test_every_fault_stands_in_the_list_and_at_its_question(tab: Tab) -> None:
    page = tab.page
    page.fill("#f-name", "Taalcafé")
    page.fill("#f-email", "info")
    page.click("button[type=submit]")
    expect(page.locator(".sm-wrongs h2")).to_have_text("Er kloppen nog 3 dingen niet")
    assert page.evaluate("document.activeElement.className") == "sm-wrongs"
    assert page.locator("[data-path=email] .sm-field__wrong").get_attribute("data-code") == "SM214"
    assert page.locator("#f-email").get_attribute("aria-invalid") == "true"
    told = page.locator("#f-email").get_attribute("aria-describedby") or ""
    assert "`info` is geen mailadres." in page.locator(f"#{told.split()[-1]}").inner_text()
    assert page.input_value("#f-email") == "info"
    assert page.locator(".sm-result").is_hidden()
    page.locator(".sm-wrongs a", has_text="mailadres").click()
    assert page.evaluate("document.activeElement.id") == "f-email"


def test_hours_that_nobody_can_read_are_told_and_their_reader_comes_only_then(tab: Tab) -> None:
    fill(tab.page)
    assert not [url for url in tab.asked if "form-hours" in url]
    tab.page.fill("#f-schedule", "maandagochtend als er iemand is")
    tab.page.click("button[type=submit]")
    told = tab.page.locator("[data-path=schedule] .sm-field__wrong")
    expect(told).to_have_attribute("data-code", "SM216")
    expect(told).to_contain_text("We begrijpen `maandagochtend` niet.")
    assert len([url for url in tab.asked if "form-hours" in url]) == 2


def test_a_fault_that_was_put_right_is_gone(tab: Tab) -> None:
    fill(tab.page)
    tab.page.fill("#f-email", "info")
    tab.page.click("button[type=submit]")
    tab.page.locator(".sm-wrongs").wait_for()
    tab.page.fill("#f-email", "info@dorp.example")
    tab.page.click("button[type=submit]")
    tab.page.locator(".sm-result").wait_for()
    assert tab.page.locator(".sm-wrongs").is_hidden()
    assert tab.page.locator(".sm-field__wrong, [aria-invalid]").count() == 0


def test_the_record_is_shown_and_goes_where_somebody_chooses(tab: Tab) -> None:
    page = tab.page
    fill(page)
    page.click("button[type=submit]")
    page.locator(".sm-result").wait_for()
    text = page.locator(".sm-result pre").inner_text()
    assert yaml.safe_load(text) == RECORD
    assert '"0303012345"' in text
    file = urlsplit(page.locator("[data-way=file]").get_attribute("href") or "")
    assert (file.netloc, file.path) == ("github.com", "/dorp/kaart/new/main")
    words = parse_qs(file.query)
    assert words["filename"] == ["data/aanbod/taalcafe-praten.yml"]
    assert yaml.safe_load(words["value"][0]) == RECORD
    issue = parse_qs(urlsplit(page.locator("[data-way=issue]").get_attribute("href") or "").query)
    assert issue["title"] == ["Kaart: Taalcafé: praten"]
    mail = urlsplit(page.locator("[data-way=mail]").get_attribute("href") or "")
    assert unquote(mail.path) == "redactie@dorp.example"
    assert "naam: " in parse_qs(mail.query)["body"][0]


def test_the_record_can_be_copied(tab: Tab) -> None:
    page = tab.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill(page)
    page.click("button[type=submit]")
    page.click("[data-way=copy]")
    expect(page.locator(".sm-status")).to_have_text("Gekopieerd.")
    assert yaml.safe_load(page.evaluate("navigator.clipboard.readText()")) == RECORD


def test_an_address_cannot_put_anything_else_in_the_form(browser: Browser, site: str) -> None:
    with tab_in(browser) as opened:
        opened.page.goto(f"{site}{CHANGE}?id=../../x%22%3E%3Cscript%3E")
        opened.page.wait_for_selector("button[type=submit]:not([disabled])")
        assert opened.page.input_value("#f-id") == ""


def test_nothing_is_kept_sent_or_said_unasked(tab: Tab, site: str) -> None:
    fill(tab.page)
    tab.page.wait_for_timeout(600)
    tab.page.click("button[type=submit]")
    assert tab.stored() == []
    assert tab.elsewhere(site) == []
    assert tab.said == []


def test_a_draft_survives_a_reload_only_when_asked(tab: Tab) -> None:
    page = tab.page
    page.check("#keep")
    fill(page)
    page.wait_for_timeout(600)
    assert tab.stored() == ["sm-form-service-new"]
    page.reload()
    page.wait_for_selector("button[type=submit]:not([disabled])")
    assert (page.input_value("#f-name"), page.is_checked("input[name=kinds][value=hulp]")) == ("Taalcafé: praten", True)
    page.uncheck("#keep")
    assert tab.stored() == []


def test_a_text_is_judged_while_somebody_types(tab: Tab) -> None:
    told = tab.page.locator("[data-path=summary] .sm-field__reading")
    tab.page.fill("#f-summary", "Kom langs. Je kunt hier eten.")
    expect(told).to_contain_text("Dit leest makkelijk")
    tab.page.fill("#f-summary", "Je kunt " + "heel " * 25 + "lang blijven.")
    expect(told).to_contain_text("Deze zin heeft 29 woorden.")
    assert told.get_attribute("role") == "status"


def test_without_javascript_the_page_says_whom_to_write(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + NEW)
    assert page.locator("a[href='mailto:redactie@dorp.example']").is_visible()
    assert "<noscript><p><b>Dit formulier werkt alleen met JavaScript.</b></p></noscript>" in page.content()
    assert page.locator("button[type=submit]").is_disabled() or page.locator(".sm-form").is_hidden()
    context.close()
