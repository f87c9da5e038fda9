"""Without JavaScript everything is found: every record within three links of home, and search as a plain form."""

from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from demo_site.building import Built
from demo_site.html import read_html
from demo_site.sample import TYPE_NAMES, sample_route

LANGUAGES = ("nl", "en", "ar")


def steps_from_home(built: Built, language: str) -> dict[str, int]:
    """How many links each page is away from home, by its route; pages in other languages are left alone."""
    home = built.route("home", language=language)
    steps, edge, far = {home: 0}, [home], 0
    other = tuple(f"{each}/" for each in LANGUAGES if each not in (language, "nl"))
    while edge:
        found = {to for route in edge for to in links_of(built, route) if not to.startswith(other)}
        edge = sorted(found - set(steps))
        far += 1
        steps |= dict.fromkeys(edge, far)
    return steps


def links_of(built: Built, route: str) -> set[str]:
    """The pages that a page links to in its own HTML."""
    if not route.endswith(".html"):
        return set()
    paths = (urlsplit(urljoin(f"/{route}", href)) for href in read_html(built.root / route).hrefs())
    return {parts.path.lstrip("/") for parts in paths if not parts.netloc and parts.path.endswith(".html")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_is_within_three_links_of_home(demo: Built, language: str) -> None:
    steps = steps_from_home(demo, language)
    catalogue = demo.catalogue
    routes = [
        *(demo.route("service", name, language=language) for name in catalogue.services),
        *(demo.route("organization", name, language=language) for name in catalogue.organizations),
        *(
            demo.route("location", at.id, language=language)
            for at in catalogue.locations.values()
            if not at.confidential
        ),
    ]
    far = {route: steps.get(route, 99) for route in routes if steps.get(route, 99) > 3}
    assert len(routes) > 300
    assert far == {}


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_form_asks_by_its_address_and_leads_on(
    browser: Browser, demo: Built, address: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + demo.route("home", language=language))
    page.get_by_role("searchbox").fill("geld")
    page.get_by_role("search").get_by_role("button").click()
    assert page.url == address + demo.route("search", language=language) + "?q=geld"
    expect(page.locator("[data-sm-live]")).to_be_hidden()
    page.locator(f"main a[href$='{demo.route('a_to_z', language=language)}']").first.click()
    assert page.url == address + demo.route("a_to_z", language=language)
    context.close()


@pytest.mark.browser
def test_no_page_shows_a_button_that_needs_a_script(browser: Browser, demo: Built, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    shown = {}
    for name in (each for each in TYPE_NAMES if each != "redirect"):
        page.goto(address + sample_route(name, demo, language="nl"))
        loose = page.locator("button:not(form button)")
        shown[name] = [one.inner_text() for one in loose.all() if one.is_visible()]
    assert {name: found for name, found in shown.items() if found} == {}
    context.close()
