"""Synonyms of a project: its own files, else those that come with the package."""

from dataclasses import replace
from pathlib import Path

from demo_site.building import REPOSITORY
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.search_words import load_expectations, load_synonyms
from socialmap.search import SynonymGroup


def project(root: Path, **files: str) -> Project:
    """A project of which only `data/search` matters."""
    (root / "data" / "search").mkdir(parents=True)
    for name, text in files.items():
        (root / "data" / "search" / f"{name.replace('__', '.')}.yml").write_text(text, "utf-8")
    found = open_project(REPOSITORY)
    assert isinstance(found, Project)
    return replace(found, root=root)


def test_a_municipality_without_synonyms_has_those_of_the_package(tmp_path: Path) -> None:
    found = load_synonyms(project(tmp_path))
    assert found.problems == ()
    assert len(found.groups["nl"]) >= 400
    assert found.groups["en"]


def test_its_own_file_takes_the_place_of_that_of_the_package(tmp_path: Path) -> None:
    own = "groups:\n  - [geld, poen]\n  - {words: [fiets], only: [brik]}\n"
    found = load_synonyms(project(tmp_path, synonyms=own))
    assert found.groups["nl"] == (SynonymGroup(("geld", "poen")), SynonymGroup(("fiets",), ("brik",)))
    assert found.groups["en"]


def test_expectations_may_be_written_with_english_keys(tmp_path: Path) -> None:
    text = (
        "expectations:\n  - {query: geld, first: 2, finds: [a], not: [b], language: en, neighbourhood: x, kind: typo}\n"
    )
    (one,), problems = load_expectations(project(tmp_path, expectations=text))
    assert problems == ()
    assert (one.query, one.first, one.finds, one.excludes, one.language, one.neighbourhood, one.kind) == (
        "geld", 2, ("a",), ("b",), "en", "x", "typo",
    )  # fmt: skip
