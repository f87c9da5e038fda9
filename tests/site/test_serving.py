"""`socialmap serve` in Chromium: a change in the data is on the screen without anybody pressing anything."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from demo_site.chromium import tab_in
from demo_site.served import served
from demo_site.small import edit, write_small
from socialmap.publish import open_staging

pytestmark = pytest.mark.browser


def test_a_changed_record_comes_on_the_screen_by_itself(browser: Browser, tmp_path: Path) -> None:
    with served(write_small(tmp_path)) as address, tab_in(browser) as tab:
        tab.page.goto(f"{address}aanbod/spreekuur.html")
        expect(tab.page.get_by_role("heading", level=1)).to_have_text("Spreekuur")
        began = time.monotonic()
        edit(tmp_path, "aanbod/spreekuur.yml", naam="Nieuw uur")
        expect(tab.page.get_by_role("heading", level=1)).to_have_text("Nieuw uur", timeout=10_000)
        print(f"a change was on the screen after {time.monotonic() - began:.2f} s")
        assert tab.said == []


def test_a_mistake_is_told_on_the_page_and_goes_when_it_is_put_right(browser: Browser, tmp_path: Path) -> None:
    with served(write_small(tmp_path)) as address, tab_in(browser) as tab:
        tab.page.goto(f"{address}aanbod/spreekuur.html")
        edit(tmp_path, "aanbod/spreekuur.yml", themas=["bestaat-niet"])
        expect(tab.page.get_by_role("alert")).to_contain_text("bestaat-niet", timeout=10_000)
        expect(tab.page.get_by_role("heading", level=1)).to_have_text("Spreekuur")
        tab.page.reload()
        expect(tab.page.get_by_role("alert")).to_contain_text("bestaat-niet", timeout=10_000)
        edit(tmp_path, "aanbod/spreekuur.yml", themas=["geld"])
        expect(tab.page.get_by_role("alert")).to_have_count(0, timeout=10_000)


def test_a_page_that_does_not_change_is_left_alone(browser: Browser, tmp_path: Path) -> None:
    with served(write_small(tmp_path)) as address, tab_in(browser) as tab, tab_in(browser) as index:
        tab.page.goto(f"{address}organisaties/welzijn.html")
        index.page.goto(f"{address}a-z.html")
        index.page.evaluate("document.body.dataset.here = 'still'")
        edit(tmp_path, "aanbod/spreekuur.yml", telefoon=["099 999 11 22"])
        expect(tab.page.get_by_role("link", name="099 999 11 22")).to_be_visible(timeout=10_000)
        index.page.wait_for_timeout(500)
        assert index.page.evaluate("document.body.dataset.here") == "still"


def test_it_waits_for_another_build_of_the_same_site(browser: Browser, tmp_path: Path) -> None:
    root = write_small(tmp_path)
    with served(root) as address, tab_in(browser) as tab:
        tab.page.goto(f"{address}aanbod/spreekuur.html")
        with open_staging(root / "site", cache=root / ".cache" / "socialmap"):
            edit(tmp_path, "aanbod/spreekuur.yml", naam="Nieuw uur")
            expect(tab.page.get_by_role("heading", level=1)).to_have_text("Nieuw uur", timeout=10_000)
            assert "Nieuw uur" not in (root / "site/aanbod/spreekuur.html").read_text("utf-8")
        for _ in range(100):
            if "Nieuw uur" in (root / "site/aanbod/spreekuur.html").read_text("utf-8"):
                break
            time.sleep(0.1)
        assert "Nieuw uur" in (root / "site/aanbod/spreekuur.html").read_text("utf-8")


def test_search_finds_the_change_a_little_later(browser: Browser, tmp_path: Path) -> None:
    with served(write_small(tmp_path)) as address, tab_in(browser) as tab:
        tab.open(f"{address}zoeken.html?q=spreekuur")
        edit(tmp_path, "aanbod/spreekuur.yml", naam="Spreekuur in de avond")
        name = tab.page.locator(".sm-search__name").first
        for _ in range(50):
            if name.count() and name.text_content() == "Spreekuur in de avond":
                break
            tab.page.goto(f"{address}zoeken.html?q=spreekuur")
            tab.page.wait_for_timeout(500)
        expect(name).to_have_text("Spreekuur in de avond")
        tab.said.clear()  # while the index was changed, a page may have asked for a part that was gone
        tab.open(f"{address}zoeken.html?q=spreekuur")
        expect(name).to_have_text("Spreekuur in de avond")
        assert tab.said == []
