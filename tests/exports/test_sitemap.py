"""The sitemap names every page that search engines may show, when it changed, and its other languages."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from demo_site.building import Built
from socialmap.exports import SitemapEntry, write_robots, write_sitemap

URL = "https://kaart.example/pad"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([a-z-]+)" href="([^"]+)">')


def entries(sitemap: bytes) -> dict[str, tuple[str, dict[str, str]]]:
    """Per address the day of its last change and its alternates by language."""
    return {
        url.findtext(f"{SITEMAP}loc", ""): (
            url.findtext(f"{SITEMAP}lastmod", ""),
            {link.attrib["hreflang"]: link.attrib["href"] for link in url.iter(LINK)},
        )
        for url in ElementTree.fromstring(sitemap)
    }


@pytest.fixture(scope="module")
def base(demo_online: Built) -> str:
    """The address of the demo, with a slash."""
    return demo_online.settings.site_url + "/"


@pytest.fixture(scope="module")
def found(demo_online: Built) -> dict[str, tuple[str, dict[str, str]]]:
    """The demo's sitemap."""
    return entries((demo_online.root / "sitemap.xml").read_bytes())


def head(path: Path) -> str:
    """The head of a page."""
    return path.read_text("utf-8").partition("</head>")[0]


def test_an_entry_has_its_address_day_and_languages() -> None:
    both = (("nl", "aanbod/a&b.html"), ("en", "en/services/a&b.html"))
    sitemap = write_sitemap([SitemapEntry("aanbod/a&b.html", "2026-11-02", both)], site_url=URL)
    assert entries(sitemap) == {
        f"{URL}/aanbod/a&b.html": (
            "2026-11-02",
            {"nl": f"{URL}/aanbod/a&b.html", "en": f"{URL}/en/services/a&b.html"},
        )
    }


def test_entries_are_in_the_order_of_their_addresses() -> None:
    some = [SitemapEntry("b.html"), SitemapEntry("a.html")]
    assert list(entries(write_sitemap(some, site_url=f"{URL}/"))) == [f"{URL}/a.html", f"{URL}/b.html"]


def test_the_sitemap_names_every_page_that_may_be_shown_and_no_other(
    demo_online: Built, found: dict[str, object], base: str
) -> None:
    shown = [path for path in demo_online.pages if 'name="robots" content="noindex"' not in head(path)]
    assert len(shown) > 300
    assert set(found) == {base + str(path.relative_to(demo_online.root)) for path in shown}


def test_a_page_names_in_its_head_the_languages_of_the_sitemap(
    demo_online: Built, found: dict[str, tuple[str, dict[str, str]]], base: str
) -> None:
    for address, (_, languages) in found.items():
        told = dict(ALTERNATE.findall(head(demo_online.root / address.removeprefix(base))))
        assert languages == {each: told[each] for each in told if each != "x-default"}, address


def test_a_record_is_there_in_the_languages_it_is_translated_in(
    demo_online: Built, found: dict[str, tuple[str, dict[str, str]]], base: str
) -> None:
    services = demo_online.catalogue.services
    assert {"en" in each.name for each in services.values()} == {True, False}
    for name, service in services.items():
        spoken = {
            language
            for language in ("nl", "en", "ar")
            if base + demo_online.route("service", name, language=language) in found
        }
        assert spoken == {"nl"} | (service.name.keys() & {"en", "ar"}), name


def test_a_record_changed_on_the_day_that_it_says(
    demo_online: Built, found: dict[str, tuple[str, dict[str, str]]], base: str
) -> None:
    for name, service in demo_online.catalogue.services.items():
        day = service.last_modified or service.assured_date or service.added
        assert found[base + demo_online.route("service", name)][0] == (day.isoformat() if day else ""), name


def test_without_an_address_there_is_no_sitemap(demo: Built) -> None:
    assert not (demo.root / "sitemap.xml").exists()
    assert (demo.root / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_robots_name_the_sitemap_of_a_site_with_an_address(demo_online: Built, base: str) -> None:
    told = (demo_online.root / "robots.txt").read_text()
    assert told == f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n"


def test_robots_name_no_sitemap_that_is_not_wanted() -> None:
    assert write_robots(site_url=URL, sitemap=False) == b"User-agent: *\nAllow: /\n"
