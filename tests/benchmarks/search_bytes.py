"""What a resident downloads to be helped by the search of a large municipality, as brotli 11, with nothing kept before.

    PYTHONPATH=tests .venv/bin/python -m benchmarks.search_bytes [SITE]

Without a site one of some 2,000 services is made. Goals: 30 kB to the first suggestion, 170 kB to full results.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from benchmarks.municipality import generate
from demo_site.building import build
from demo_site.chromium import chromium
from demo_site.hosting import hosted
from demo_site.sizes import brotli_sizes

RECORDS = 2_900
TYPED = "schuld"
QUESTION = "hulp bij schulden"
ICON = "assets/icon.svg"


def main(arguments: list[str]) -> None:
    """Print the bytes of each way to a first suggestion and to full results."""
    with _site(arguments) as site, chromium() as browser, hosted(site) as address:
        print(f"{len(list((site / 'aanbod').glob('*.html')))} services")
        for name, files in measured(browser, address, site):
            sizes = brotli_sizes(files)
            print(f"\n{name}: {sum(sizes.values()) / 1000:.1f} kB")
            for file, size in sorted(sizes.items(), key=lambda pair: -pair[1]):
                print(f"  {size:7}  {file.relative_to(site)}")


def measured(browser: Browser, address: str, site: Path) -> Iterator[tuple[str, list[Path]]]:
    """Each way by name, with the files that it asked for, the icon apart."""
    yield "home, first suggestion", _asked(browser, address, site, "index.html", _suggestions)
    yield "search page, first suggestion", _asked(browser, address, site, "zoeken.html", _suggestions)
    yield "search page, full results", _asked(browser, address, site, f"zoeken.html?q={QUESTION}", _results)


def _asked(browser: Browser, address: str, site: Path, route: str, until: Callable[[Page], None]) -> list[Path]:
    context = browser.new_context()
    page, asked = context.new_page(), dict[str, None]()
    page.on("request", lambda request: asked.setdefault(urlsplit(request.url).path.lstrip("/")))
    page.goto(address + route)
    until(page)
    files = [site / path for path in asked if path != ICON]
    context.close()
    return files


def _suggestions(page: Page) -> None:
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.focus()
    page.keyboard.type(TYPED, delay=30)
    page.get_by_role("option").first.wait_for()


def _results(page: Page) -> None:
    page.locator(".sm-search__name").first.wait_for()


@contextmanager
def _site(arguments: list[str]) -> Iterator[Path]:
    if arguments:
        yield Path(arguments[0]).resolve()
        return
    with tempfile.TemporaryDirectory() as work:
        generate(Path(work) / "project", records=RECORDS, form="csv")
        yield build(Path(work) / "project", into=Path(work)).root


if __name__ == "__main__":
    main(sys.argv[1:])
