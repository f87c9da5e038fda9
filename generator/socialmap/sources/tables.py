"""Tables of records as Excel makes them: rows become records.

A column is a key (`naam`, `naam@en`, `locatie.postcode`); a list of terms or ids in a cell is separated by `;` or new
lines; a service at several places repeats its id, and only the columns of the place may differ.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from socialmap.problems import Place, Problem, fault
from socialmap.sources.csv_lines import MAX_CELL, Line, Lines
from socialmap.sources.normalise import Normaliser
from socialmap.sources.table_columns import Columns, Row

__all__ = ["MAX_CELL", "Table", "TableRecord", "read_table", "rows_of"]


@dataclass(frozen=True, slots=True)
class TableRecord:
    """A record of a table: its ordinal and first line, its values in the editor's keys, the line of each place."""

    ordinal: int
    line: int
    row: Row
    cells: Mapping[str, str]
    place_lines: list[int]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table and what is wrong with it."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()


def read_table(content: bytes, /, *, file: str) -> Table:
    """The rows of a CSV file in any dialect that Excel makes (EDITING §2)."""
    lines = Lines(BytesIO(content), file)
    return Table(tuple(lines), tuple(lines.problems))


def rows_of(
    lines: Iterable[Line], /, *, by: Normaliser, file: str, wanted: Callable[[int], bool] = lambda _ordinal: True
) -> tuple[list[TableRecord], list[Problem]]:
    """Each record whose ordinal (from 1) is wanted; rows that repeat an id become one record with several places."""
    columns = Columns(by)
    merged: dict[str, TableRecord] = {}
    ordinals: dict[str, int] = {}
    problems: list[Problem] = []
    for line in lines:
        name = _id_of(line.cells, columns) or f"\0{line.line}"
        ordinal = ordinals.setdefault(name, len(ordinals) + 1)
        if not wanted(ordinal):
            continue
        row = columns.row(line.cells)
        held = merged.get(name)
        if held is None:
            places = [line.line] * _place_count(row, columns)
            merged[name] = TableRecord(ordinal, line.line, row, _filled(line.cells), places)
            continue
        problems.extend(_differences(line, held.cells, columns, file))
        held.place_lines.extend([line.line] * _add_places(held.row, row, columns))
    return list(merged.values()), problems


def _filled(cells: Mapping[str, str]) -> dict[str, str]:
    return {column: cell for column, cell in cells.items() if cell}


def _id_of(cells: Mapping[str, str], columns: Columns) -> str:
    return next((cell.strip() for column, cell in cells.items() if columns.of(column).is_id), "")


def _differences(line: Line, first: Mapping[str, str], columns: Columns, file: str) -> Iterator[Problem]:
    for column, cell in line.cells.items():
        if cell.strip() and cell.strip() != first.get(column, "").strip() and not columns.of(column).is_place:
            yield fault("SM124", Place(file, line.line, 0, column), key=column)


def _place_count(row: Row, columns: Columns) -> int:
    return sum(len(value) for head, value in row.items() if isinstance(value, list) and columns.of(head).is_place)


def _add_places(row: Row, more: Row, columns: Columns) -> int:
    added = 0
    for head, value in more.items():
        held = row.setdefault(head, []) if columns.of(head).is_place else None
        if isinstance(held, list) and isinstance(value, list):
            held.extend(value)
            added += len(value)
    return added
