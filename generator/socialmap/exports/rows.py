"""A record as the row of a table; called by `open_data` with the columns that the Table Schema names.

A column is a field (`email`), a field of a group (`cost.amount`) or a text in a language (`name@en`). Lists of words
are joined with `;`, lists of groups and tables inside a cell are JSON.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from pydantic import BaseModel

from socialmap.exports.public import NOTHING, Json, json_writer, secrecy
from socialmap.model.shape import FieldShape, Shape

FORMULA = ("=", "@", "\t", "\r")
NUMBERS = ("number", "integer", "boolean")
JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
Cells = Sequence[str]
Write = Callable[[object], Cells]


@dataclass(frozen=True, slots=True)
class _Part:
    """The columns that one field fills: how, what they are when there is no value, and whether 0 and no are values."""

    field: str
    write: Write
    blank: Cells
    counts: bool


def row_writer(
    columns: Iterable[str], *, shape: Shape, hidden: frozenset[str] = NOTHING
) -> Callable[[BaseModel], list[str]]:
    """The function that gives the cells of a record in the order of the columns; those of `hidden` fields are empty.

    Raises:
        ValueError: when a column names no public field; columns and shape both come from the program.
    """
    parts = tuple(_part(name, list(rest), shape, hidden) for name, rest in groupby(columns, key=_head))
    values = attrgetter(*(part.field for part in parts), parts[0].field)
    writers = tuple((part.write, part.blank, part.counts) for part in parts)

    def write_row(record: BaseModel) -> list[str]:
        cells: list[str] = []
        for value, (write, blank, counts) in zip(values(record), writers, strict=False):
            cells += write(value) if value or counts else blank
        return cells

    return write_row


def _head(column: str) -> str:
    return column.partition(".")[0].partition("@")[0]


def _part(name: str, columns: list[str], shape: Shape, hidden: frozenset[str]) -> _Part:
    field = shape.field(name)
    if field is None or field.internal:
        raise ValueError(f"no public field: {name}")
    blank = ("",) * len(columns)
    if name in hidden:
        return _Part(name, lambda _: blank, blank, counts=False)
    return _Part(name, _writer(field, columns, blank), blank, counts=field.kind in NUMBERS and not field.many)


def _writer(field: FieldShape, columns: list[str], blank: Cells) -> Write:
    if field.localized:
        return _texts_writer([column.partition("@")[2] for column in columns])
    if field.group is not None and not field.many and field.kind == "group":
        return _group_writer(field.group, [column.partition(".")[2] for column in columns], blank)
    return _cell_writer(field)


def _texts_writer(languages: list[str]) -> Write:
    def write(texts: object) -> Cells:
        return [as_text(texts.get(language, "")) for language in languages] if isinstance(texts, dict) else ()

    return write


def _group_writer(shape: Shape, columns: list[str], blank: Cells) -> Write:
    write_row, is_secret = row_writer(columns, shape=shape), secrecy(shape)

    def write(group: object) -> Cells:
        return write_row(group) if isinstance(group, BaseModel) and not is_secret(group) else blank

    return write


def _cell_writer(field: FieldShape) -> Write:
    """The writer of one cell; texts, which most cells are, do not take the long way."""
    if field.kind in ("text", "word") and field.many:
        return lambda value: (as_text(";".join(value)),) if isinstance(value, tuple) else ("",)
    if field.kind in ("text", "word"):
        return lambda value: (as_text(str(value)),)
    to_json = json_writer(field)
    return lambda value: (as_text(_text(to_json(value))),)


def _text(value: Json) -> str:
    if isinstance(value, str):
        return value
    if value is None or value == []:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ";".join(map(str, value))
    return JSON.encode(value)


def as_text(text: str) -> str:
    """A text that no spreadsheet calculates with: one that looks like a formula gets a `'` before it."""
    return f"'{text}" if text.startswith(FORMULA) else text
