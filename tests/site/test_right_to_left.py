"""Arabic pages: numbers and times stand in the order in which they are read, and each part says its language."""

import pytest
from playwright.sync_api import Browser, Page

from demo_site.building import Built
from demo_site.chromium import tab_in
from demo_site.sample import sample_route

pytestmark = pytest.mark.browser
# A run of text is in order when each group of digits stands to the right of the one before it, or on a lower line.
REVERSED = r"""(source) => {
  const pattern = new RegExp(source, 'g');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wrong = [], seen = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest('script, .sm-hidden')) continue;
    for (const found of node.data.matchAll(pattern)) {
      const boxes = [...found[0].matchAll(/[0-9A-Z]+/g)].map((group) => {
        const range = document.createRange();
        range.setStart(node, found.index + group.index);
        range.setEnd(node, found.index + group.index + group[0].length);
        return range.getClientRects()[0];
      });
      seen.push(found[0]);
      const after = (box, last) => !last || box.top > last.bottom - 2 || box.left >= last.right - 1;
      const ordered = boxes.every((box, i) => after(box, boxes[i - 1]));
      if (!ordered) wrong.push(found[0] + ' in ' + node.parentElement.outerHTML.slice(0, 160));
    }
  }
  return [seen, wrong];
}"""
PHONE = r"(?:\+31 ?)?0?\d{2,4}(?:[ -]\d{2,4}){2,4}|\b(?:116|0800|0900|088)[ -]\d{3,4}\b"
TIMES = r"\d{1,2}:\d{2} ?[–-] ?\d{1,2}:\d{2}"
POSTCODE = r"\b\d{4} [A-Z]{2}\b"


def in_order(page: Page, pattern: str) -> tuple[list[str], list[str]]:
    """All runs of text that a pattern finds, and those that are drawn in another order."""
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    seen, wrong = page.evaluate(REVERSED, pattern)
    return seen, wrong


@pytest.mark.parametrize("width", [360, 1280])
def test_numbers_and_times_are_drawn_in_the_order_in_which_they_are_read(
    browser: Browser, demo: Built, address: str, width: int
) -> None:
    names = (
        "home", "theme", "search-results", "location", "organization", "service-ordinary", "service-untranslated",
        "service-secret-address", "service-longest-word", "service-alerts", "neighbourhood", "editorial",
        "entrance", "target-group",
    )  # fmt: skip
    found: dict[str, list[str]] = {"phone": [], "times": [], "postcode": []}
    wrong: dict[tuple[str, str], list[str]] = {}
    with tab_in(browser, width=width, height=640) as tab:
        for name in names:
            tab.open(address + sample_route(name, demo, language="ar"))
            if name == "search-results":
                tab.page.locator("[data-sm-heading]").wait_for()
            for what, pattern in (("phone", PHONE), ("times", TIMES), ("postcode", POSTCODE)):
                seen, reversed_ = in_order(tab.page, pattern)
                found[what] += seen
                if reversed_:
                    wrong[name, what] = reversed_
    assert wrong == {}
    assert len(found["phone"]) > 20 and len(found["times"]) > 15 and len(found["postcode"]) > 3


def test_the_measure_sees_a_number_that_is_reversed(browser: Browser) -> None:
    with tab_in(browser) as tab:
        tab.page.set_content("<html dir=rtl lang=ar><body>اتصل 099 999 12 34<br><bdi dir=ltr>099 999 12 34</bdi>")
        seen, wrong = in_order(tab.page, PHONE)
        assert (len(seen), len(wrong)) == (2, 1)


def test_a_page_says_its_language_and_direction(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        for language, direction in (("nl", "ltr"), ("en", "ltr"), ("ar", "rtl")):
            tab.open(address + sample_route("service-ordinary", demo, language=language))
            root = tab.page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
            assert root == [language, direction]


def test_dutch_parts_of_an_arabic_page_say_that_they_are_dutch_and_run_left_to_right(
    browser: Browser, demo: Built, address: str
) -> None:
    with tab_in(browser, width=360, height=640) as tab:
        tab.open(address + sample_route("service-untranslated", demo, language="ar"))
        title = tab.page.get_by_role("heading", level=1)
        assert title.evaluate("one => one.closest('[lang]').lang || one.querySelector('[lang]')?.lang") == "ar"
        parts = "main :is(h1, .sm-lead)"
        assert tab.page.locator(parts).evaluate_all(SPOKEN) == [["nl", "ltr"], ["nl", "ltr"]]


SPOKEN = """all => all.map((one) => {
  const inner = one.querySelector('[lang]') ?? one;
  return [inner.closest('[lang]').lang, getComputedStyle(inner).direction];
})"""
# Latin letters in the words of an Arabic page that no `lang` of its own explains; names of brands and places may.
UNMARKED = r"""() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder.closest('script, bdi, time, svg') || holder.closest('[lang]').lang !== 'ar') continue;
    if (/[a-zA-Z]{2,}(?: [a-zA-Z]+){3,}/.test(node.data)) found.push(node.data.trim());
  }
  return found;
}"""


def test_no_dutch_sentence_on_an_arabic_page_goes_unmarked(browser: Browser, demo: Built, address: str) -> None:
    unmarked: dict[str, list[str]] = {}
    with tab_in(browser) as tab:
        for service in demo.catalogue.services:
            tab.page.goto(address + demo.route("service", service, language="ar"))
            if found := tab.page.evaluate(UNMARKED):
                unmarked[service] = found
    assert unmarked == {}
