"""The handbook as an editor meets it: real Chromium, the pages' own security policy, keyboard and both schemes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
KINDS = (
    "index.html",
    "een-record-aanpassen.html",
    "openingstijden-schrijven.html",
    "tabel-in-excel.html",
    "privacy.html",
    "samenvatting-schrijven.html",
    "wat-zegt-de-controle.html",
    "klopt-het-nog.html",
    "zoeken-verbeteren.html",
    "voor-de-webbeheerder.html",
    "site-plaatsen.html",
    "huisstijl.html",
    "toegankelijk-en-avg.html",
    "open-data-en-weggaan.html",
    "gegevens/index.html",
    "gegevens/aanbod.html",
    "gegevens/woorden.html",
    "regels/index.html",
    "regels/SM205.html",
    "regels/SM101.html",
    "bouwstenen/index.html",
    "bouwstenen/search.html",
    "werk/index.html",
    "werk/redactie-centrum.html",
    "zo-werken-wij.html",
    "zoeken.html",
    "zoeken.html?q=excel",
    "zoeken.html?q=zzzzqqqq",
)
WIDTHS = {320: 568, 360: 740, 1280: 900}
OVERFLOW = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
SMALL = """() => [...document.querySelectorAll('a, button, input')].filter((node) => {
    const box = node.getBoundingClientRect();
    const inline = node.localName === 'a' && getComputedStyle(node).display === 'inline';
    return box.width && !inline && !node.matches('.hb-skip') && (box.height < 24 || box.width < 24);
}).map((node) => node.outerHTML)"""
UNMARKED = """() => [...document.querySelectorAll('main p a, main li a, main td a')]
    .filter((node) => !getComputedStyle(node).textDecorationLine.includes('underline')).map((node) => node.outerHTML)"""
STORED = "() => ({cookies: document.cookie, local: localStorage.length, session: sessionStorage.length})"


@contextmanager
def opened(browser: Browser, *, width: int = 1280, scheme: str = "light", script: bool = True) -> Iterator[Page]:
    """A fresh page that, at the end, has said nothing on its console and asked nothing of another host."""
    viewport = {"width": width, "height": WIDTHS[width]}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, java_script_enabled=script)  # type: ignore[arg-type]
    page, said, asked = context.new_page(), list[str](), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "file:"))] == []


def visit(page: Page, address: str, kind: str) -> None:
    page.goto(f"{address}/{kind}")
    if "?q=" in kind:
        expect(page.get_by_role("status")).to_have_text(re.compile("pagina|Niets gevonden"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_has_a_fault_that_axe_finds_and_none_scrolls_sideways(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    with opened(browser, width=width, scheme=scheme) as page:
        for kind in KINDS:
            visit(page, address, kind)
            found = Axe().run(page).response["violations"]
            assert [(kind, one["id"], one["nodes"][0]["html"]) for one in found] == []
            assert (kind, page.evaluate(OVERFLOW)) == (kind, 0)
            assert (kind, page.evaluate(SMALL)) == (kind, [])
            assert (kind, page.evaluate(UNMARKED)) == (kind, [])


def test_the_open_menu_on_a_phone_has_no_fault_either(browser: Browser, address: str) -> None:
    for scheme in ("light", "dark"):
        with opened(browser, width=360, scheme=scheme) as page:
            page.goto(f"{address}/index.html")
            page.get_by_role("button", name="Menu", exact=True).click()
            expect(page.get_by_role("navigation", name="Menu")).to_be_visible()
            assert Axe().run(page).response["violations"] == []


def test_a_keyboard_opens_the_menu_walks_through_it_and_closes_it(browser: Browser, address: str) -> None:
    with opened(browser, width=360) as page:
        page.goto(f"{address}/index.html")
        menu = page.get_by_role("navigation", name="Menu")
        button = page.get_by_role("button", name="Menu", exact=True)
        expect(menu).to_be_hidden()
        button.focus()
        page.keyboard.press("Enter")
        expect(menu).to_be_visible()
        page.keyboard.press("Tab")
        assert focused(page) == "Sluit menu"
        page.keyboard.press("Tab")
        assert focused(page) == "Begin hier"
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        assert focused(page) == "Menu"


def test_focus_never_goes_where_nobody_can_see_it(browser: Browser, address: str) -> None:
    for width in (360, 1280):
        with opened(browser, width=width) as page:
            page.goto(f"{address}/gegevens/aanbod.html")
            for _ in range(40):
                page.keyboard.press("Tab")
                box = page.locator(":focus").bounding_box()
                assert box is not None
                assert box["width"] > 0
                assert -1 <= box["x"] < width


def test_the_first_stop_skips_to_the_text(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(f"{address}/regels/SM205.html")
        page.keyboard.press("Tab")
        assert focused(page) == "Naar de tekst"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "inhoud"


def test_single_keys_do_nothing(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(f"{address}/index.html")
        for key in "fs/pn,.":
            page.keyboard.press(key)
        assert page.evaluate("document.activeElement.localName") == "body"
        assert page.url == f"{address}/index.html"


def test_a_wide_table_scrolls_with_the_arrow_keys(browser: Browser, address: str) -> None:
    with opened(browser, width=320) as page:
        page.goto(f"{address}/gegevens/aanbod.html")
        strip = page.locator(".hb-scroll").first
        strip.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        assert strip.evaluate("(node) => node.scrollLeft") > 0


def test_search_finds_a_page_by_its_code_and_by_another_form_of_a_word(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(f"{address}/index.html")
        page.get_by_role("searchbox").fill("SM205")
        page.keyboard.press("Enter")
        first = page.locator(".hb-results a").first
        expect(first).to_have_attribute("href", f"{address}/regels/SM205.html")
        page.get_by_role("searchbox").fill("openingstijd")
        page.keyboard.press("Enter")
        expect(page.locator(".hb-results")).to_contain_text("Openingstijden schrijven")


def test_without_a_script_the_search_page_lists_every_page(browser: Browser, address: str, top: Path) -> None:
    with opened(browser, script=False) as page:
        page.goto(f"{address}/zoeken.html?q=excel")
        listed = page.locator("main li a").count()
    pages = (top / "kaart/handboek").rglob("*.html")
    built = [path for path in pages if path.name != "zoeken.html" and path.parent.name != "voorbeelden"]
    assert listed == len(built)


def test_nothing_is_stored(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        for kind in KINDS:
            visit(page, address, kind)
        assert page.evaluate(STORED) == {"cookies": "", "local": 0, "session": 0}


def test_pages_work_from_a_folder(browser: Browser, top: Path) -> None:
    with opened(browser) as page:
        page.goto((top / "kaart/handboek/regels/SM205.html").as_uri())
        page.get_by_role("link", name="Begin hier").click()
        expect(page).to_have_title(re.compile("^Handboek "))
        page.get_by_role("link", name="Naar de kaart").click()
        expect(page).to_have_title("Kaart")


def focused(page: Page) -> str:
    return page.locator(":focus").inner_text()
