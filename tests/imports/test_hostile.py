"""Sources made to break a reader are refused with a place, and nothing is written."""

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from imports.imported import Importer
from socialmap.imports import ImportOutcome
from socialmap.imports.grid import UnreadableSourceError
from socialmap.imports.outcome import LeftOut
from socialmap.imports.tables import parse_table
from socialmap.imports.xlsx import read_workbook

ROLE = {"type": "role", "id": "desk", "name": "Desk", "kind": "desk"}
MAPPING = {
    "language": "en",
    "defaults": {"role": "desk"},
    "also": [ROLE],
    "tables": [{"file": "t.csv", "records": [{"type": "location", "fields": {"name": "name", "note": "note"}}]}],
}


def run_csv(importer: Importer, tmp_path: Path, data: bytes) -> ImportOutcome:
    """The import of a CSV with the columns name and note."""
    source = tmp_path / "t.csv"
    source.write_bytes(data)
    return importer.run("csv", source, MAPPING)


def refusals(outcome: ImportOutcome) -> list[tuple[int, int, str, str]]:
    """Line, column, name of the column and code of each refusal."""
    return [(p.place.line, p.place.column, p.place.field, p.code) for row in outcome.refused for p in row.why]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b"b,a\x00b\n", "import-cell-control"),
        (b"b," + b"x" * 10_000_000 + b"\n", "import-cell-too-long"),
        (b"b,a\x81b\xff\n", "import-cell-unreadable"),
        (b"b,a\x1b[31m\n", "import-cell-control"),
    ],
    ids=["nul", "10 MB", "no encoding", "escape"],
)
def test_one_bad_cell_refuses_its_row_alone(importer: Importer, tmp_path: Path, row: bytes, code: str) -> None:
    outcome = run_csv(importer, tmp_path, b"name,note\na,ok\n" + row + b"c,ok\n")
    assert (outcome.rows_in, outcome.rows_out) == (3, 2)
    assert refusals(outcome) == [(3, 2, "note", code)]
    assert (outcome.records or {})["location"] == ("a", "c")


def test_a_row_with_more_cells_than_columns_is_refused(importer: Importer, tmp_path: Path) -> None:
    outcome = run_csv(importer, tmp_path, b"name,note\na,b,c\nb,b,,\n")
    assert refusals(outcome) == [(2, 3, "#3", "import-cell-beyond-header")]
    assert outcome.rows_out == 1


def test_a_quote_that_never_closes_stops_the_import_at_its_line(importer: Importer, tmp_path: Path) -> None:
    outcome = run_csv(importer, tmp_path, b'name,note\na,ok\nb,"open\nc,ok\n')
    assert [(p.code, p.place.line) for p in outcome.stopped] == [("import-csv", 3)]
    assert not importer.into.exists()


def test_lines_are_counted_through_cells_of_several_lines(importer: Importer, tmp_path: Path) -> None:
    outcome = run_csv(importer, tmp_path, b'sep=,\r\nname,note\r\n"a","1\r\n2"\r\n,x\r\n')
    assert refusals(outcome) == [(5, 1, "name", "SM205")]


def test_blank_rows_are_counted(importer: Importer, tmp_path: Path) -> None:
    outcome = run_csv(importer, tmp_path, b"name,note\na,ok\n,\n\n  ,\t\n")
    assert (outcome.rows_in, outcome.rows_out, outcome.left_out) == (1, 1, LeftOut(blank=3))


def test_reading_leaves_the_field_limit_of_the_process_alone() -> None:
    before = csv.field_size_limit()
    parse_table("t.csv", data=b"a,b\n1,2\n")
    with pytest.raises(UnreadableSourceError):
        parse_table("t.csv", data=b'a,b\n1,"2\n')
    assert csv.field_size_limit() == before


def zipped(parts: dict[str, bytes]) -> bytes:
    """An archive with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def workbook(**cells: str) -> bytes:
    """A workbook with one sheet and these cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for place, value in cells.items():
        sheet[place] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The workbook with a piece of one part replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    return zipped({**parts, part: parts[part].replace(old, new, 1)})


SHEET = "xl/worksheets/sheet1.xml"
ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet '


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"not a zip", "import-workbook"),
        (zipped({"a.txt": b"x"}), "import-workbook"),
        (zipped({"xl/worksheets/sheet1.xml": b"0" * 310_000_000}), "import-file-too-large"),
        (zipped({f"{n}": b"" for n in range(2_001)}), "import-file-too-large"),
        (changed(workbook(A1="name"), SHEET, b"<worksheet ", ENTITY), "import-workbook"),
        (changed(workbook(A1="name", A2="x"), SHEET, b'<row r="2"', b'<row r="99999999"'), "import-table-too-large"),
    ],
    ids=["no zip", "no workbook", "bomb", "many parts", "entities", "far row"],
)
def test_a_hostile_workbook_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnreadableSourceError) as caught:
        read_workbook(path)
    assert caught.value.code == code


@pytest.mark.parametrize("place", ["GS2", "GT2", "XFD2"])
def test_a_cell_beyond_the_last_column_that_is_read_is_never_left_out_in_silence(tmp_path: Path, place: str) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(workbook(A1="name", A2="a", **{place: "x"}))
    with pytest.raises(UnreadableSourceError) as caught:
        read_workbook(path)
    assert (caught.value.code, caught.value.place.line) == ("import-table-too-large", 2)


def test_an_empty_cell_far_away_takes_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(
        changed(workbook(A1="name", A2="a"), SHEET, b"</row></sheetData>", b'<c r="XFD2"/></row></sheetData>')
    )
    (table,) = read_workbook(path)
    assert (table.columns, [row.cells for row in table.rows]) == (("name",), [("a",)])


def test_an_empty_sheet_is_told_as_empty(tmp_path: Path, importer: Importer) -> None:
    (tmp_path / "t.xlsx").write_bytes(workbook())
    table = {"sheet": "Sheet", "records": [{"type": "location", "fields": {"name": "name"}}]}
    outcome = importer.run("xlsx", tmp_path / "t.xlsx", {**MAPPING, "tables": [table]})
    assert [(problem.code, problem.place.file) for problem in outcome.stopped] == [("import-empty", "t.xlsx#Sheet")]


def test_a_formula_without_a_value_is_a_fault_of_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(workbook(A1="name", B1="note", A2="a", B2="=1+1"))
    (table,) = read_workbook(path)
    assert [(row.line, row.faults) for row in table.rows] == [(2, ((1, "formula_without_value"),))]


def test_cells_read_as_people_see_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["postcode", "zip", "open", "price"])
    sheet.append([75001.0, 1234, True, 2.5])
    sheet["B2"].number_format = "00000"
    hidden = book.create_sheet("hidden")
    hidden.append(["a"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "t.xlsx")
    (table,) = read_workbook(tmp_path / "t.xlsx")
    assert [row.cells for row in table.rows] == [("75001", "01234", "true", "2.5")]
