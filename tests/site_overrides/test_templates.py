"""Templates use the fields their views have, all of them; nothing is inline; styles know no left or right."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from jinja2 import nodes

from site_overrides.described import ROOT, environment
from socialmap.views import pages, records
from socialmap.views.agenda import AgendaView
from socialmap.views.form import FormsView, FormView
from socialmap.views.frame import FrameView
from socialmap.views.guide import GuidesView, GuideView
from socialmap.views.map import MapView
from socialmap.views.my_list import MyListView
from socialmap.views.trials import ConsultationView, ExperimentView, TrialsView

TEMPLATES = sorted([*ROOT.glob("components/*/*.html"), *ROOT.glob("pages/*.html"), ROOT / "base.html"])
STYLES = sorted([*ROOT.glob("components/*/*.css"), *ROOT.glob("styles/*.css")])
PAGES = {
    "service": records.ServiceView,
    "organization": records.OrganizationView,
    "location": records.LocationView,
    "listing": pages.ListingView,
    "agenda": AgendaView,
    "map": MapView,
    "index": pages.IndexView,
    "home": pages.HomeView,
    "search": pages.SearchView,
    "search_words": pages.SearchWordsView,
    "editorial": pages.EditorialView,
    "not_found": pages.NotFoundView,
    "redirect": pages.RedirectView,
    "guide": GuideView,
    "guides": GuidesView,
    "my_list": MyListView,
    "form": FormView,
    "forms": FormsView,
    "trials": TrialsView,
    "experiment": ExperimentView,
    "consultation": ConsultationView,
}
ELSEWHERE = {
    "service": {"id", "national"},
    "organization": {"id", "national"},
    "location": {"id"},
    "listing": {"id", "kind", "icon"},
    "map": {"themes", "neighbourhoods", "data", "tiles", "attribution", "max_zoom"},
    "agenda": {"themes", "neighbourhoods", "free", "last", "last_iso", "all"},
    "home": {"service_count"},
    "search": set(),
    "guide": {"id", "groups"},
}
PHYSICAL = re.compile(
    r"\b(?:(?:margin|padding|border)-(?:left|right)|(?<![-\w])(?:left|right)\s*:|text-align:\s*(?:left|right)|float:)"
)


def named(template: str, variable: str) -> set[str]:
    tree = environment("nl").parse((ROOT / template).read_text("utf-8"))
    return {
        found.attr
        for found in tree.find_all(nodes.Getattr)
        if isinstance(found.node, nodes.Name) and found.node.name == variable
    }


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_names_only_fields_that_its_view_has_and_leaves_none_unused(kind: str) -> None:
    has = {field.name for field in fields(PAGES[kind])}
    uses = named(f"pages/{kind}.html", "view")
    assert {"unknown": uses - has, "unused": has - uses - ELSEWHERE.get(kind, set())} == {
        "unknown": set(),
        "unused": set(),
    }


def test_the_frame_names_only_fields_that_it_has() -> None:
    has = {field.name for field in fields(FrameView)}
    for template in ("base.html", "components/header/template.html", "components/footer/template.html"):
        assert named(template, "frame") <= has


def test_every_page_has_a_template_and_every_template_a_page() -> None:
    assert {path.stem for path in ROOT.glob("pages/*.html")} == set(PAGES)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_inline(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"\sstyle\s*=|\son[a-z]+\s*=|<style|javascript:", text)
    for script in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in script


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_template_says_that_something_is_safe(path: Path) -> None:
    assert not re.search(r"\|\s*safe\b|autoescape", path.read_text("utf-8"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_styles_know_start_and_end_but_no_left_and_right(path: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    assert PHYSICAL.findall(css) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_colours_come_from_tokens(path: Path) -> None:
    if path.name in ("tokens.css", "print.css"):
        return
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(", path.read_text("utf-8")) == []
