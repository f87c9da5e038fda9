"""`socialmap serve` in Chromium: a change in the data is on the screen without anybody pressing anything."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from demo_site.building import build
from demo_site.chromium import tab_in
from demo_site.small import edit, write_small
from socialmap.pipeline.serve import serve_site
from socialmap.report import write_text

pytestmark = pytest.mark.browser


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The address at which a project is served and followed while the block runs."""
    told, stop = Queue[str](), Event()

    def rebuild(search: Literal["make", "keep"]) -> str:
        report = build(root, into=root / "out", search=search).report
        return write_text(report) if report.failed else ""

    def serve() -> None:
        serve_site(root / "out" / "site", watched=[root / "data"], build=rebuild, tell=told.put, port=0, stop=stop)

    thread = Thread(target=serve)
    thread.start()
    try:
        yield told.get(timeout=60)
    finally:
        stop.set()
        thread.join(timeout=30)
    assert not thread.is_alive()


def test_a_changed_record_comes_on_the_screen_by_itself(browser: Browser, tmp_path: Path) -> None:
    with serving(write_small(tmp_path)) as address, tab_in(browser) as tab:
        tab.page.goto(f"{address}aanbod/spreekuur.html")
        expect(tab.page.get_by_role("heading", level=1)).to_have_text("Spreekuur")
        began = time.monotonic()
        edit(tmp_path, "aanbod/spreekuur.yml", naam="Nieuw uur")
        expect(tab.page.get_by_role("heading", level=1)).to_have_text("Nieuw uur", timeout=10_000)
        print(f"a change was on the screen after {time.monotonic() - began:.2f} s")
        assert tab.said == []


def test_a_mistake_is_told_on_the_page_and_goes_when_it_is_put_right(browser: Browser, tmp_path: Path) -> None:
    with serving(write_small(tmp_path)) as address, tab_in(browser) as tab:
        tab.page.goto(f"{address}aanbod/spreekuur.html")
        edit(tmp_path, "aanbod/spreekuur.yml", themas=["bestaat-niet"])
        expect(tab.page.get_by_role("alert")).to_contain_text("bestaat-niet", timeout=10_000)
        expect(tab.page.get_by_role("heading", level=1)).to_have_text("Spreekuur")
        edit(tmp_path, "aanbod/spreekuur.yml", themas=["geld"])
        expect(tab.page.get_by_role("alert")).to_have_count(0, timeout=10_000)


def test_search_finds_the_change_a_little_later(browser: Browser, tmp_path: Path) -> None:
    with serving(write_small(tmp_path)) as address, tab_in(browser) as tab:
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
