"""Tables of records as Excel makes them; the only module of this room that knows CSV.

A column is a key (`naam`, `naam@en`, `locatie.postcode`); a list of terms or ids in a cell is separated by `;` or new
lines; a service at several places repeats its id, and only the columns of the place may differ.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from socialmap.model.raw import Raw
from socialmap.model.shape import FieldShape
from socialmap.problems import Place, Problem, fault
from socialmap.sources.hidden import hidden_characters
from socialmap.sources.normalise import Normaliser
from socialmap.text.tables import decode, delimiter_of
from socialmap.text.words import fold

MAX_CELL = 20_000
UNKNOWN = "\ufffd"
Row = dict[str, Raw]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: the line it starts on and its cells by column as written."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TableRecord:
    """A record of a table: its first line, its values in the editor's keys, and the line of each of its places."""

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
    text = decode(content)
    problems = tuple(_unreadable_characters(text, file))
    if problems:
        return Table((), problems)
    first, text = _drop_separator_line(text)
    if not text.strip():
        return Table((), (fault("SM123", Place(file, 1, 1)),))
    delimiter = first or delimiter_of(text.split("\n", 1)[0])
    return _read_rows(text, delimiter, file, skipped=1 if first else 0)


def _unreadable_characters(text: str, file: str) -> Iterator[Problem]:
    yield from hidden_characters(text, file=file)
    if UNKNOWN in text:
        yield fault("SM109", Place(file, text[: text.index(UNKNOWN)].count("\n") + 1, 1))


def _drop_separator_line(text: str) -> tuple[str, str]:
    head, _, rest = text.partition("\n")
    if head.lower().startswith("sep=") and len(head.strip()) == 5:
        return head.strip()[4], rest
    return "", text


def _read_rows(text: str, delimiter: str, file: str, *, skipped: int) -> Table:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    problems: list[Problem] = []
    lines: list[Line] = []
    try:
        header = [name.strip() for name in next(reader)]
        problems.extend(_header_problems(header, file, 1 + skipped))
        start = reader.line_num
        for cells in reader if header else ():
            place = Place(file, start + 1 + skipped, 1)
            start = reader.line_num
            if any(cell.strip() for cell in cells):
                problems.extend(_row_problems(cells, header, place))
                lines.append(Line(place.line, dict(zip(header, cells, strict=False))))
    except csv.Error as error:
        place = Place(file, reader.line_num + skipped, 1)
        too_large = "field larger" in str(error)
        problems.append(fault("SM105", place, limit=MAX_CELL) if too_large else fault("SM120", place))
    return Table(tuple(lines), tuple(problems))


def _header_problems(header: list[str], file: str, line: int) -> Iterator[Problem]:
    for index, name in enumerate(header or [""]):
        if not name:
            yield fault("SM122", Place(file, line), column=index + 1)
        elif name in header[:index]:
            yield fault("SM127", Place(file, line, 0, name), column=index + 1)


def _row_problems(cells: list[str], header: list[str], place: Place) -> Iterator[Problem]:
    if len(cells) != len(header):
        yield fault("SM121", place, cells=len(cells), columns=len(header))
    for name, cell in zip(header, cells, strict=False):
        if len(cell) > MAX_CELL:
            yield fault("SM105", Place(place.file, place.line, 0, name), limit=MAX_CELL)


def rows_of(table: Table, /, *, by: Normaliser, file: str) -> tuple[list[TableRecord], list[Problem]]:
    """Each record of a table; rows that repeat an id become one record with several places."""
    merged: dict[str, TableRecord] = {}
    problems: list[Problem] = []
    for line in table.lines:
        row = row_of(line.cells, by=by)
        name = _id_of(line.cells, by) or f"\0{line.line}"
        held = merged.get(name)
        if held is None:
            merged[name] = TableRecord(line.line, row, line.cells, [line.line] * _place_count(row, by))
            continue
        problems.extend(_differences(line, held.cells, by, file))
        held.place_lines.extend([line.line] * _add_places(held.row, row, by))
    return list(merged.values()), problems


def row_of(cells: Mapping[str, str], /, *, by: Normaliser) -> Row:
    """The values of one row, with groups and lists where the model has them; empty cells are left out."""
    row: Row = {}
    parts: dict[str, dict[str, str]] = {}
    for column, cell in cells.items():
        text = cell.strip().replace("\r\n", "\n")
        if not text:
            continue
        head, dot, rest = column.partition(".")
        field = _field(head, by)
        if field is not None and field.group is not None and (dot or field.shorthand):
            row.setdefault(head, "")
            parts.setdefault(head, {})[rest if dot else field.shorthand] = text
        else:
            row[column] = _list_of(text) if field is not None and _splits(field) else text
    return row | {head: _group_of(inner, head, by) for head, inner in parts.items()}


def _group_of(cells: Mapping[str, str], head: str, by: Normaliser) -> Raw:
    field, inner = _field(head, by), by.inner[_field_name(head, by)]
    if field is None or not field.many:
        return row_of(cells, by=inner)
    if field.shorthand in cells and _splits_group(field):
        rest = {column: text for column, text in cells.items() if column != field.shorthand}
        return [{field.shorthand: item, **row_of(rest, by=inner)} for item in _list_of(cells[field.shorthand])]
    return [row_of(cells, by=inner)]


def _field(written: str, by: Normaliser) -> FieldShape | None:
    return by.shape.field(_field_name(written, by))


def _splits(field: FieldShape) -> bool:
    return field.many and field.kind not in ("schedule", "group")


def _splits_group(field: FieldShape) -> bool:
    inner = field.group.field(field.shorthand) if field.group else None
    return inner is not None and bool(inner.vocabulary or inner.reference)


def _list_of(text: str) -> list[Raw]:
    return [item.strip() for item in text.replace("\n", ";").split(";") if item.strip()]


def _field_name(written: str, by: Normaliser) -> str:
    key = written.partition("@")[0]
    return by.keys.get(key) or by.keys.get(fold(key), "")


def _id_of(cells: Mapping[str, str], by: Normaliser) -> str:
    return next((cell.strip() for column, cell in cells.items() if _field_name(column, by) == "id"), "")


def _is_place(column: str, by: Normaliser) -> bool:
    return _field_name(column.partition(".")[0], by) == "locations"


def _differences(line: Line, first: Mapping[str, str], by: Normaliser, file: str) -> Iterator[Problem]:
    for column, cell in line.cells.items():
        if cell.strip() and cell.strip() != first.get(column, "").strip() and not _is_place(column, by):
            yield fault("SM124", Place(file, line.line, 0, column), key=column)


def _place_count(row: Row, by: Normaliser) -> int:
    return sum(len(value) for head, value in row.items() if _is_place(head, by) and isinstance(value, list))


def _add_places(row: Row, more: Row, by: Normaliser) -> int:
    added = 0
    for head, value in more.items():
        held = row.setdefault(head, []) if _is_place(head, by) else None
        if isinstance(held, list) and isinstance(value, list):
            held.extend(value)
            added += len(value)
    return added
