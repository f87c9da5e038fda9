"""Text of twice the size, a very narrow screen and wide spacing: nothing scrolls sideways, is cut off or runs out.

Sources: WCAG 2.2 success criteria 1.4.4 (resize text), 1.4.10 (reflow) and 1.4.12 (text spacing).
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from demo_site.building import Built
from demo_site.chromium import tab_in
from demo_site.everywhere import sights

pytestmark = pytest.mark.browser
LANGUAGES = ("nl", "ar")
FAULTS = r"""() => {
  const root = document.documentElement;
  const faults = [];
  const column = (one) => (one.clientWidth > 1 ? one.clientWidth : column(one.parentElement));
  const short = (one) => one.outerHTML.slice(0, 140);
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth - root.clientWidth} too wide`);
  const hidden = (one) => one && (getComputedStyle(one).clipPath !== 'none' || hidden(one.parentElement));
  const seen = (one) => one.checkVisibility() && !one.closest('.sm-skip, .sm-map__stage, svg') && !hidden(one);
  const closed = (overflow) => ['hidden', 'clip'].includes(overflow);
  for (const one of document.querySelectorAll('body *:not(input)')) {
    if (!seen(one) || one.clientWidth < 2) continue;
    const { overflowX, overflowY } = getComputedStyle(one);
    const wide = closed(overflowX) && one.scrollWidth > one.clientWidth + 1;
    const high = closed(overflowY) && one.scrollHeight > one.clientHeight + 1;
    if (wide || high) faults.push(`cut off: ${short(one)}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || !seen(holder) || holder.closest('script, template, option')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = holder.closest('button, .sm-button, .sm-tile, .sm-alert, .sm-card, fieldset, td, li, main, body');
    const { left, right } = box.getBoundingClientRect();
    const out = [...range.getClientRects()].filter((line) => line.left < left - 1 || line.right > right + 1
      || line.left < -1 || line.right > root.clientWidth + 1);
    if (out.length) faults.push(`“${node.data.trim().slice(0, 40)}” runs out of ${short(box)}`);
    for (const word of node.data.matchAll(/\S{3,}/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size;
      if (lines > 2 && column(holder) < root.clientWidth / 2) faults.push(`“${word[0]}” is torn in ${lines} lines`);
    }
  }
  return faults;
}"""


def twice_the_size(page: Page) -> None:
    """Letters as somebody has them who set the text of the browser to 200 %."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def as_it_is(page: Page) -> None:
    """Letters as they come."""


def wide_spacing(page: Page) -> None:
    """The spacing of lines, letters, words and paragraphs that WCAG 2.2 (1.4.12) names."""
    page.evaluate(SPACED)


SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; '
    + 'word-spacing: .16em !important; } p { margin-block-end: 2em !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
WAYS: dict[str, tuple[int, Callable[[Page], None]]] = {
    "twice-at-360": (360, twice_the_size),
    "once-at-320": (320, as_it_is),
    "spaced-at-360": (360, wide_spacing),
    "spaced-at-1280": (1280, wide_spacing),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways_or_loses_text(
    browser: Browser, demo: Built, address: str, language: str, way: str
) -> None:
    width, change = WAYS[way]
    wrong: dict[str, list[str]] = {}
    for sight in sights(demo, language=language):
        with tab_in(browser, width=width, height=640) as tab:
            sight.open(tab, address)
            change(tab.page)
            if found := tab.page.evaluate(FAULTS):
                wrong[sight.name] = found
    assert wrong == {}
