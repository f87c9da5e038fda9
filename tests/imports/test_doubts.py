"""What a steward may not have seen in a source is told: hidden sheets, wrong headers, empty tables, merged cells."""

from pathlib import Path

import openpyxl
import pytest

from imports.imported import Importer
from socialmap.imports import ImportOutcome, report_lines
from socialmap.imports.outcome import LeftOut
from socialmap.problems import Problem

MAPPING = {
    "language": "en",
    "defaults": {"role": "desk"},
    "also": [{"type": "role", "id": "desk", "name": "Desk", "kind": "desk"}],
    "tables": [{"records": [{"type": "location", "fields": {"name": "Name", "note": "Note"}}]}],
}
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)


def on_sheet(name: str) -> dict[str, object]:
    """The mapping for a sheet with this name."""
    return {**MAPPING, "tables": [{**MAPPING["tables"][0], "sheet": name}]}  # type: ignore[index,dict-item]


def saved(path: Path, *sheets: tuple[str, str, list[list[str]]], merged: str = "") -> Path:
    """A workbook with these sheets: name, state and rows; the first has merged cells."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, state, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(row)
    if merged:
        book.worksheets[0].merge_cells(merged)
    book.save(path)
    return path


def run_csv(importer: Importer, folder: Path, text: str) -> ImportOutcome:
    """The import of a CSV text."""
    source = folder / "t.csv"
    source.write_text(text, "utf-8")
    return importer.run("csv", source, MAPPING)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, int, dict[str, str]]]:
    """Code, file, line and values of problems."""
    return [(found.code, found.place.file, found.place.line, dict(found.params)) for found in problems]


ROWS = [["Name", "Note"], ["A", "x"]]


def test_hidden_sheets_are_named(importer: Importer, tmp_path: Path) -> None:
    source = saved(tmp_path / "b.xlsx", ("In", "visible", ROWS), ("Old", "hidden", ROWS), ("Deep", "veryHidden", ROWS))
    outcome = importer.run("xlsx", source, MAPPING)
    assert told(outcome.doubts) == [
        ("import-sheet-not-read", "b.xlsx#Old", 0, {"sheet": "Old"}),
        ("import-sheet-not-read", "b.xlsx#Deep", 0, {"sheet": "Deep"}),
    ]
    assert (outcome.rows_in, outcome.rows_out) == (1, 1)


def test_a_mapping_that_names_a_hidden_sheet_stops(importer: Importer, tmp_path: Path) -> None:
    source = saved(tmp_path / "b.xlsx", ("In", "visible", ROWS), ("Old", "hidden", ROWS))
    outcome = importer.run("xlsx", source, on_sheet("Old"))
    assert told(outcome.stopped) == [("import-sheet-hidden", "b.xlsx#Old", 0, {"sheet": "Old"})]
    assert not importer.into.exists()


def test_sheets_beside_the_first_are_told_when_the_mapping_names_none(importer: Importer, tmp_path: Path) -> None:
    source = saved(tmp_path / "b.xlsx", ("In", "visible", ROWS), ("More", "visible", ROWS))
    assert importer.run("xlsx", source, MAPPING).unused_tables == ("More",)


def test_merged_cells_are_told(importer: Importer, tmp_path: Path) -> None:
    rows = [["Name", "Note"], ["A", "x"], ["B", ""], ["C", ""]]
    source = saved(tmp_path / "b.xlsx", ("In", "visible", rows), merged="B2:B4")
    outcome = importer.run("xlsx", source, MAPPING)
    assert told(outcome.doubts) == [("import-merged", "b.xlsx#In", 0, {"ranges": "B2:B4"})]
    assert outcome.rows_out == 3


@pytest.mark.parametrize("text", ["Name,Note\n", "Name,Note\n,\n\n"], ids=["header", "empty rows"])
def test_a_table_without_rows_is_told(importer: Importer, tmp_path: Path, text: str) -> None:
    outcome = run_csv(importer, tmp_path, text)
    assert told(outcome.doubts) == [("import-no-rows", "t.csv", 0, {"table": "t.csv"})]
    assert (outcome.rows_in, outcome.rows_out) == (0, 0)


def test_a_header_below_a_title_is_told_with_its_line(importer: Importer, tmp_path: Path) -> None:
    outcome = run_csv(importer, tmp_path, "List of places,\n2026,\nName,Note\nA,x\n")
    assert told(outcome.stopped) == [("import-header-below", "t.csv", 3, {"line": "3"})]
    assert not importer.into.exists()


def test_a_table_without_header_is_told(importer: Importer, tmp_path: Path) -> None:
    outcome = run_csv(importer, tmp_path, "House Elm,open daily\nHouse Oak,closed\n")
    params = {"table": "t.csv", "columns": "House Elm, open daily", "named": "Name, Note"}
    assert told(outcome.stopped) == [("import-header-none", "t.csv", 1, params)]


def test_a_row_that_repeats_the_header_is_refused(importer: Importer, tmp_path: Path) -> None:
    outcome = run_csv(importer, tmp_path, "Name,Note\nA,x\nNAME,note\nB,y\n")
    assert [told(refusal.why) for refusal in outcome.refused] == [[("import-header-again", "t.csv", 3, {})]]
    assert (outcome.rows_in, outcome.rows_out, outcome.left_out) == (3, 2, LeftOut())


def test_a_column_name_given_twice_is_told(importer: Importer, tmp_path: Path) -> None:
    outcome = run_csv(importer, tmp_path, "Name,Note,Note\nA,x,y\n")
    assert told(outcome.doubts) == [("import-column-again", "t.csv", 0, {"column": "Note", "now": "Note (2)"})]


def test_a_workbook_with_a_password_is_told_as_such(importer: Importer, tmp_path: Path) -> None:
    source = tmp_path / "b.xlsx"
    source.write_bytes(OLD_OFFICE)
    assert [p.code for p in importer.run("xlsx", source, MAPPING).stopped] == ["import-workbook-locked"]


def test_doubts_stand_in_the_account(importer: Importer, tmp_path: Path) -> None:
    lines = list(report_lines(run_csv(importer, tmp_path, "Name,Note\n"), language="nl"))
    assert lines == [
        "Rijen in de bron: 0",
        "Rijen erin: 0 = 0 geïmporteerd + 0 geweigerd",
        "Records geschreven: 1",
        "  rollen: 1",
        "  records die in de mapping zelf staan (also): 1",
        "Kijk hier nog eens naar in de bron (1):",
        "  t.csv: Onder de kopregel van t.csv staan geen rijen. Er is dus niets uit gekomen.",
    ]


def test_letters_that_were_read_in_the_wrong_encoding_are_told(importer: Importer, tmp_path: Path) -> None:
    twice = "Name,Note\nHuis,ok\nCafé,x\n".encode().decode("cp1252")
    outcome = run_csv(importer, tmp_path, twice)
    assert told(outcome.doubts) == [("import-misread", "t.csv", 3, {"value": "CafÃ©", "meant": "Café"})]


def test_letters_that_are_right_are_no_doubt(importer: Importer, tmp_path: Path) -> None:
    assert run_csv(importer, tmp_path, "Name,Note\nSão Âncora,Château «Â»\n").doubts == ()


def test_the_error_texts_of_spreadsheets_refuse_their_row(importer: Importer, tmp_path: Path) -> None:
    outcome = run_csv(importer, tmp_path, "Name,Note\nA,#N/B\nB,#1 in town\n")
    assert [told(refusal.why) for refusal in outcome.refused] == [
        [("import-cell-error-value", "t.csv", 2, {"column": "Note"})]
    ]
    assert outcome.rows_out == 1


def test_a_field_for_all_records_that_none_has_stops_the_import(importer: Importer, tmp_path: Path) -> None:
    source = tmp_path / "t.csv"
    source.write_text("Name,Note\nA,x\n", "utf-8")
    outcome = importer.run("csv", source, {**MAPPING, "defaults": {"role": "desk", "sourse": "own"}})
    assert [(p.code, p.params, p.suggestion, p.path) for p in outcome.stopped] == [
        ("import-setting-field", {"key": "sourse", "setting": "defaults"}, "source", ("defaults", "sourse"))
    ]


def test_a_folder_without_a_named_file_is_told_with_its_files(importer: Importer, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.csv").write_text("Name,Note\nA,x\n", "utf-8")
    outcome = importer.run("csv", tmp_path / "in", MAPPING)
    assert told(outcome.stopped) == [("import-table-unnamed", "mapping.yml", 0, {"tables": "a.csv"})]


def test_a_workbook_given_as_csv_is_told(importer: Importer, tmp_path: Path) -> None:
    source = saved(tmp_path / "t.csv", ("In", "visible", ROWS))
    assert [p.code for p in importer.run("csv", source, MAPPING).stopped] == ["import-csv-workbook"]
