"""A municipality with many services: its lists have numbered pages, and everything stands on exactly one of them."""

import re
from collections import Counter
from collections.abc import Mapping
from html import unescape
from itertools import chain
from pathlib import Path

import pytest

from benchmarks.municipality import generate
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.project import Project, open_project

CARD = re.compile(r'<h3 class="sm-card__name"><a href="([^"]+)"')
LINK = re.compile(r'<a [^>]*href="([^"#]+)')
TITLE = re.compile(r"<title>(.*?)</title>", re.S)
REL = re.compile(r'<link rel="(prev|next|canonical)" href="([^"]+)"')
NUMBERED = re.compile(r"^(.+?)(?:_(\d+))?\.html$")
UNLISTED = re.compile("<b>(Dit is gestopt|We weten niet of dit er nog is)[.]</b>")
LISTS = ("themas/", "voor/", "buurten/", "ingangen/")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("many") / "project"
    generate(root, records=900)
    found = open_project(root)
    assert isinstance(found, Project)
    build(found)
    return found


@pytest.fixture(scope="module")
def pages(project: Project) -> Mapping[str, str]:
    """Every page of the site by its route."""
    return {path.relative_to(project.site).as_posix(): path.read_text("utf-8") for path in project.site.rglob("*.html")}


def build(project: Project) -> tuple[str, ...]:
    """Build without search; the routes that were written."""
    told: list[str] = []
    options = BuildOptions(search="none", tell=lambda published: told.extend(published.written))
    today = project.settings.today
    assert today is not None
    assert not build_site(project, today=today, messages=read_messages("nl"), options=options).failed
    return tuple(told)


def lists(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """The numbered pages of each list, in their order."""
    found: dict[str, dict[int, str]] = {}
    for route in pages:
        if route.startswith(LISTS) and "/index" not in route:
            name, number = NUMBERED.findall(route)[0]
            found.setdefault(name, {})[int(number or 1)] = route
    return {name: [numbered[number] for number in sorted(numbered)] for name, numbered in found.items()}


def services(page: str) -> list[str]:
    return [Path(href).name for href in CARD.findall(page)]


def links(route: str, page: str) -> set[str]:
    """The routes that a page of the top folder or one below it links to."""
    top = "" if "/" not in route else route.rpartition("/")[0] + "/"
    return {href.removeprefix("../") if href.startswith("../") else top + href for href in LINK.findall(page)}


def test_a_list_stands_on_its_pages_once_and_none_is_too_long(pages: Mapping[str, str]) -> None:
    found = {name: [services(pages[route]) for route in routes] for name, routes in lists(pages).items()}
    longest = {name: max(map(len, numbered)) for name, numbered in found.items()}
    told = {
        name: int(re.search(r'<p class="sm-muted">(\d+)', pages[routes[0]])[1])  # type: ignore[index] # it is there
        for name, routes in lists(pages).items()
    }
    assert max(longest.values()) == 50
    assert {
        name: max(Counter(chain.from_iterable(numbered)).values()) for name, numbered in found.items() if numbered[0]
    } == {name: 1 for name, numbered in found.items() if numbered[0]}
    assert {name: sum(map(len, numbered)) for name, numbered in found.items()} == told


def test_each_page_leads_to_the_ones_beside_it_and_is_its_own(pages: Mapping[str, str]) -> None:
    long = {name: routes for name, routes in lists(pages).items() if len(routes) > 2}
    assert long
    for routes in long.values():
        for at, route in enumerate(routes):
            rels = {rel: Path(href).name for rel, href in REL.findall(pages[route])}
            beside = {"prev": routes[at - 1] if at else "", "next": routes[at + 1] if at + 1 < len(routes) else ""}
            assert rels == {"canonical": Path(route).name} | {rel: Path(to).name for rel, to in beside.items() if to}


def test_every_numbered_page_has_a_title_of_its_own(pages: Mapping[str, str]) -> None:
    several = {route for routes in lists(pages).values() if len(routes) > 1 for route in routes}
    parts = {route for route in pages if route.startswith(("a-z", "plekken"))}
    titles = Counter(unescape(TITLE.findall(pages[route])[0]) for route in several | parts)
    assert len(parts) > 20
    assert [title for title, number in titles.items() if number > 1] == []


def test_every_service_and_place_is_within_three_links_of_home(pages: Mapping[str, str]) -> None:
    steps, edge = {"index.html"}, {"index.html"}
    for _ in range(3):
        edge = {to for route in edge for to in links(route, pages[route]) if to in pages} - steps
        steps |= edge
    kept = {route for route in pages if route.startswith(("aanbod/", "locaties/"))}
    records = {route for route in kept if not UNLISTED.search(pages[route])}
    assert len(records) > 600
    assert records - steps == set()


def test_one_new_sentence_draws_only_the_pages_that_show_it(project: Project) -> None:
    assert build(project) == ()
    path = (
        project.data / "organisaties" / sorted(each.name for each in (project.data / "organisaties").glob("*.yml"))[0]
    )
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^samenvatting: .*$", "samenvatting: Dit is een nieuwe zin.", text), "utf-8")
    written = [route for route in build(project) if route.endswith(".html")]
    path.write_text(text, "utf-8")
    build(project)
    assert f"organisaties/{path.stem}.html" in written
    assert not [route for route in written if route.startswith((*LISTS, "a-z", "plekken", "locaties/"))]
