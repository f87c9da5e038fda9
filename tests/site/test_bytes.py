"""What a resident downloads: brotli at its strongest, as node's own zlib gives it."""

from pathlib import Path

import pytest

from demo_site.building import Built
from demo_site.html import read_html
from demo_site.sizes import brotli_sizes

KB = 1000


def loaded(page: Path) -> list[Path]:
    """The page and what it asks for, the icon apart."""
    html = read_html(page)
    sheets = [each["href"] for each in html.rel("stylesheet")]
    scripts = [each["src"] for each in html.all("script") if "src" in each]
    return [page, *((page.parent / address).resolve() for address in (*sheets, *scripts))]


def test_the_style_of_the_map_is_small(demo: Built) -> None:
    sizes = brotli_sizes(path for path in (demo.root / "assets").glob("*.css") if "search" not in path.name)
    print({path.name: size for path, size in sizes.items()})
    assert sizes
    assert max(sizes.values()) <= 6 * KB


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_the_html_of_every_service_is_small(demo: Built, language: str) -> None:
    sizes = brotli_sizes(demo.service_pages(language))
    ordered = sorted(sizes.values())
    print(f"{language}: smallest {ordered[0]}, median {ordered[len(ordered) // 2]}, largest {ordered[-1]} bytes")
    assert {path.name: size for path, size in sizes.items() if size > 6 * KB} == {}


def test_the_first_load_of_home_and_of_a_service_is_small(demo: Built) -> None:
    pages = (demo.root / "index.html", *demo.service_pages())
    sizes = brotli_sizes({file for page in pages for file in loaded(page)})
    totals = {page.name: sum(sizes[file] for file in loaded(page)) for page in pages}
    print(f"home {totals['index.html']}, largest {max(totals.values())} bytes")
    assert {name: total for name, total in totals.items() if total > 14 * KB} == {}


def test_the_optional_script_is_small(demo: Built) -> None:
    page = demo.service_pages()[0]
    scripts = [path for path in loaded(page) if path.suffix == ".js"]
    sizes = brotli_sizes(scripts)
    print({path.name: size for path, size in sizes.items()})
    assert sum(sizes.values()) <= 3 * KB
