"""By keyboard alone: the way to the phone is short and the focus is always in sight."""

import pytest
from playwright.sync_api import Browser, Page

from demo_site.building import Built
from demo_site.chromium import Scheme, tab_in
from demo_site.sample import NAMES, sample_route

pytestmark = pytest.mark.browser
FOCUS = """async () => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const words = (one.innerText || one.name || one.id).trim().slice(0, 40);
  const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    && !/, 0\\)$/.test(style.outlineColor);
  const inSight = box.width >= 1 && box.height >= 1 && box.right > 0 && box.left < innerWidth
    && box.bottom > 0 && box.top < innerHeight
    && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const middle = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)),
    Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height, 20) / 2)));
  const covered = !!middle && !one.contains(middle) && !middle.contains(one);
  return { words, href: one.getAttribute('href') ?? '', drawn, inSight, covered };
}"""


def tabs_to_phone(page: Page, *, skip: bool) -> int:
    """How often Tab is pressed from the top until the page's own phone link has the focus."""
    for pressed in range(1, 40):
        page.keyboard.press("Tab")
        if skip and pressed == 1:
            page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.matches('main a[href^=\"tel:\"]')"):
            return pressed
    return 40


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_the_phone_link_is_ten_tabs_away_and_three_with_the_skip_link(
    browser: Browser, demo: Built, address: str, language: str
) -> None:
    states = ("ordinary", "longest-word", "alerts", "secret-address", "untranslated", "national", "paused")
    far = {}
    with tab_in(browser, width=360, height=640) as tab:
        for state in states:
            for skip, most in ((False, 10), (True, 3)):
                tab.open(address + sample_route(f"service-{state}", demo, language=language))
                pressed = tabs_to_phone(tab.page, skip=skip)
                if pressed > most:
                    far[state, skip] = pressed
    assert far == {}


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("nl", 360, "light"), ("nl", 1280, "dark"), ("ar", 360, "dark"), ("ar", 1280, "light")],
)
def test_no_stop_of_the_focus_is_out_of_sight(
    browser: Browser, demo: Built, address: str, language: str, width: int, scheme: Scheme
) -> None:
    names = ("home", "search-results", "service-ordinary", "service-secret-address", "theme", "editorial", "a-to-z")
    lost: dict[str, list[dict[str, object]]] = {}
    with tab_in(browser, width=width, height=640, scheme=scheme) as tab:
        for name in names:
            tab.open(address + sample_route(name, demo, language=language))
            stops = list(focus_stops(tab.page, most=60))
            assert len(stops) > 5
            bad = [stop for stop in stops if not stop["drawn"] or not stop["inSight"] or stop["covered"]]
            if bad:
                lost[name] = bad[:3]
    assert lost == {}


def focus_stops(page: Page, *, most: int) -> list[dict[str, object]]:
    """What has the focus after each Tab, until it leaves the page."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        stops.append(stop)
    return stops


def test_the_skip_link_is_the_first_stop_of_every_type_of_page(browser: Browser, demo: Built, address: str) -> None:
    first = {}
    with tab_in(browser) as tab:
        for name in (each for each in NAMES if each != "redirect"):
            tab.page.goto("about:blank")  # the same page with another list would keep its place
            tab.open(address + sample_route(name, demo, language="nl"))
            tab.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
            tab.page.keyboard.press("Tab")
            first[name] = tab.page.evaluate("document.activeElement.getAttribute('href')")
    assert {name: stop for name, stop in first.items() if stop != "#content"} == {}


def test_single_letters_do_nothing(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(address + sample_route("service-ordinary", demo, language="nl"))
        before = (tab.page.url, tab.page.evaluate("document.body.innerHTML"))
        for key in "abcdefghijklmnopqrstuvwxyz/?.,0123456789":
            tab.page.keyboard.press(key)
        assert (tab.page.url, tab.page.evaluate("document.body.innerHTML")) == before
