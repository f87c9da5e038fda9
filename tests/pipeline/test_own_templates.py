"""A municipality's own template goes before ours on every page of the map, in whichever folder `custom_dir` names."""

from datetime import date
from pathlib import Path

import pytest

from demo_site.small import write_small
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.project import Project, open_project, packaged

FOOTER = "components/footer/template.html"


def build(root: Path) -> str:
    """The home page."""
    project = open_project(root)
    assert isinstance(project, Project)
    messages = read_messages("nl")
    report = build_site(project, today=date(2026, 11, 2), messages=messages, options=BuildOptions(search="none"))
    assert not report.failed
    return (project.site / "index.html").read_text("utf-8")


def write_footer(folder: Path, word: str) -> None:
    (folder / FOOTER).parent.mkdir(parents=True, exist_ok=True)
    ours = (packaged("site_overrides") / FOOTER).read_text("utf-8")
    (folder / FOOTER).write_text(ours.replace("</footer>", f"<p>{word}</p></footer>"), "utf-8")


def name_folder(root: Path, folder: str) -> None:
    config = root / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8')}theme: {{name: material, custom_dir: {folder}}}\n", "utf-8")


@pytest.mark.parametrize(("folder", "named"), [("site_overrides", False), ("site_overrides", True), ("eigen", True)])
def test_a_component_of_the_municipality_goes_before_ours(tmp_path: Path, folder: str, *, named: bool) -> None:
    root = write_small(tmp_path)
    write_footer(root / folder, "Onze voet")
    if named:
        name_folder(root, folder)
    assert "<p>Onze voet</p></footer>" in build(root)


def test_a_changed_template_changes_the_next_build(tmp_path: Path) -> None:
    root = write_small(tmp_path)
    name_folder(root, "eigen")
    assert "voet</p>" not in build(root)
    write_footer(root / "eigen", "Eerste voet")
    assert "Eerste voet" in build(root)
    write_footer(root / "eigen", "Andere voet")
    assert "Andere voet" in build(root)
    (root / "eigen" / FOOTER).unlink()
    assert "voet</p>" not in build(root)


@pytest.mark.parametrize(
    "theme", ["theme: material", "theme: {custom_dir: nergens}", "theme: {custom_dir: [a]}", "theme:"]
)
def test_settings_that_name_no_such_folder_give_our_templates(tmp_path: Path, theme: str) -> None:
    root = write_small(tmp_path)
    config = root / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8')}{theme}\n", "utf-8")
    found = open_project(root)
    assert isinstance(found, Project)
    assert found.overrides == (packaged("site_overrides"),)
