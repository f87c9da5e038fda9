"""The value that a mapping takes from the cells of one row; pure, called by `rows` for each field."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from socialmap.imports.mapping import Part
from socialmap.imports.markup import first_sentence, mailbox, phone_number, plain_text, web_address
from socialmap.imports.shaping import lifted
from socialmap.imports.sketch import Ref, Value
from socialmap.model.shape import FieldShape

SHORT_DATE: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
ISO_MOMENT: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*")
SEVERAL_LINES: Final = frozenset({"description", "explanation", "note", "schedule", "suitable", "criteria", "tasks"})
AS_IT_IS: Final = "*"
Clean = Callable[[str], str]


class UnknownValueError(Exception):
    """A cell holds a text for which the mapping has no value."""

    def __init__(self, column: str, value: str) -> None:
        super().__init__(value)
        self.column, self.value = column, value


@dataclass(frozen=True, slots=True)
class RowCells:
    """The cells of one row by column, and the key by which records of the same row find each other."""

    cells: Mapping[str, str]
    row_key: str


def value_of(parts: Iterable[Part], *, field: FieldShape, row: RowCells) -> Value:
    """What the parts of a mapping say for one field, in the row's words.

    Raises:
        UnknownValueError: the mapping lists the values of a column and this is none of them.
    """
    found = [piece for part in parts for piece in _pieces(part, field, row)]
    if field.many or not found:
        return found
    if len(found) == 1 or not all(isinstance(piece, str) for piece in found):
        return found[0]
    return _between(field).join(str(piece) for piece in found)


def cleaner(field: FieldShape) -> Clean:
    """How the text of a cell is cleaned for a field."""
    leaf = field.group.field(field.shorthand) if field.group is not None and field.shorthand else None
    name, kind = (leaf.name, leaf.kind) if leaf is not None else (field.name, field.kind)
    special: dict[str, Clean] = {
        "url": web_address,
        "source_url": web_address,
        "email": mailbox,
        "number": phone_number,
    }
    if kind == "date":
        return iso_day
    return special.get(name) or (plain_text if name in SEVERAL_LINES or field.markdown else one_line)


def one_line(text: str) -> str:
    """The readable text of a cell on one line."""
    return " ".join(plain_text(text).split())


def iso_day(text: str) -> str:
    """A day in ISO form out of `1-2-2026` or an ISO moment; any other text as it is."""
    plain = one_line(text)
    short, moment = SHORT_DATE.fullmatch(plain), ISO_MOMENT.fullmatch(plain)
    if moment:
        return moment[1]
    return f"{short[3]}-{int(short[2]):02d}-{int(short[1]):02d}" if short else plain


def _pieces(part: Part, field: FieldShape, row: RowCells) -> list[Value]:
    if part.same_row:
        return [Ref(part.same_row, row.row_key)]
    texts = [text for text in _texts(part, cleaner(field), row) if text]
    valued = [value for text in texts for value in _valued(part, text)]
    return [_labelled(part, value, field) for value in valued if value not in ("", [], {})]


def _texts(part: Part, clean: Clean, row: RowCells) -> list[str]:
    if part.text:
        return [part.text]
    whole = part.join.join(cell for column in part.column if (cell := row.cells[column].strip()))
    for unwanted in part.remove:
        whole = whole.replace(unwanted, "")
    pieces = [clean(piece) for piece in _split(whole, part.split)]
    if part.pick is not None:
        pieces = pieces[part.pick - 1 : part.pick]
    return [first_sentence(piece) for piece in pieces] if part.take == "first_sentence" else pieces


def _split(text: str, separators: tuple[str, ...]) -> list[str]:
    return re.split("|".join(map(re.escape, separators)), text) if separators else [text]


def _valued(part: Part, text: str) -> list[Value]:
    if part.refers:
        return [Ref(part.refers, text)]
    if not part.values:
        return [text]
    known = {" ".join(key.split()).casefold(): value for key, value in part.values.items()}
    value = known.get(" ".join(text.split()).casefold(), part.otherwise)
    if value is None:
        raise UnknownValueError(part.column[0] if part.column else "", text)
    found = text if value == AS_IT_IS else lifted(value)
    return found if isinstance(found, list) else [found]


def _labelled(part: Part, value: Value, field: FieldShape) -> Value:
    if not part.label or not isinstance(value, str):
        return value
    if field.group is not None and field.group.field("description"):
        return {field.shorthand: value, "description": part.label}
    return f"{part.label}:\n{value}" if "\n" in value else f"{part.label}: {value}"


def _between(field: FieldShape) -> str:
    if field.kind == "schedule":
        return "; "
    return "\n\n" if field.markdown or field.name in SEVERAL_LINES else " "
