"""Every link of every page leads somewhere; pages in several languages know each other; nothing leads to a secret."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from demo_site.building import Built
from demo_site.html import Html, read_html
from socialmap.model import Record
from socialmap.views.routes import PageKind

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}link"
OUTWARD = ("http:", "https:", "mailto:", "tel:")
Pages = dict[str, Html]


def read_all(built: Built) -> Pages:
    """Every page by its route."""
    return {str(path.relative_to(built.root)): read_html(path) for path in built.pages}


@pytest.fixture(scope="module")
def pages(demo: Built) -> Pages:
    """The pages of the demo site."""
    return read_all(demo)


@pytest.fixture(scope="module")
def online(demo_online: Built) -> Pages:
    """The pages of the demo site whose web address is known."""
    return read_all(demo_online)


def inward(page: Html) -> Iterator[str]:
    """The addresses in a page that stay in the site."""
    return (address for address in page.addresses() if not address.startswith(OUTWARD))


def target(route: str, address: str) -> tuple[str, str]:
    """The route and the anchor that an address in a page means."""
    parts = urlsplit(urljoin(f"/{route}", address))
    path = unquote(parts.path).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path, parts.fragment


def test_every_link_and_anchor_leads_somewhere(demo: Built, pages: Pages) -> None:
    files = {str(path.relative_to(demo.root)) for path in demo.root.rglob("*") if path.is_file()}
    dead = set()
    for route, page in pages.items():
        for address in inward(page):
            to, anchor = target(route, address)
            if to not in files or (anchor and to in pages and anchor not in pages[to].ids()):
                dead.add((route, address))
    assert len(pages) > 1000
    assert dead == set()


def test_links_outward_are_whole_addresses_and_tell_nobody_where_the_reader_was(pages: Pages) -> None:
    wrong = {
        (route, each["href"])
        for route, page in pages.items()
        for each in page.all("a")
        if each.get("href", "").startswith("http") and ("." not in urlsplit(each["href"]).netloc or "@" in each["href"])
    }
    assert wrong == set()


def test_only_files_of_the_site_itself_are_loaded(pages: Pages) -> None:
    loaded = {
        (route, address)
        for route, page in pages.items()
        for tag, attributes in page.tags
        for name, address in attributes.items()
        if name in ("src", "srcset", "action", "data") or (name == "href" and tag == "link")
        if address.startswith(("http", "//"))
    }
    assert loaded == set()


def test_no_page_and_no_link_is_about_a_confidential_place(demo: Built, pages: Pages) -> None:
    secret = [at.id for at in demo.catalogue.locations.values() if at.confidential]
    routes = {demo.route("location", name, language=each) for name in secret for each in demo.settings.languages}
    linked = {target(route, address)[0] for route, page in pages.items() for address in inward(page)}
    assert len(routes) >= 6
    assert (routes & set(pages), routes & linked) == (set(), set())


def test_every_page_of_the_map_is_reached_from_another(demo: Built, pages: Pages) -> None:
    linked = {target(route, address)[0] for route, page in pages.items() for address in page.hrefs()}
    assert set(pages) - linked - old_routes(demo) - {"404.html"} == set()


def old_routes(demo: Built) -> set[str]:
    """Where services stood before; their pages only lead on."""
    return {
        demo.route("service", name, language=language)
        for service in demo.catalogue.services.values()
        for name in service.previous_ids
        for language in demo.settings.languages
    }


def test_the_same_page_in_other_languages_points_back(pages: Pages) -> None:
    one_way = set()
    for route, page in pages.items():
        others = {each["hreflang"]: target(route, each["href"])[0] for each in page.rel("alternate")}
        for language, other in others.items():
            back = {each["hreflang"]: target(other, each["href"])[0] for each in pages[other].rel("alternate")}
            if language != "x-default" and back != others:
                one_way.add((route, language))
    assert one_way == set()


def test_the_language_links_go_to_the_same_page(demo: Built, pages: Pages) -> None:
    ways = {route: languages_of(route, page) for route, page in pages.items()}
    dutch_only = {route for route in pages if route.startswith(("melden/", "wijzigen/"))}
    leading_on = old_routes(demo) | dutch_only | {"404.html"}
    astray = {
        (route, language)
        for route, others in ways.items()
        for language, other in others.items()
        if route not in leading_on and route not in ways[other].values()
    }
    assert len(ways) > 1000
    assert astray == set()


def languages_of(route: str, page: Html) -> dict[str, str]:
    """The routes of a page in other languages, as its language links say, each link in its own language.

    A link that only warns that what follows is in another language says so without being in it.
    """
    links = [each for each in page.all("a") if "hreflang" in each and "lang" in each]
    assert all(each["lang"] == each["hreflang"] for each in links), route
    return {each["hreflang"]: target(route, each["href"])[0] for each in links}


def translated(built: Built, route: str) -> bool:
    """Whether the page at a route is in its own language, as far as records are concerned."""
    catalogue = built.catalogue
    for language in built.settings.languages:
        kinds: tuple[tuple[PageKind, Mapping[str, Record]], ...] = (
            ("service", catalogue.services),
            ("organization", catalogue.organizations),
            ("location", catalogue.locations),
        )
        for kind, records in kinds:
            top = built.route(kind, "x", language=language).removesuffix("x.html")
            name = route.removeprefix(top).removesuffix(".html")
            if route.startswith(top) and name in records and language not in records[name].name:
                return False
    return True


def test_a_page_that_is_not_translated_is_not_indexed_and_names_the_dutch_one(
    demo_online: Built, online: Pages
) -> None:
    untranslated = [route for route in online if not translated(demo_online, route)]
    wrong = {}
    for route in untranslated:
        page = online[route]
        robots, canonical = page.meta("robots"), [each["href"] for each in page.rel("canonical")]
        dutch = f"{demo_online.settings.site_url}/{languages_of(route, page)['nl']}"
        if robots != "noindex" or canonical != [dutch] or page.rel("alternate"):
            wrong[route] = (robots, canonical, page.rel("alternate"))
    assert len(untranslated) > 200
    assert wrong == {}


def test_a_translated_page_is_its_own_canonical_address(demo_online: Built, online: Pages) -> None:
    base = f"{demo_online.settings.site_url}/"
    others = {
        route: [each["href"] for each in page.rel("canonical")]
        for route, page in online.items()
        if not page.meta("robots") and route != "404.html"
    }
    assert {route: found for route, found in others.items() if found != [base + route]} == {}


def test_every_entry_of_the_sitemap_is_a_page_that_may_be_indexed(demo_online: Built, online: Pages) -> None:
    base = f"{demo_online.settings.site_url}/"
    tree = ElementTree.parse(demo_online.root / "sitemap.xml").getroot()
    listed = [entry.findtext(f"{SITEMAP}loc") or "" for entry in tree.iter(f"{SITEMAP}url")]
    shut = {route for route, page in online.items() if page.meta("robots")} | {"404.html"}
    assert len(set(listed)) == len(listed)
    assert {url.removeprefix(base) for url in listed} == set(online) - shut


def test_the_languages_in_the_sitemap_are_those_in_the_pages(demo_online: Built, online: Pages) -> None:
    base = f"{demo_online.settings.site_url}/"
    tree = ElementTree.parse(demo_online.root / "sitemap.xml").getroot()
    listed = {(entry.findtext(f"{SITEMAP}loc") or "").removeprefix(base) for entry in tree.iter(f"{SITEMAP}url")}
    named = {
        (link.get("href") or "").removeprefix(base)
        for entry in tree.iter(f"{SITEMAP}url")
        for link in entry.iter(XHTML)
    }
    assert named <= listed
    assert named <= set(online)


def test_robots_txt_names_the_sitemap(demo_online: Built) -> None:
    text = (demo_online.root / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {demo_online.settings.site_url}/sitemap.xml" in text


def test_every_page_has_one_title_one_heading_and_its_own_name(pages: Pages) -> None:
    wrong = {
        route
        for route, page in pages.items()
        if [len(list(page.all(tag))) for tag in ("title", "h1", "main")] != [1, 1, 1]
    }
    assert wrong == set()


def test_nothing_but_pages_and_their_files_is_published(demo: Built) -> None:
    top = {path.name for path in demo.root.iterdir() if path.is_file() and path.suffix != ".html"}
    assert top == {"_headers", "kaart.js", "nginx-headers.conf", "robots.txt", "zoeken.js"}
    kinds = {path.suffix for path in demo.root.rglob("*") if path.is_file() and "pagefind" not in path.parts}
    assert kinds == {"", ".conf", ".txt", ".html", ".css", ".js", ".svg", ".csv", ".ics", ".json"}


def test_no_path_of_this_computer_is_published(demo: Built) -> None:
    here = [str(demo.root).encode(), str(Path(demo.project.root)).encode()]
    assert [
        path for path in demo.root.rglob("*") if path.is_file() and any(each in path.read_bytes() for each in here)
    ] == []
