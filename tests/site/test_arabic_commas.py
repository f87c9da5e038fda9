"""Things in a row on Arabic pages have the Arabic comma between them, in text, in attributes and in search results."""

import pytest
from playwright.sync_api import Browser

from demo_site.building import Built
from demo_site.chromium import tab_in
from demo_site.everywhere import sights
from socialmap.render.formats import make_formats

LATIN = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder.closest('script, template, bdi, svg') || holder.closest('[lang]').lang !== 'ar') continue;
    const words = node.data.replace(/\u2068[^\u2069]*\u2069/g, '');
    if (/,(?!\d)/.test(words)) found.push(node.data.trim() || holder.outerHTML.slice(0, 120));
  }
  for (const one of document.querySelectorAll('[aria-label*=","]')) {
    const label = one.getAttribute('aria-label');
    if (/[\u0600-\u06FF], |, [\u0600-\u06FF]/.test(label)) found.push(label);
  }
  return found;
}"""


@pytest.mark.parametrize(("language", "comma"), [("nl", ", "), ("en", ", "), ("ar", "\N{ARABIC COMMA} ")])
def test_each_language_has_its_comma(language: str, comma: str) -> None:
    assert make_formats(language).comma == comma


@pytest.mark.browser
@pytest.mark.parametrize("now", ["2026-11-02T10:10:00+01:00", "2026-11-07T10:10:00+01:00"])
def test_no_latin_comma_stands_in_arabic_words(browser: Browser, demo: Built, address: str, now: str) -> None:
    wrong: dict[str, list[str]] = {}
    with tab_in(browser, width=360, height=640) as tab:
        tab.page.clock.set_fixed_time(now)
        for sight in sights(demo, language="ar"):
            sight.open(tab, address)
            tab.page.evaluate("localStorage.clear()")
            if found := tab.page.evaluate(LATIN):
                wrong[sight.name] = found
    assert wrong == {}


@pytest.mark.browser
def test_no_service_has_a_latin_comma_in_its_arabic_facts(browser: Browser, demo: Built, address: str) -> None:
    wrong: dict[str, list[str]] = {}
    with tab_in(browser) as tab:
        for service in demo.catalogue.services:
            tab.page.goto(address + demo.route("service", service, language="ar"))
            if found := tab.page.evaluate(LATIN):
                wrong[service] = found
    assert wrong == {}
