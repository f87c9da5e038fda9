"""The held-out sets can be trusted as a measure: they can be built, and every answer they ask for exists."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from demo_site.building import REPOSITORY
from socialmap.pipeline.check import check_project, read_messages
from socialmap.pipeline.project import Project, open_project

HERE = Path(__file__).parent
TOWN = HERE / "town"
KINDS = {"naam", "synoniem", "typefout", "samenstelling", "zin"}


def expectations(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))["verwachtingen"]
    return found


def services(data: Path) -> set[str]:
    with (data / "aanbod.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = {row["id"] for row in csv.DictReader(table, delimiter=";")}
    return rows | {path.stem for path in (data / "aanbod").glob("*.yml")}


def asked(file: Path) -> set[str]:
    return {name for one in expectations(file) for name in one["vindt"]}


def test_the_town_has_no_errors() -> None:
    project = open_project(TOWN)
    assert isinstance(project, Project)
    assert project.settings.today is not None
    report = check_project(project, today=project.settings.today, messages=read_messages("nl"))
    assert [finding for finding in report.findings if finding.severity == "error"] == []


def test_every_answer_exists() -> None:
    assert asked(HERE / "names.yml") - services(REPOSITORY / "data") == set()
    assert asked(TOWN / "queries.yml") - services(TOWN / "data") == set()


def test_every_kind_of_query_has_about_a_fifth() -> None:
    for file, fifth in ((HERE / "names.yml", 12), (TOWN / "queries.yml", 18)):
        counts = Counter(one["soort"] for one in expectations(file))
        assert counts.keys() == KINDS
        assert set(counts.values()) <= {fifth, fifth + 1}


def test_nothing_that_editors_tune_on_is_held_out() -> None:
    tuned = {one["zoek"] for one in expectations(REPOSITORY / "data" / "search" / "expectations.yml")}
    assert tuned & {one["zoek"] for one in expectations(HERE / "names.yml")} == set()
