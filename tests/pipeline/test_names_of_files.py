"""A file whose name is no text, as an old system or a broken archive leaves it, is told wherever it stands."""

import json
from datetime import date
from pathlib import Path

import pytest

from demo_site.small import write_small
from socialmap.hosts.cli import main
from socialmap.pipeline.check import check_project, read_messages
from socialmap.pipeline.project import Project, open_project
from socialmap.report import FORMATS

BYTES = "\udcff\udcfe"
PLACES = (
    "aanbod/{}.yml",
    "{}.csv",
    "{}/a.yml",
    "taxonomies/{}.yml",
    "boundaries/{}.geojson",
    "guides/{}.yml",
    "search/{}.yml",
    "pages/{}.md",
    "pages/handboek/{}.md",
    "national/aanbod/{}.yml",
)


@pytest.mark.parametrize("place", PLACES)
def test_a_name_that_is_no_text_is_told_once_in_every_format(tmp_path: Path, place: str) -> None:
    root = write_small(tmp_path)
    file = place.format(BYTES)
    try:
        (root / "data" / file).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / file).write_text("{}", "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system only has names that are text")
    project = open_project(root)
    assert isinstance(project, Project)
    report = check_project(project, today=date(2026, 11, 2), messages=read_messages("nl"))
    named = [each for each in report.findings if "\ufffd" in each.place.file]
    assert [(each.code, each.severity) for each in named] == [("SM215", "error")]
    for written in (write(report) for write in FORMATS.values()):
        assert "SM215" in written.encode().decode()
    assert json.loads(FORMATS["json"](report))
    assert main(["build", "--project", str(root), "--map-only", "--no-search"]) == 1
    assert not (root / "site").exists()
