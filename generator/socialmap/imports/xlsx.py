"""Foreign workbooks as tables; the only module that knows openpyxl. A workbook is a source to import, never data."""

import datetime as dt
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Final

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import iterparse

from socialmap.imports.grid import Row, Table, UnreadableSourceError, build_table

FILE_LIMIT: Final = 50_000_000
UNZIPPED_LIMIT: Final = 300_000_000
PART_LIMIT: Final = 2_000
SHEET_ROWS: Final = 50_000
SHEET_COLUMNS: Final = 200
ZEROS: Final = re.compile(r"0{2,}")
OLD_OFFICE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
MERGED: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCell"
BROKEN: Final = (
    zipfile.BadZipFile,
    InvalidFileException,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    OSError,
)


AnyCell = Cell | ReadOnlyCell | EmptyCell


@dataclass(frozen=True, slots=True)
class SheetNames:
    """The sheets of a workbook: those that its reader sees, and those that are hidden."""

    visible: tuple[str, ...]
    hidden: tuple[str, ...] = ()


def read_workbook(path: Path, *, sheets: Collection[str] = ()) -> tuple[Table, ...]:
    """The tables on the visible sheets (all, or those named) of a workbook, the first row with text as header.

    Raises:
        UnreadableSourceError: the file is no workbook, or unpacks to more than the limits.
    """
    check_archive(path)
    try:
        values = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except BROKEN as error:
        raise UnreadableSourceError("import-workbook", file=path.name, reason=type(error).__name__) from error
    try:
        return tuple(_read_sheets(path.name, values.worksheets, formulas.worksheets, sheets))
    except BROKEN as error:
        raise UnreadableSourceError("import-workbook", file=path.name, reason=type(error).__name__) from error
    finally:
        values.close()
        formulas.close()


def check_archive(path: Path) -> None:
    """Nothing, when the archive is small enough to unpack and its parsers are the hardened ones.

    Raises:
        UnreadableSourceError: too large, too many parts, or no archive.
    """
    if not openpyxl.DEFUSEDXML:
        raise UnreadableSourceError("import-workbook", file=path.name, reason="defusedxml")
    if path.stat().st_size > FILE_LIMIT:
        raise UnreadableSourceError("import-file-too-large", file=path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        code = "import-workbook-locked" if _is_old_office(path) else "import-workbook"
        raise UnreadableSourceError(code, file=path.name, reason="zip") from error
    if len(parts) > PART_LIMIT or sum(part.file_size for part in parts) > UNZIPPED_LIMIT:
        raise UnreadableSourceError("import-file-too-large", file=path.name)


def _is_old_office(path: Path) -> bool:
    """Whether it is the container of a workbook with a password, or of one from before 2007."""
    with path.open("rb") as file:
        return file.read(len(OLD_OFFICE)) == OLD_OFFICE


def sheet_names(path: Path) -> SheetNames:
    """The names of the sheets, in their order; errors as in `read_workbook`."""
    check_archive(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, keep_links=False)
    except BROKEN as error:
        raise UnreadableSourceError("import-workbook", file=path.name, reason=type(error).__name__) from error
    found = [(str(sheet.title), sheet.sheet_state == "visible") for sheet in book.worksheets]
    book.close()
    return SheetNames(tuple(name for name, seen in found if seen), tuple(name for name, seen in found if not seen))


def _read_sheets(
    file: str, values: Iterable[object], formulas: Iterable[object], wanted: Collection[str]
) -> Iterator[Table]:
    for sheet, written in zip(values, formulas, strict=True):
        if not isinstance(sheet, ReadOnlyWorksheet) or not isinstance(written, ReadOnlyWorksheet):
            continue
        if sheet.sheet_state != "visible" or (wanted and sheet.title not in wanted):
            continue
        rows = list(_read_rows(file, sheet, written))
        head = next((i for i, row in enumerate(rows) if not row.blank), None)
        if head is not None:
            table = _sheet_table(file, str(sheet.title), rows[head:])
            yield replace(table, merged=tuple(_merged(sheet, after=rows[head].line)))


def _sheet_table(file: str, title: str, rows: list[Row]) -> Table:
    header = list(rows[0].cells)
    while header and not header[-1].strip():
        header.pop()
    return build_table(file, header=header, rows=rows[1:], sheet=title)


def _merged(sheet: ReadOnlyWorksheet, *, after: int) -> Iterator[str]:
    """The merged ranges that reach under the header; the reader of rows knows nothing of them."""
    with sheet._get_source() as source:  # type: ignore[attr-defined]
        for _, node in iterparse(source):
            if node.tag == MERGED and (range_boundaries(node.get("ref", ""))[3] or 0) > after:
                yield node.get("ref", "")
            node.clear()


def _read_rows(file: str, sheet: ReadOnlyWorksheet, written: ReadOnlyWorksheet) -> Iterator[Row]:
    sheet.reset_dimensions()
    written.reset_dimensions()
    none: tuple[AnyCell, ...] = ()
    pairs = zip_longest(_cells(sheet), _cells(written), fillvalue=none)
    for line, (cells, formulas) in enumerate(pairs, start=1):
        if line > SHEET_ROWS or any(cell.value is not None for cell in cells[SHEET_COLUMNS:]):
            raise UnreadableSourceError("import-table-too-large", file=file, line=line)
        near = cells[:SHEET_COLUMNS]
        yield Row(line, tuple(cell_text(cell) for cell in near), tuple(_faults(near, formulas)))


def _cells(sheet: ReadOnlyWorksheet) -> Iterator[tuple[AnyCell, ...]]:
    rows = Worksheet.iter_rows(sheet, max_row=SHEET_ROWS + 1)  # type: ignore[call-overload]
    yield from rows


def _faults(cells: Iterable[AnyCell], formulas: Iterable[AnyCell]) -> Iterator[tuple[int, str]]:
    for ordinal, (cell, formula) in enumerate(zip(cells, formulas, strict=False)):
        if cell.data_type == "e":
            yield ordinal, "error_value"
        elif formula.data_type == "f" and cell.value is None:
            yield ordinal, "formula_without_value"


def cell_text(cell: AnyCell) -> str:
    """The text of a cell as a reader sees it: whole numbers without a point, leading zeros of the format, ISO dates."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number_text(value, str(cell.number_format))
    return _date_text(value) or str(value)


def _number_text(value: float, number_format: str) -> str:
    text = str(int(value)) if float(value).is_integer() else repr(value)
    return text.zfill(len(number_format)) if ZEROS.fullmatch(number_format) else text


def _date_text(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, dt.date) else ""
