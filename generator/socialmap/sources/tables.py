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
from socialmap.sources.normalise import Normaliser
from socialmap.text.tables import decode, delimiter_of
from socialmap.text.words import fold

MAX_CELL = 20_000
Row = dict[str, Raw]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: the line it starts on and its cells by column as written."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table and what is wrong with it."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()


def read_table(content: bytes, /, *, file: str) -> Table:
    """The rows of a CSV file in any dialect that Excel makes (EDITING §2)."""
    text = decode(content)
    if "\0" in text:
        return Table(
            (), (fault("SM104", Place(file, text[: text.index("\0")].count("\n") + 1, 1), character="U+0000"),)
        )
    first, text = _drop_separator_line(text)
    if not text.strip():
        return Table((), (fault("SM123", Place(file, 1, 1)),))
    delimiter = first or delimiter_of(text.split("\n", 1)[0])
    return _read_rows(text, delimiter, file, skipped=1 if first else 0)


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
        for cells in reader:
            place = Place(file, start + 1 + skipped, 1)
            start = reader.line_num
            if any(cell.strip() for cell in cells):
                problems.extend(_row_problems(cells, header, place))
                lines.append(Line(place.line, dict(zip(header, cells, strict=False))))
    except csv.Error:
        problems.append(fault("SM120", Place(file, reader.line_num + skipped, 1)))
    return Table(tuple(lines), tuple(problems))


def _header_problems(header: list[str], file: str, line: int) -> Iterator[Problem]:
    for index, name in enumerate(header):
        if not name:
            yield fault("SM122", Place(file, line, 0), column=index + 1, name="")
        elif name in header[:index]:
            yield fault("SM122", Place(file, line, 0), column=index + 1, name=name)


def _row_problems(cells: list[str], header: list[str], place: Place) -> Iterator[Problem]:
    if len(cells) != len(header):
        yield fault("SM121", place, cells=len(cells), columns=len(header))
    for name, cell in zip(header, cells, strict=False):
        if len(cell) > MAX_CELL:
            yield fault("SM105", Place(place.file, place.line, 0, name), limit=MAX_CELL)


def rows_of(table: Table, /, *, by: Normaliser, file: str) -> tuple[list[tuple[int, Row]], list[Problem]]:
    """Each record of a table with its first line, in the editor's keys; rows that repeat an id become one record."""
    merged: dict[str, tuple[int, Row, Mapping[str, str]]] = {}
    problems: list[Problem] = []
    for line in table.lines:
        row = row_of(line.cells, by=by)
        name = _id_of(line.cells, by) or f"\0{line.line}"
        if name not in merged:
            merged[name] = (line.line, row, line.cells)
            continue
        problems.extend(_differences(line, merged[name][2], by, file))
        _add_places(merged[name][1], row, by)
    return [(line, row) for line, row, _ in merged.values()], problems


def row_of(cells: Mapping[str, str], /, *, by: Normaliser) -> Row:
    """The values of one row, with groups and lists where the model has them; empty cells are left out."""
    row: Row = {}
    fields = {field.name: field for field in by.shape.fields}
    for column, cell in cells.items():
        text = cell.strip().replace("\r\n", "\n")
        if not text:
            continue
        head, dot, rest = column.partition(".")
        field = fields.get(_field_name(head, by))
        if field is not None and field.group is not None:
            _put_in_group(row, head, rest if dot else field.shorthand, text, field)
        else:
            row[column] = _list_of(text) if field is not None and _splits(field) else text
    return row


def _put_in_group(row: Row, head: str, inner: str, text: str, field: FieldShape) -> None:
    if field.many and inner == field.shorthand and _splits_group(field) and head not in row:
        row[head] = [{inner: item} for item in _list_of(text)]
        return
    holder = row.setdefault(head, [{}] if field.many else {})
    group = holder[0] if isinstance(holder, list) else holder
    if isinstance(group, dict):
        group[inner] = text


def _splits(field: FieldShape) -> bool:
    return field.many and field.kind != "schedule"


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


def _add_places(row: Row, more: Row, by: Normaliser) -> None:
    for head, value in more.items():
        held = row.get(head)
        if _is_place(head, by) and isinstance(held, list) and isinstance(value, list):
            held.extend(value)
