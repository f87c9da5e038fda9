"""A workbook goes out and comes back: nothing changes by itself, and a changed cell changes what it is about."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from demo_site.building import REPOSITORY
from handbook.small import write_project
from socialmap.hosts.cli import main
from socialmap.pipeline.exporting import export_tables, export_workbook
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.sheet_import import Refused, Taken, take_back

HOUSE = (
    "# Bel eerst met Anja.\nnaam: Het huis   # zo heet het\nnaam@en: The house\nsoort: hulp\nthemas: geld\n"
    "rol: redactie\nwebsite: https://huis.example\n# Wat het kost.\nkosten:\n  soort: bedrag\n  bedrag: 3\n"
    "telefoon:\n- nummer: 099 999 12 34\n- nummer: 099 999 56 78\n  beschrijving: Alleen 's avonds\nbron: eigen\n"
)
TABLE = "id;naam;soort;themas;rol;website\r\neen;Een;hulp;geld;redactie;https://een.example\r\n"
Change = Callable[[Mapping[str, int], openpyxl.worksheet.worksheet.Worksheet], None]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small municipality with records in files, and one record that cannot be told in cells alone."""
    root = write_project(tmp_path / "dorp", aanbod__huis=HOUSE)
    found = open_project(root, extra={"languages": ["nl", "en"]})
    assert isinstance(found, Project)
    return found


def changed(project: Project, folder: Path, **cells: str) -> Taken:
    """What comes back when these cells of the house have other texts; `__` stands for a point, `_at_` for `@`."""
    book = folder / "kaart.xlsx"
    export_workbook(project, into=book)
    opened = openpyxl.load_workbook(book)
    sheet = opened["aanbod"]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    row = next(cells[0].row for cells in sheet.iter_rows(min_row=2) if cells[0].value == "huis")
    for key, text in cells.items():
        sheet.cell(row, heads[key.replace("__", ".").replace("_at_", "@")]).value = text or None
    opened.save(book)
    return take_back(project, book)


@pytest.mark.parametrize("source", ["kaart.xlsx", "tabellen"])
def test_nothing_comes_back_from_a_workbook_that_nobody_touched(tmp_path: Path, source: str) -> None:
    demo = open_project(REPOSITORY)
    assert isinstance(demo, Project)
    into = tmp_path / source
    count = (export_workbook if source.endswith("xlsx") else export_tables)(demo, into=into)
    assert count > 300
    assert take_back(demo, into) == Taken()


def test_the_same_records_always_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        export_workbook(project, into=tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_workbook_explains_and_offers_words(project: Project, tmp_path: Path) -> None:
    export_workbook(project, into=tmp_path / "kaart.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "kaart.xlsx")["aanbod"]
    heads = {str(cell.value): cell for cell in sheet[1]}
    assert sheet.freeze_panes == "C2"
    assert heads["naam"].comment is not None and len(heads["naam"].comment.text) > 10
    rules = sheet.data_validations.dataValidation
    offered = {area.min_col: rule for rule in rules for area in rule.sqref.ranges}
    assert offered[heads["kosten.soort"].column].formula1.startswith('"gratis,bedrag,')
    assert offered[heads["themas"].column].formula1 == '"geld"'
    assert {cell.number_format for cell in sheet[2] if cell.value} == {"@"}


def test_a_changed_text_changes_its_own_line_and_keeps_the_comments(project: Project, tmp_path: Path) -> None:
    (edit,) = changed(project, tmp_path, naam="Het nieuwe huis", naam_at_en="The new house").edits
    assert edit.after == HOUSE.replace("Het huis ", "Het nieuwe huis ").replace("The house", "The new house")


def test_a_part_of_a_group_changes_the_group(project: Project, tmp_path: Path) -> None:
    (edit,) = changed(project, tmp_path, kosten__bedrag="4.50").edits
    assert edit.after == HOUSE.replace("  bedrag: 3\n", '  bedrag: "4.50"\n')


def test_an_empty_cell_takes_the_entry_out(project: Project, tmp_path: Path) -> None:
    (edit,) = changed(project, tmp_path, kosten__soort="", kosten__bedrag="").edits
    assert edit.after == HOUSE.replace("kosten:\n  soort: bedrag\n  bedrag: 3\n", "")


def test_a_new_entry_comes_at_the_end(project: Project, tmp_path: Path) -> None:
    (edit,) = changed(project, tmp_path, samenvatting="We helpen je: altijd.").edits
    assert edit.after == f'{HOUSE}samenvatting: "We helpen je: altijd."\n'


def test_what_does_not_fit_in_a_cell_stays_as_it_is_and_is_refused_when_changed(
    project: Project, tmp_path: Path
) -> None:
    taken = changed(project, tmp_path, telefoon="099 999 00 00")
    assert taken == Taken(refused=(Refused("aanbod", "huis", "telefoon", "elsewhere"),))


def test_a_record_in_a_table_is_changed_in_its_table(tmp_path: Path) -> None:
    root = write_project(tmp_path / "dorp")
    (root / "data" / "aanbod.csv").write_bytes(TABLE.encode())
    here = open_project(root)
    assert isinstance(here, Project)
    table = tmp_path / "aanbod.csv"
    table.write_text("id;naam;kosten.soort\neen;Eén;gratis\n", "utf-8")
    taken = take_back(here, table)
    (edit,) = taken.edits
    assert edit.after == (
        "id;naam;soort;themas;rol;website;kosten.soort\r\neen;Eén;hulp;geld;redactie;https://een.example;gratis\r\n"
    )


def test_a_new_row_becomes_a_file_of_its_own(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "aanbod.csv"
    table.write_text(
        "id;naam;soort;themas;rol;website\nfiets;Fiets maken;hulp;geld;redactie;https://f.example\n", "utf-8"
    )
    taken = take_back(project, table)
    assert taken.new == ("aanbod/fiets",)
    assert taken.edits[0].file == "aanbod/fiets.yml"
    assert taken.edits[0].after.startswith("naam: Fiets maken\n")


def test_what_is_not_of_the_map_is_refused_and_the_rest_taken(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "aanbod.csv"
    table.write_text("id;naam;kleur\nhuis;Ander huis;rood\n;Zonder id;\n", "utf-8")
    taken = take_back(project, table)
    assert [edit.file for edit in taken.edits] == ["aanbod/huis.yml"]
    assert {(each.column, each.why) for each in taken.refused} == {("kleur", "column"), ("id", "id")}


def test_changes_with_an_error_are_not_written(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "aanbod.csv"
    table.write_text("id;naam;rol\nhuis;Ander huis;niemand\n", "utf-8")
    arguments = ["import", "csv", str(table), "--yes", "--project", str(project.root)]
    assert main(arguments) == 1
    assert (project.data / "aanbod/huis.yml").read_text("utf-8") == HOUSE
    said = capsys.readouterr().out
    assert "SM301" in said
    assert "Er is niets geschreven." in said


def test_changes_in_order_are_written_when_agreed(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "aanbod.csv"
    table.write_text("id;naam\nhuis;Ander huis\n", "utf-8")
    arguments = ["import", "csv", str(table), "--project", str(project.root)]
    assert main(arguments) == 0
    assert "Het huis" in (project.data / "aanbod/huis.yml").read_text("utf-8")
    assert main([*arguments, "--yes"]) == 0
    assert "naam: Ander huis   # zo heet het" in (project.data / "aanbod/huis.yml").read_text("utf-8")


def test_a_copy_of_the_demo_takes_its_own_changes_back(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "data", tmp_path / "dorp" / "data")
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path / "dorp" / "mkdocs.yml")
    here = open_project(tmp_path / "dorp")
    assert isinstance(here, Project)
    export_workbook(here, into=tmp_path / "kaart.xlsx")
    (here.data / "aanbod" / "huurspreekuur.yml").write_text(
        (here.data / "aanbod" / "huurspreekuur.yml")
        .read_text("utf-8")
        .replace("samenvatting:", "samenvatting: Anders."),
        "utf-8",
    )
    taken = take_back(here, tmp_path / "kaart.xlsx")
    (edit,) = taken.edits
    assert edit.file == "aanbod/huurspreekuur.yml"
    original = (REPOSITORY / "data" / "aanbod" / "huurspreekuur.yml").read_text("utf-8")
    assert edit.after == original
