"""Data that attacks: through the whole pipeline into Chromium, it stays text and nothing runs."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser

from demo_site.building import Built, build
from demo_site.chromium import tab_in
from demo_site.hosting import hosted
from demo_site.small import write_small

pytestmark = pytest.mark.browser
SCRIPT = "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"
CLOSING = "</script></title><!--<script>window.ran = 3//"
BRACES = "{{ 7 * 7 }} {% raw %} ${7 * 7} {{ frame.__class__ }} #{7*7}"
QUOTES = "\" onmouseover=\"window.ran = 4\" autofocus onfocus='window.ran = 5' x='"
INCLUDE = '--8<-- "mkdocs.yml"'
MARKDOWN = (
    "[klik](javascript:window.ran=6) <javascript:window.ran=7> ![x](javascript:window.ran=8)\n\n"
    "<iframe src='javascript:window.ran=9'></iframe> <svg onload=window.ran=10>\n\n"
    '--8<-- "mkdocs.yml"\n\n{{ 7 * 7 }}\n\n[data](data:text/html,<script>window.ran=11</script>)\n\n'
    "[//evil.example](//evil.example) { onclick=window.ran=12 }\n\n```\n</script><script>window.ran=13</script>\n```\n"
)
ATTACKS: Mapping[str, Mapping[str, object]] = {
    "organisaties/welzijn.yml": {"naam": f"Welzijn {SCRIPT}", "samenvatting": QUOTES, "beschrijving": MARKDOWN},
    "locaties/buurthuis.yml": {
        "naam": f"Buurthuis {CLOSING}",
        "adres": f"Laan 1 {SCRIPT}",
        "plaats": QUOTES,
        "beschrijving": f"{BRACES} {SCRIPT}",
        "bereikbaarheid": INCLUDE,
    },
    "aanbod/spreekuur.yml": {
        "naam": f"Spreekuur {SCRIPT} {CLOSING}",
        "naam@en": f"Hour {CLOSING} {QUOTES}",
        "samenvatting": f"{QUOTES} {CLOSING} {BRACES}",
        "samenvatting@en": INCLUDE,
        "beschrijving": MARKDOWN,
        "andere_namen": [SCRIPT, BRACES],
        "aanmelden": BRACES,
        "meenemen": INCLUDE,
        "melding": {"tekst": SCRIPT},
        "telefoon": [{"nummer": "099 999 12 34", "omschrijving": SCRIPT}],
        "kosten": {"soort": "bedrag", "bedrag": "5.00", "toelichting": CLOSING},
        "voor_verwijzers": {"geschikt_voor": MARKDOWN, "indicatie": QUOTES},
    },
}


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of a municipality whose data attacks in every text."""
    root = tmp_path_factory.mktemp("hostile")
    built = build(write_small(root, changes=ATTACKS, name=f"Dorp {SCRIPT}"), into=root / "out")
    assert [finding for finding in built.report.findings if finding.severity == "error"] == []
    return built


@pytest.fixture(scope="module")
def attacked_address(attacked: Built) -> Iterator[str]:
    """That site on a host that sends no headers, so that nothing but the pages protects the reader."""
    with hosted(attacked.root, headers=False) as url:
        yield url


def test_nothing_runs_on_any_page(browser: Browser, attacked: Built, attacked_address: str) -> None:
    with tab_in(browser) as tab:
        for path in attacked.pages:
            tab.open(attacked_address + str(path.relative_to(attacked.root)))
            tab.page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
            for held in tab.page.locator("main a, main button").all()[:10]:
                held.dispatch_event("mouseover")
            assert (path.name, tab.said, tab.page.evaluate("window.ran")) == (path.name, [], None)
            assert tab.elsewhere(attacked_address) == []
    assert len(attacked.pages) > 15


def test_nothing_would_run_without_the_policy_either(browser: Browser, attacked: Built, attacked_address: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    for path in attacked.pages:
        page.goto(attacked_address + str(path.relative_to(attacked.root)))
        assert (path.name, page.evaluate("window.ran")) == (path.name, None)
        bad = "[onerror], [onload], [onclick], [onmouseover], [onfocus], iframe, a[href^='javascript'], a[href^='data']"
        assert (path.name, page.locator(bad).count()) == (path.name, 0)
    context.close()


def test_the_attacks_are_shown_as_the_words_they_are(browser: Browser, attacked: Built, attacked_address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{attacked_address}aanbod/spreekuur.html")
        assert tab.page.get_by_role("heading", level=1).inner_text() == f"Spreekuur {SCRIPT} {CLOSING}"
        words = tab.page.locator("main").inner_text()
        assert "{{ 7 * 7 }}" in words and '--8<-- "mkdocs.yml"' in words and "site_name" not in words
        data = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)"
        assert tab.page.evaluate(f"{data}.name") == f"Spreekuur {SCRIPT} {CLOSING}"


def test_search_shows_the_attacks_as_words(browser: Browser, attacked_address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{attacked_address}zoeken.html?q=spreekuur")
        tab.page.locator(".sm-search__name").first.wait_for()
        assert tab.page.locator(".sm-search__name").first.inner_text() == f"Spreekuur {SCRIPT} {CLOSING}"
        assert (tab.said, tab.page.evaluate("window.ran")) == ([], None)


def test_no_file_of_the_project_was_read_into_the_site(attacked: Built) -> None:
    published = [path for path in attacked.root.rglob("*") if path.is_file()]
    assert [path for path in published if b"docs_dir" in path.read_bytes() or b"plugins:" in path.read_bytes()] == []
