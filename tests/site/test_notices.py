"""However much a service has to say of now, the buttons to call and to walk in are on the first screen of a phone."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page

from demo_site.building import Built, build
from demo_site.chromium import tab_in
from demo_site.hosting import hosted
from demo_site.small import RECORDS, write_small

CLOSED = "Het dak van ons gebouw lekt en daarom kan er voorlopig niemand naar binnen. " * 3
MOVED = "We zitten deze weken in de school hiernaast, want bij ons wordt de vloer vervangen. " * 3
LONG = {
    **RECORDS["aanbod/spreekuur.yml"],
    "naam": "Formulierenspreekuur voor jou en je buren",
    "samenvatting": "We helpen je met brieven, formulieren, toeslagen en alles wat je van een instantie krijgt. " * 2,
    "telefoon": [{"nummer": "099 999 12 34", "kosten": "gratis"}],
    "toegang": ["inloop"],
}
ALERT = {"melding": {"tekst": MOVED, "tot_en_met": "2026-12-01"}}
SERVICES: Mapping[str, Mapping[str, object]] = {
    "dicht": {**ALERT, "tijdelijk_dicht": {"reden": CLOSED, "tot_en_met": "2026-11-30"}},
    "stil": {**ALERT, "status": "gepauzeerd", "tijdelijk_dicht": {"reden": CLOSED}},
    "straks-dicht": {**ALERT, "snel_weg": True, "tijdelijk_dicht": {"reden": CLOSED, "vanaf": "2026-11-20"}},
    "kort": {"melding": {"tekst": "Andere ingang: links.", "tot_en_met": "2026-12-01"}},
}
BOTTOMS = "all => all.map((one) => one.getBoundingClientRect().bottom)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A municipality whose services have long messages, with pages in Arabic that are not translated."""
    folder = tmp_path_factory.mktemp("notices")
    changes = {f"aanbod/{name}.yml": {**LONG, **values} for name, values in SERVICES.items()}
    settings = {"languages": ["nl", "ar"], "fictional": True}
    built = build(write_small(folder / "dorp", changes=changes), into=folder, settings=settings, search="keep")
    assert not built.report.failed, [finding.what for finding in built.report.findings]
    return built


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    """It on a host."""
    with hosted(site.root) as url:
        yield url


def opened(page: Page, address: str, site: Built, name: str, language: str) -> None:
    page.clock.set_fixed_time("2026-11-02T09:30:00+01:00")
    page.goto(address + site.route("service", name, language=language))


@pytest.mark.browser
@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("name", SERVICES)
def test_buttons_stay_on_the_first_screen(
    browser: Browser, site: Built, address: str, name: str, language: str
) -> None:
    with tab_in(browser, width=360, height=640) as tab:
        opened(tab.page, address, site, name, language)
        call = tab.page.locator("main .sm-acts a[href^='tel:']").evaluate_all(BOTTOMS)
        walk_in = tab.page.locator("main .sm-acts a[href='#places']").evaluate_all(BOTTOMS)
        assert (len(call), len(walk_in)) == (1, int(name in ("straks-dicht", "kort")))
        assert max(call + walk_in) <= 640


@pytest.mark.browser
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_call_and_walk_in_are_on_the_first_screen_for_every_service_of_the_demo(
    browser: Browser, demo: Built, language: str
) -> None:
    low: dict[str, float] = {}
    with hosted(demo.root) as url, tab_in(browser, width=360, height=640) as tab:
        for name in demo.catalogue.services:
            opened(tab.page, url, demo, name, language)
            found = tab.page.locator("main .sm-acts a:is([href^='tel:'], [href='#places'])").evaluate_all(BOTTOMS)
            low |= {name: max(found[:2])} if found and max(found[:2]) > 640 else {}
    assert low == {}


ON_TOP = {
    "dicht": "Tijdelijk dicht. Het dak van ons gebouw lekt en daarom … Tot en met 30 november 2026. Lees verder",
    "stil": "Dit staat nu even stil. Het dak van ons gebouw lekt en daarom … Lees verder",
    "straks-dicht": "Let op: We zitten deze weken in de school … Lees verder",
    "kort": "Let op: Andere ingang: links. Tot en met 1 december 2026.",
}
NOTE = f"Let op: {MOVED.strip()} Tot en met 1 december 2026."
BELOW = {
    "dicht": [f"Tijdelijk dicht. {CLOSED.strip()} Tot en met 30 november 2026.", NOTE],
    "stil": [f"Dit staat nu even stil. {CLOSED.strip()}", NOTE],
    "straks-dicht": [NOTE, f"Tijdelijk dicht vanaf 20 november 2026. {CLOSED.strip()}"],
    "kort": [],
}


@pytest.mark.browser
@pytest.mark.parametrize("name", SERVICES)
def test_the_most_important_message_is_above_the_buttons_and_what_is_long_stands_whole_below(
    browser: Browser, site: Built, address: str, name: str
) -> None:
    with tab_in(browser, width=360, height=640) as tab:
        opened(tab.page, address, site, name, "nl")
        assert tab.page.locator(".sm-alert").all_inner_texts() == [ON_TOP[name], *BELOW[name]]
        assert tab.page.locator(".sm-acts ~ .sm-notices .sm-alert").count() == len(BELOW[name])
        if BELOW[name]:
            tab.page.get_by_role("link", name="Lees verder").click()
            assert tab.page.locator("#notices").evaluate("one => one.getBoundingClientRect().top < innerHeight / 2")


@pytest.mark.browser
def test_on_paper_a_message_stands_once(browser: Browser, site: Built, address: str) -> None:
    with tab_in(browser) as tab:
        opened(tab.page, address, site, "dicht", "nl")
        tab.page.emulate_media(media="print")
        assert tab.page.locator(".sm-alert:visible").all_inner_texts() == BELOW["dicht"]
