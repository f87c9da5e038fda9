"""What a resident downloads to be helped by the search of a large municipality, as brotli 11, with nothing kept before.

    PYTHONPATH=tests .venv/bin/python -m benchmarks.search_bytes [SITE]

Without a site one of some 2,000 services is made. Each way is gone in Chromium, and all that it asked for is counted
until the network is silent, facets and hours included, the icon apart. Goals: 30 kB to the first suggestion, 170 kB to
full results, also of a question with a word that no name or summary has, so that the full texts are asked.
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
RARE = f"{QUESTION} kwarxel"
ICON = "assets/icon.svg"

Walk = Callable[[Page, str], None]


def main(arguments: list[str]) -> None:
    """Print the bytes of each way to a first suggestion and to full results."""
    with _site(arguments) as site, chromium() as browser, hosted(site) as address:
        print(f"{len(list((site / 'aanbod').glob('*.html')))} services")
        for name, files in measured(browser, address, site):
            sizes = brotli_sizes(files)
            print(f"\n{name}: {sum(sizes.values()) / 1000:.1f} kB in {len(sizes)} files")
            for file, size in sorted(sizes.items(), key=lambda pair: -pair[1]):
                print(f"  {size:7}  {file.relative_to(site)}")


def measured(browser: Browser, address: str, site: Path) -> Iterator[tuple[str, list[Path]]]:
    """Each way by name, with the files that it asked for."""
    ways: dict[str, Walk] = {
        "from home, first suggestion": lambda page, top: _suggest(page, f"{top}index.html"),
        "opened directly, first suggestion": lambda page, top: _suggest(page, f"{top}zoeken.html"),
        "opened directly, full results": lambda page, top: _show(page, f"{top}zoeken.html?q={QUESTION}"),
        "opened directly, full texts asked": lambda page, top: _show(page, f"{top}zoeken.html?q={RARE}"),
        "from home, full results": lambda page, top: _ask(page, f"{top}index.html", QUESTION),
        "from home, full texts asked": lambda page, top: _ask(page, f"{top}index.html", RARE),
    }
    for name, walk in ways.items():
        asked = _asked(browser, address, walk)
        yield name, [site / path for path in asked if path != ICON]


def _asked(browser: Browser, address: str, walk: Walk) -> list[str]:
    """The files that a way asks for, each once, in their order."""
    context = browser.new_context()
    page, asked = context.new_page(), dict[str, None]()
    page.on("request", lambda request: asked.setdefault(urlsplit(request.url).path.lstrip("/")))
    walk(page, address)
    page.wait_for_load_state("networkidle")
    context.close()
    return list(asked)


def _suggest(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    _type(page, TYPED)
    page.get_by_role("option").first.wait_for()


def _ask(page: Page, address: str, question: str) -> None:
    """The question is typed as a resident does, so that suggestions come as well."""
    page.goto(address, wait_until="networkidle")
    _type(page, question)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Enter")
    page.locator(".sm-search__name").first.wait_for()


def _show(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".sm-search__name").first.wait_for()


def _type(page: Page, text: str) -> None:
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.focus()
    page.keyboard.type(text, delay=60)


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
