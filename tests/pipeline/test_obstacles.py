"""What is not ours in the folder of the site: told in words, and left as it is."""

from datetime import date
from pathlib import Path

import pytest

from demo_site.small import write_small
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import make_settings_report, read_messages
from socialmap.pipeline.project import Project, open_project
from socialmap.report import Report


def build(root: Path, language: str = "nl") -> Report:
    """Build a small municipality."""
    project = open_project(root)
    assert isinstance(project, Project)
    options = BuildOptions(search="none")
    return build_site(project, today=date(2026, 11, 2), messages=read_messages(language), options=options)


def told(report: Report, code: str) -> list[tuple[str, str]]:
    """Where something is and what is said of it."""
    return [
        (each.place.file, f"{each.what} {each.expected} {each.remedy}") for each in report.findings if each.code == code
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_folder_of_somebody_else_where_a_page_must_come_stops_the_build(tmp_path: Path, language: str) -> None:
    root = write_small(tmp_path)
    taken = root / "site" / "aanbod" / "spreekuur.html" / "brief.txt"
    taken.parent.mkdir(parents=True)
    taken.write_text("van iemand anders", "utf-8")
    report = build(root, language)
    assert report.failed
    ((_, text),) = told(report, "SM803")
    assert "aanbod/spreekuur.html" in text
    assert "{" not in text
    assert [path for path in (root / "site").rglob("*") if path.is_file()] == [taken]


def test_a_link_where_a_folder_must_come_is_not_followed(tmp_path: Path) -> None:
    root = write_small(tmp_path / "project")
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (root / "site").mkdir()
    (root / "site" / "aanbod").symlink_to(elsewhere)
    report = build(root)
    assert [("site/aanbod" in text) for _, text in told(report, "SM803")] == [True]
    assert list(elsewhere.iterdir()) == []


def test_a_site_that_is_a_file_stops_the_build(tmp_path: Path) -> None:
    root = write_small(tmp_path)
    (root / "site").write_text("van iemand anders", "utf-8")
    assert len(told(build(root), "SM803")) == 1
    assert (root / "site").read_text("utf-8") == "van iemand anders"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_file_of_somebody_else_is_told_once_and_left_alone(tmp_path: Path, language: str) -> None:
    root = write_small(tmp_path)
    taken = root / "site" / "robots.txt"
    taken.parent.mkdir()
    taken.write_text("van iemand anders", "utf-8")
    report = build(root, language)
    assert not report.failed
    ((file, text),) = told(report, "SM802")
    assert file == "site/robots.txt"
    assert "{" not in text
    assert taken.read_text("utf-8") == "van iemand anders"
    assert (root / "site" / "index.html").is_file()


@pytest.mark.parametrize("folder", ["", "data", "data/aanbod", "data/site", "..", "huis"])
def test_a_site_among_its_own_data_is_refused_before_anything_is_written(tmp_path: Path, folder: str) -> None:
    root = write_small(tmp_path / "project")
    config = root / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8')}theme: {{name: material, custom_dir: huis}}\n", "utf-8")
    (root / "huis").mkdir()
    before = sorted(root.rglob("*"))
    found = open_project(root, site=(root / folder).resolve())
    assert isinstance(found, tuple)
    for language in ("nl", "en"):
        report = make_settings_report(found, messages=read_messages(language))
        ((_, text),) = told(report, "SM803")
        assert str((root / folder).resolve()) in text
        assert "--site" in text
    assert sorted(root.rglob("*")) == before
