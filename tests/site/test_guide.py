"""The guide: plain pages without a script; with one, answers sort what is there, and nothing is kept or sent."""

import pytest
from playwright.sync_api import Browser, Page

from demo_site.building import Built
from demo_site.chromium import tab_in
from demo_site.html import read_html

pytestmark = pytest.mark.browser
GUIDE = "ik-kom-niet-rond"
PLACES = "[data-shown] [data-id], [data-more] [data-id]"


def shown(page: Page) -> list[str]:
    """The services that fit, in their order."""
    found: list[str] = page.locator(PLACES).evaluate_all("all => all.map((one) => one.dataset.id)")
    return found


def test_every_life_question_has_a_guide_with_steps_and_services(demo: Built) -> None:
    for question in demo.catalogue.terms("life_questions"):
        page = read_html(demo.root / demo.route("guide", question))
        services = {each["data-id"] for each in page.all("li") if "data-id" in each}
        steps = [each for each in page.all("section") if each.get("class") == "sm-step"]
        assert (question, len(steps) >= 3, len(services) >= 6) == (question, True, True)


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_home_and_menu_lead_to_the_guide_and_it_to_every_situation(demo: Built, language: str) -> None:
    index = demo.root / demo.route("guides", language=language)
    home = read_html(demo.root / demo.route("home", language=language))
    assert len([href for href in home.hrefs() if (demo.root / demo.route("home", language=language)).parent.joinpath(href).resolve() == index]) == 2  # fmt: skip # noqa: E501
    linked = {(index.parent / href).resolve() for href in read_html(index).hrefs() if href.endswith(".html")}
    guides = {demo.root / demo.route("guide", name, language=language) for name in demo.catalogue.terms("life_questions")}  # fmt: skip # noqa: E501
    assert guides <= linked


@pytest.mark.parametrize(("language", "name"), [("nl", "Wegwijzer"), ("en", "Guide"), ("ar", "الدليل")])
def test_the_guide_has_one_name(demo: Built, browser: Browser, address: str, language: str, name: str) -> None:
    with tab_in(browser) as tab:
        tab.open(address + demo.route("guides", language=language))
        here = tab.page.locator(".sm-nav [aria-current]").inner_text()
        assert (here, tab.page.locator("h1").inner_text(), tab.page.title().split(" - ")[0]) == (name, name, name)
        tab.open(address + demo.route("guide", GUIDE, language=language))
        assert tab.page.locator(".sm-crumb").inner_text().split(" ", 1)[1] == name


def test_without_a_script_the_page_says_who_fits_and_why_and_asks_nothing(
    browser: Browser, demo: Built, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(address + demo.route("guide", GUIDE))
    assert page.locator("[data-guide]").is_hidden()
    first = page.locator("[data-id='formulierenspreekuur']")
    assert "Het is gratis." in first.inner_text()
    assert page.locator("[data-id='schuldhulp'] [data-ask]").inner_text().startswith("Vraag na of de leeftijd klopt")
    assert page.locator("[data-id='schuldhulp'] a[href^='tel:']").is_visible()
    assert page.locator("[data-guide-acts]").is_hidden()
    context.close()


def test_answers_sort_and_explain_and_are_neither_kept_nor_sent(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser, width=360, height=640) as tab:
        tab.open(address + demo.route("guide", GUIDE))
        before, asked = shown(tab.page), list(tab.asked)
        tab.page.get_by_label("Geen DigiD").check()
        tab.page.get_by_label("Welke leeftijd?").select_option("67-120")
        assert tab.page.get_by_role("status").first.inner_text().startswith(f"{len(shown(tab.page))} plekken passen.")
        assert "geldspreekuur-voor-jongeren" in before
        assert "geldspreekuur-voor-jongeren" not in shown(tab.page)
        gone = tab.page.locator("[data-out] li").filter(has_text="Geldspreekuur")
        assert gone.text_content() == "Geldspreekuur voor jongeren Niet voor deze leeftijd."
        assert "Het kan ook zonder DigiD." in tab.page.locator("[data-id='schuldhulp'] [data-why]").inner_text()
        assert tab.page.locator("[data-id='schuldhulp'] [data-beside]").is_visible()
        assert (tab.said, tab.stored(), tab.asked, tab.page.url) == (
            [],
            [],
            asked,
            address + demo.route("guide", GUIDE),
        )
        tab.page.get_by_role("button", name="Wis mijn antwoorden").click()
        tab.page.locator("[data-guide-status]:empty").wait_for(state="attached")
        assert shown(tab.page) == before


def test_the_policy_of_the_page_allows_no_request_and_no_form(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(address + demo.route("guide", GUIDE))
        refused = tab.page.evaluate("fetch('index.html').then(() => 'sent', () => 'refused')")
        assert refused == "refused"
        assert "violates the document's Content Security Policy" in " ".join(tab.said)
        policy = tab.page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
        assert {"connect-src 'none'", "form-action 'none'"} <= set(policy.split("; "))


def test_by_keyboard_the_button_leads_to_what_fits(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser, width=320, height=568) as tab:
        tab.open(address + demo.route("guide", "ik-zie-bijna-niemand", language="ar"))
        tab.page.locator("[name=obstacle]").first.focus()
        tab.page.keyboard.press("Space")
        assert tab.page.locator("[name=obstacle]").first.is_checked()
        tab.page.locator("[data-guide] button[type=submit]").focus()
        tab.page.keyboard.press("Enter")
        assert tab.page.evaluate("document.activeElement.matches('[data-guide-steps]')")
        tab.page.keyboard.press("Tab")
        assert tab.page.evaluate("document.activeElement.closest('[data-shown]') !== null")
        assert tab.page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_plan_prints_on_one_page_for_every_situation(
    browser: Browser, demo: Built, address: str, language: str
) -> None:
    long = {}
    with tab_in(browser) as tab:
        for question in demo.catalogue.terms("life_questions"):
            tab.open(address + demo.route("guide", question, language=language))
            pages = tab.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
            if pages != 1:
                long[question] = pages
    assert long == {}


def test_the_plan_becomes_a_list_by_its_link_alone(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(address + demo.route("guide", GUIDE))
        tab.page.locator("[data-guide-list]").click()
        tab.page.locator("[data-mine-items] > li").first.wait_for()
        assert tab.page.locator("[data-mine-items] > li").count() >= 6
        assert (tab.said, tab.stored()) == ([], [])
