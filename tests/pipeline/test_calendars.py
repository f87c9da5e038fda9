"""The agenda from day to day: a build over yesterday's site gives what a first build gives, and no more work."""

from datetime import date
from pathlib import Path

from demo_site.building import contents
from demo_site.small import write_small
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.project import Project, open_project
from socialmap.publish import Published

MONDAY = date(2026, 11, 2)
CHANGES = {
    "taxonomies/kinds.yml": {},
    "aanbod/koor.yml": {
        "naam": "Koor",
        "samenvatting": "We zingen samen.",
        "soort": ["activiteit"],
        "themas": ["geld"],
        "organisatie": "welzijn",
        "locaties": [{"locatie": "buurthuis", "openingstijden": "ma en do 19:30-21:30"}],
        "rol": "redactie",
    },
}


def municipality(folder: Path) -> Path:
    write_small(folder, changes={name: values for name, values in CHANGES.items() if values})
    kinds = folder / "data" / "taxonomies" / "kinds.yml"
    kinds.write_text(f"{kinds.read_text('utf-8')}- {{id: activiteit, naam: Activiteit, agenda: ja}}\n", "utf-8")
    return folder


def build(root: Path, day: date) -> Published:
    project = open_project(root)
    assert isinstance(project, Project)
    told: list[Published] = []
    options = BuildOptions(search="none", tell=told.append)
    report = build_site(project, today=day, messages=read_messages("nl"), options=options)
    assert not report.failed, report
    return told[0]


def test_the_next_day_gives_what_a_first_build_gives(tmp_path: Path) -> None:
    warm, cold = municipality(tmp_path / "warm"), municipality(tmp_path / "cold")
    build(warm, MONDAY)
    for day in (date(2026, 11, 3), date(2026, 11, 9), date(2026, 12, 1)):
        build(warm, day)
    build(cold, date(2026, 12, 1))
    assert contents(warm / "site") == contents(cold / "site")


def test_the_next_day_draws_the_agenda_and_home_again_and_leaves_the_rest(tmp_path: Path) -> None:
    root = municipality(tmp_path)
    build(root, MONDAY)
    written = {str(route) for route in build(root, date(2026, 11, 3)).written}
    assert "agenda/index.html" in written
    assert "index.html" in written
    assert [route for route in written if "agenda" not in route and not route.endswith("index.html")] == []


def test_the_same_day_draws_nothing_again(tmp_path: Path) -> None:
    root = municipality(tmp_path)
    build(root, MONDAY)
    assert build(root, MONDAY).written == ()


def test_past_days_have_no_page_and_no_entry(tmp_path: Path) -> None:
    root = municipality(tmp_path)
    build(root, MONDAY)
    assert (root / "site/agenda/2026-11-02.html").exists()
    build(root, date(2026, 11, 3))
    assert not (root / "site/agenda/2026-11-02.html").exists()
    assert "2026-11-02T" not in (root / "site/agenda/week-2026-11-02.html").read_text("utf-8")


def test_without_a_kind_for_the_agenda_there_is_none(tmp_path: Path) -> None:
    write_small(tmp_path)
    build(tmp_path, MONDAY)
    assert not (tmp_path / "site/agenda").exists()
    assert "agenda" not in (tmp_path / "site/index.html").read_text("utf-8").lower()
