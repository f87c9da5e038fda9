"""One's own list: kept after a press alone, put in order with buttons, given as a link or code that holds it all."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from demo_site.building import Built
from demo_site.chromium import Tab, tab_in

pytestmark = pytest.mark.browser
GIVEN = "#schuldhulp~Bel%20maandag,voedselbank,opvang-de-veilige-plek;Voor%20Sara"
TESTS = Path(__file__).parents[1]
DECODE = """const jsQR = require('jsqr'); let text = '';
process.stdin.on('data', (part) => { text += part; }).on('end', () => {
  const rows = JSON.parse(text), scale = 4, side = rows.length * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  rows.forEach((row, y) => row.forEach((dark, x) => {
    for (let at = 0; dark && at < scale * scale; at += 1) {
      const pixel = ((y * scale + Math.floor(at / scale)) * side + x * scale + at % scale) * 4;
      pixels.fill(0, pixel, pixel + 3);
    }
  }));
  console.log(jsQR(pixels, side, side)?.data ?? '');
});"""


def names(page: Page) -> list[str]:
    """The services on the list, in order."""
    found: list[str] = page.locator("[data-mine-items] > li").evaluate_all("all => all.map((one) => one.dataset.id)")
    return found


def read_code(path: str, size: int) -> str:
    """What an independent reader makes of a drawn QR code, with its quiet zone."""
    rows = [[False] * size for _ in range(size)]
    for x, y, wide in re.findall(r"M(\d+) (\d+)h(\d+)", path):
        for at in range(int(wide)):
            rows[int(y) + 4][int(x) + 4 + at] = True
    done = subprocess.run(
        ["node", "-e", DECODE], cwd=TESTS, input=json.dumps(rows), capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def open_list(tab: Tab, address: str, demo: Built, fragment: str = "", *, language: str = "nl") -> None:
    """Go to the page of the list and wait until every name is there."""
    tab.open(address + demo.route("my_list", language=language) + fragment)
    tab.page.locator("[data-mine-items] [data-up]:not([aria-label])").first.wait_for(state="detached")


def test_nothing_is_kept_before_the_press_and_one_press_takes_it_away(
    browser: Browser, demo: Built, address: str
) -> None:
    with tab_in(browser, width=360, height=640) as tab:
        tab.open(address + demo.route("service", "voedselbank"))
        assert tab.stored() == []
        tab.page.get_by_role("button", name="Bewaar in mijn lijst").click()
        tab.page.get_by_text("Bewaard, alleen op dit apparaat.").wait_for()
        assert tab.stored() == ["sm-list"]
        tab.open(address + demo.route("service", "schuldhulp"))
        tab.page.get_by_role("button", name="Bewaar in mijn lijst").click()
        tab.page.get_by_role("link", name="Naar mijn lijst").click()
        tab.page.get_by_role("link", name="Hulp bij schulden").wait_for()
        assert names(tab.page) == ["voedselbank", "schuldhulp"]
        assert tab.page.get_by_role("link", name="099 999 17 10").is_visible()
        tab.page.get_by_role("button", name="Haal de hele lijst van dit apparaat").click()
        assert tab.stored() == []
        assert tab.page.get_by_role("status").last.inner_text() == "Je lijst is van dit apparaat af."
        assert tab.said == []


def test_the_button_on_a_page_takes_the_service_off_again(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(address + demo.route("service", "voedselbank", language="ar"))
        button = tab.page.locator("[data-keep]")
        button.press("Enter")
        tab.page.get_by_role("button", name="أزِل من قائمتي").wait_for()
        button.press("Enter")
        tab.page.get_by_role("button", name="احفظ في قائمتي").wait_for()
        assert tab.stored() == []


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_a_list_in_a_link_is_shown_and_kept_only_on_a_press(
    browser: Browser, demo: Built, address: str, language: str
) -> None:
    with tab_in(browser, width=320, height=568) as tab:
        open_list(tab, address, demo, GIVEN, language=language)
        assert names(tab.page) == ["schuldhulp", "voedselbank", "opvang-de-veilige-plek"]
        assert tab.page.locator("[data-note]").first.input_value() == "Bel maandag"
        assert tab.page.locator("[data-mine-title]").input_value() == "Voor Sara"
        assert (tab.stored(), tab.said) == ([], [])
        assert tab.page.evaluate("document.documentElement.scrollWidth") == 320
        name = demo.catalogue.services["schuldhulp"].name[language]
        assert tab.page.locator("[data-mine-items] [data-name]").first.inner_text() == name
        tab.page.locator("[data-mine-keep]").click()
        assert tab.stored() == ["sm-list"]
        assert "#" not in tab.page.url


def test_order_changes_by_keyboard_and_is_said(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        open_list(tab, address, demo, GIVEN)
        down = tab.page.get_by_role("button", name="Hulp bij schulden omlaag")
        down.focus()
        tab.page.keyboard.press("Enter")
        assert names(tab.page) == ["voedselbank", "schuldhulp", "opvang-de-veilige-plek"]
        said = tab.page.locator("[data-mine-status]")
        assert said.inner_text() == "Hulp bij schulden staat nu op plek 2 van 3."
        assert tab.page.evaluate("document.activeElement.ariaLabel") == "Hulp bij schulden omlaag"
        tab.page.keyboard.press("Enter")
        assert tab.page.evaluate("document.activeElement.ariaLabel") == "Hulp bij schulden omhoog"
        tab.page.get_by_role("button", name="Haal Voedselbank weg").press("Enter")
        assert names(tab.page) == ["opvang-de-veilige-plek", "schuldhulp"]
        assert said.inner_text() == "Voedselbank is van je lijst af."
        assert tab.page.evaluate("document.activeElement.textContent").startswith("Opvang")


def test_a_note_and_a_name_are_kept_and_given_along(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        open_list(tab, address, demo, "#voedselbank")
        tab.page.locator("[data-mine-keep]").click()
        tab.page.locator("[data-note]").fill("Neem tas mee; ~5 kilo, ééntje")
        tab.page.locator("[data-mine-title]").fill("Voor mij")
        open_list(tab, address, demo)
        assert tab.page.locator("[data-note]").input_value() == "Neem tas mee; ~5 kilo, ééntje"
        assert tab.page.locator("[data-mine-title]").input_value() == "Voor mij"


def test_the_code_is_loaded_on_a_press_and_holds_the_whole_list(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        open_list(tab, address, demo, GIVEN)
        assert not any("lean-qr" in url for url in tab.asked)
        tab.page.get_by_role("button", name="Toon de QR-code").click()
        code = tab.page.get_by_role("img", name="QR-code van deze lijst")
        code.wait_for()
        box = (code.get_attribute("viewBox") or "").split()
        path = code.locator("path").get_attribute("d") or ""
        assert read_code(path, int(box[2])) == f"{address}{demo.route('my_list')}{GIVEN}"
        assert tab.said == []


def test_a_hostile_link_shows_and_asks_nothing_of_elsewhere(browser: Browser, demo: Built, address: str) -> None:
    hostile = (
        "#../../x,https://evil.example/a,voedselbank~%3Cimg%20src=x%20onerror=alert(1)%3E,voedselbank,a%2Fb;%E0%A4%A"
    )
    with tab_in(browser) as tab:
        open_list(tab, address, demo, hostile)
        assert names(tab.page) == ["voedselbank"]
        assert tab.page.locator("[data-note]").input_value() == "<img src=x onerror=alert(1)>"
        assert (tab.said, tab.elsewhere(address)) == ([], [])


def test_a_place_that_is_gone_says_so(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        open_list(tab, address, demo, "#bestaat-niet")
        assert tab.page.locator("[data-summary]").inner_text() == "Deze plek kunnen we nu niet tonen."
        assert tab.page.locator("[data-name]").inner_text() == "bestaat niet"


def test_a_place_that_is_closed_for_a_while_says_so_on_a_list(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        open_list(tab, address, demo, "#voedselbank,schuldhulp")
        alerts = tab.page.locator("[data-alert]")
        assert "Tijdelijk dicht" in alerts.first.inner_text() and "Lees verder" not in alerts.first.inner_text()
        assert alerts.last.is_hidden()


def test_a_secret_address_stays_secret_on_a_list(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        open_list(tab, address, demo, "#opvang-de-veilige-plek")
        assert "Het adres is geheim" in tab.page.locator("[data-place]").inner_text()


def test_a_hand_out_prints_with_name_notes_and_code_in_large_letters(
    browser: Browser, demo: Built, address: str
) -> None:
    with tab_in(browser) as tab:
        tab.page.add_init_script("window.print = () => document.documentElement.setAttribute('data-was-printed', '');")
        open_list(tab, address, demo, GIVEN)
        tab.page.get_by_label("Grote letters").check()
        tab.page.get_by_role("button", name="Print om mee te geven").click()
        tab.page.locator("[data-was-printed]").wait_for(state="attached")
        tab.page.emulate_media(media="print")
        assert tab.page.locator("[data-mine-heading]").inner_text() == "Voor Sara"
        assert tab.page.locator("[data-printed]").first.inner_text() == "Bel maandag"
        assert tab.page.locator(".sm-qr").is_visible()
        assert tab.page.locator("[data-up]").first.is_hidden()
        assert tab.page.evaluate("getComputedStyle(document.body).fontSize") == "21.3333px"


def test_the_menu_of_the_browser_prints_name_and_notes_on_one_sheet(
    browser: Browser, demo: Built, address: str
) -> None:
    with tab_in(browser) as tab:
        open_list(tab, address, demo, GIVEN)
        assert tab.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
        assert tab.page.locator("[data-printed]").first.is_hidden()
        tab.page.emulate_media(media="print")
        assert tab.page.locator("[data-mine-heading]").inner_text() == "Voor Sara"
        assert tab.page.locator("[data-printed]").first.inner_text() == "Bel maandag"


def test_without_a_script_the_page_says_so(browser: Browser, demo: Built, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + demo.route("my_list"))
    assert page.get_by_text("Deze pagina werkt alleen met JavaScript.").is_visible()
    assert page.locator("[data-mine]").is_hidden()
    context.close()


def test_the_print_button_draws_the_code_where_the_site_does_not_know_its_address(
    browser: Browser, demo: Built, address: str
) -> None:
    with tab_in(browser) as tab:
        tab.page.add_init_script("window.print = () => document.documentElement.setAttribute('data-was-printed', '');")
        tab.open(address + demo.route("service", "voedselbank") + "?from=search#places")
        assert not any("qr" in url for url in tab.asked)
        tab.page.get_by_role("button", name="Printen").click()
        tab.page.locator("[data-was-printed]").wait_for(state="attached")
        tab.page.emulate_media(media="print")
        expected = address + demo.route("service", "voedselbank")
        assert tab.page.locator(".sm-print-address").inner_text() == expected
        code = tab.page.locator(".sm-check .sm-qr")
        box = (code.get_attribute("viewBox") or "").split()
        assert read_code(code.locator("path").get_attribute("d") or "", int(box[2])) == expected
