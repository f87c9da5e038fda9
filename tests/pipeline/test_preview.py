"""A preview shows what the build that follows publishes, and nothing of what cannot be read."""

from datetime import date
from pathlib import Path

import pytest

from demo_site.small import edit, write_small
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.preview import Made, preview
from socialmap.pipeline.project import Project, open_project

TODAY = date(2026, 11, 2)


def built(root: Path) -> tuple[Path, Made]:
    """The site of a project, and what its pages were made of."""
    project = open_project(root)
    assert isinstance(project, Project)
    made: list[Made] = []
    options = BuildOptions("none", made=made.append)
    report = build_site(project, today=TODAY, messages=read_messages("nl"), options=options)
    assert not report.failed
    return project.site, made[0]


@pytest.mark.parametrize(
    ("file", "routes"),
    [
        ("aanbod/spreekuur.yml", ["aanbod/spreekuur.html", "en/services/spreekuur.html"]),
        ("organisaties/welzijn.yml", ["organisaties/welzijn.html", "en/organizations/welzijn.html"]),
        ("locaties/buurthuis.yml", ["locaties/buurthuis.html", "en/locations/buurthuis.html"]),
    ],
)
def test_the_pages_of_a_record_are_as_the_build_that_follows_makes_them(
    file: str, routes: list[str], tmp_path: Path
) -> None:
    _, made = built(write_small(tmp_path))
    edit(tmp_path, file, naam="Heel anders", gecontroleerd_op="2024-01-01")
    shown = preview([tmp_path / "data" / file], made=made)
    site, _ = built(tmp_path)
    assert shown == {route: (site / route).read_bytes() for route in routes}
    assert all(b"Heel anders" in body for body in shown.values())


def test_a_secret_place_and_a_role_have_no_pages_to_show(tmp_path: Path) -> None:
    _, made = built(write_small(tmp_path))
    edit(tmp_path, "locaties/buurthuis.yml", adres=None, postcode=None, geheim_adres="ja")
    changed = [tmp_path / "data/locaties/buurthuis.yml", tmp_path / "data/rollen/redactie.yml"]
    assert preview(changed, made=made) == {}


@pytest.mark.parametrize("text", ["", "naam: [", "naam: x\nsoort: []\n", "- a\n"])
def test_a_record_that_cannot_be_read_is_not_shown(text: str, tmp_path: Path) -> None:
    _, made = built(write_small(tmp_path))
    path = tmp_path / "data/aanbod/spreekuur.yml"
    path.write_text(text, "utf-8")
    assert preview([path], made=made) == {}


def test_what_is_new_gone_or_no_record_is_left_to_the_build(tmp_path: Path) -> None:
    _, made = built(write_small(tmp_path))
    data = tmp_path / "data"
    (data / "aanbod/nieuw.yml").write_bytes((data / "aanbod/spreekuur.yml").read_bytes())
    changed = [
        data / "aanbod/nieuw.yml",
        data / "aanbod/weg.yml",
        data / "taxonomies/themes.yml",
        tmp_path / "mkdocs.yml",
    ]
    assert preview(changed, made=made) == {}


def test_names_that_nobody_knows_are_shown_as_they_were_written(tmp_path: Path) -> None:
    _, made = built(write_small(tmp_path))
    edit(
        tmp_path,
        "aanbod/spreekuur.yml",
        soort=["x"],
        themas=["x", "y"],
        doelgroepen=["x"],
        levensvragen=["x"],
        ingangen=["x"],
        talen=["xx"],
        organisatie="x",
        locaties=[{"locatie": "x", "openingstijden": "ma 9:00-12:00"}],
        werkgebied=["x"],
        eerst=["x"],
        in_plaats_daarvan=["x"],
        werkt_samen_met=["aanbod/x"],
        opvolger="x",
        gecontroleerd_door="x",
        rol="x",
    )
    edit(tmp_path, "organisaties/welzijn.yml", rol="x", gecontroleerd_door="x")
    edit(tmp_path, "locaties/buurthuis.yml", organisatie="x", rol="x")
    files = ("aanbod/spreekuur.yml", "organisaties/welzijn.yml", "locaties/buurthuis.yml")
    shown = preview([tmp_path / "data" / file for file in files], made=made)
    assert len(shown) == len(files) * 2
