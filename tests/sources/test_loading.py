"""A whole data folder: which files are read, by which type, and where each fault stands."""

from dataclasses import replace
from pathlib import Path

import pytest

from socialmap.problems import Origin, Place, Problem
from socialmap.sources.loading import Loaded
from sources.site import load, loader, write


def told(loaded: Loaded) -> list[tuple[str, str, str]]:
    return [(problem.code, problem.place.file, problem.suggestion) for problem in loaded.problems]


def located(root: Path, files: dict[str, str | bytes], origin: Origin, path: tuple[str | int, ...]) -> Place:
    return loader(root, files).locate(Problem("SM210", Place(origin.file), path=path, origin=origin)).place


def test_files_and_tables_of_both_languages_are_read_by_type(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "aanbod/b.yml": "naam: B\n",
        "aanbod/map/c.yaml": "naam: C\n",
        "services.csv": "id,name\nd,D\n",
        "Organisaties/e.yml": "naam: E\n",
        "rollen.csv": "id;naam\nf;F\n",
        "consultation/g.yml": "naam: G\n",
    }
    loaded = load(tmp_path, files)
    assert loaded.problems == ()
    assert [(record.type, record.id, record.origin) for record in loaded.records] == [
        ("organization", "e", Origin("Organisaties/e.yml")),
        ("service", "b", Origin("aanbod/b.yml")),
        ("service", "c", Origin("aanbod/map/c.yaml")),
        ("service", "d", Origin("services.csv", 2, 1)),
        ("role", "f", Origin("rollen.csv", 2, 1)),
        ("consultation", "g", Origin("consultation/g.yml")),
    ]


def test_records_of_the_whole_country_are_marked(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"national/aanbod/a.yml": "naam: A\n", "aanbod/b.yml": "naam: B\n"}
    read = loader(tmp_path, files)
    assert [(record.id, record.national) for record in read.load("national", national=True).records] == [("a", True)]
    assert [record.id for record in read.load().records] == ["b"]


def test_what_looks_like_data_and_is_not_read_is_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "aanbot/a.yml": "naam: A\n",
        "organisatie.xlsx": "x",
        "lokaties.csv": "x",
        "aanbod/foto.jpg": "x",
        "aanbod/a.YML": "x",
        "national/rollenn/a.yml": "x",
    }
    read = loader(tmp_path, files)
    assert told(read.load()) == [
        ("SM112", "aanbot", "aanbod"),
        ("SM112", "lokaties.csv", ""),
        ("SM112", "organisatie.xlsx", ""),
        ("SM112", "aanbod/a.YML", ""),
        ("SM112", "aanbod/foto.jpg", ""),
    ]
    assert told(read.load("national", national=True)) == [("SM112", "national/rollenn", "rollen")]


def test_what_belongs_to_others_is_left_alone(tmp_path: Path) -> None:
    names = ("LICENSE", "README.md", "logo.svg", "fonts/a.woff2", "pages/over.md", "taxonomies/x.yml", "guides/x.yml")
    hidden = (".git/x.yml", ".x.yml", "~$aanbod.xlsx", "aanbod/.DS_Store", "aanbod/~$a.csv")
    files: dict[str, str | bytes] = dict.fromkeys((*names, *hidden, "holidays.yml", "postcodes.csv"), "x")
    assert load(tmp_path, files) == Loaded((), ())


def test_a_file_stands_under_its_own_name(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"aanbod/a.yml": "id: b\nnaam: A\n", "aanbod/c.yml": "id: c\nnaam: C\n"})
    assert [record.id for record in loaded.records] == ["b", "c"]
    (problem,) = loaded.problems
    assert (problem.code, problem.params) == ("SM115", {"id": "b", "file": "a"})


@pytest.mark.parametrize("target", ["/etc/passwd", "../../buiten.yml", "weg.yml"])
def test_a_link_is_never_followed(tmp_path: Path, target: str) -> None:
    root = write(tmp_path / "data", {"aanbod/a.yml": "naam: A\n"})
    (tmp_path / "buiten.yml").write_text("naam: Buiten\n")
    (root / "aanbod" / "b.yml").symlink_to(target)
    (root / "aanbod.csv").symlink_to("../buiten.yml")
    (root / "locaties").symlink_to("/etc")
    (root / "aanbod" / "map").symlink_to("/etc")
    loaded = load(root, {})
    assert [record.id for record in loaded.records] == ["a"]
    assert [(problem.code, problem.place.file) for problem in loaded.problems] == [
        ("SM110", "aanbod.csv"),
        ("SM110", "locaties"),
        ("SM110", "aanbod/b.yml"),
        ("SM110", "aanbod/map"),
    ]


def test_values_are_located_by_the_keys_that_were_written(tmp_path: Path) -> None:
    text = "naam: A\nName@en: Ah\nlocaties:\n  - locatie: zaal\n    telefoon:\n      nummer: x\n  - locatie: hal\n"
    files: dict[str, str | bytes] = {"aanbod/a.yml": text}
    origin = Origin("aanbod/a.yml")
    found = {
        path: located(tmp_path, files, origin, path)
        for path in (
            ("name", "nl"),
            ("name", "en"),
            ("locations", 0, "phone", "number"),
            ("locations", 1, "location"),
            ("locations", 1, "schedule"),
            ("themes",),
            (),
        )
    }
    assert found == {
        ("name", "nl"): Place("aanbod/a.yml", 1, 7, "naam"),
        ("name", "en"): Place("aanbod/a.yml", 2, 10, "Name@en"),
        ("locations", 0, "phone", "number"): Place("aanbod/a.yml", 6, 15, "locaties.telefoon.nummer"),
        ("locations", 1, "location"): Place("aanbod/a.yml", 7, 14, "locaties.locatie"),
        ("locations", 1, "schedule"): Place("aanbod/a.yml", 7, 5, "locaties.openingstijden"),
        ("themes",): Place("aanbod/a.yml", 1, 1, "themas"),
        (): Place("aanbod/a.yml", 1, 1),
    }


def test_a_shorthand_is_located_where_it_stands(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"aanbod/a.yml": "naam: A\nlocaties: [zaal, hal]\nkosten: grats\n"}
    origin = Origin("aanbod/a.yml")
    assert located(tmp_path, files, origin, ("locations", 1, "location")) == Place("aanbod/a.yml", 2, 18, "locaties")
    assert located(tmp_path, files, origin, ("cost", "kind")) == Place("aanbod/a.yml", 3, 9, "kosten")


def test_a_cell_is_located_by_line_and_column_and_each_place_on_its_own_row(tmp_path: Path) -> None:
    table = "id;naam;locatie;locatie.openingstijden\na;Aa;zaal;ma 9:00-10:00\nb;Bee;;\na;;hal;soms\n"
    files: dict[str, str | bytes] = {"aanbod.csv": table}
    origin = Origin("aanbod.csv", 2, 1)
    read = loader(tmp_path, files)
    problem = Problem("SM216", Place("aanbod.csv", 2), path=("locations", 1, "schedule"), origin=origin)
    assert read.locate(problem).place == Place("aanbod.csv", 4, 0, "locatie.openingstijden")
    assert read.locate(replace(problem, path=("name", "nl"))).place == Place("aanbod.csv", 2, 0, "naam")
    assert read.locate(replace(problem, path=("themes",))).place == Place("aanbod.csv", 2, 0, "themas")


def test_a_record_named_after_another_type_keeps_its_own(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"organisaties/aanbod.yml": "naam: A\nkvk: x\n"}
    read = loader(tmp_path, files)
    assert [record.type for record in read.load().records] == ["organization"]
    assert read.type_of("organisaties/aanbod.yml") == "organization"
    assert read.type_of("national/aanbod.csv") == "service"
    assert read.type_of("pages/over.md") is None


def test_a_fault_speaks_the_editors_words(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"aanbod/a.yml": "naam: A\nstatus: gestopd\ngecontroleerd_op: 31-2-2026\n"}
    read, origin = loader(tmp_path, files), Origin("aanbod/a.yml")
    word = read.locate(Problem("SM207", Place(""), {"value": "gestopd"}, path=("status",), origin=origin))
    day = read.locate(Problem("SM210", Place(""), {"value": "2026-02-31"}, path=("assured_date",), origin=origin))
    assert (word.suggestion, word.params["words"]) == ("gestopt", "actief, gepauzeerd, gestopt")
    assert day.params == {"value": "31-2-2026"}
