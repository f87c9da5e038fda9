"""Records as the rows of a spreadsheet that editors know, and back: the columns of a type and the cells of a record.

A cell says what the same column of a table says (`sources/tables`), so that what comes back is read by the same
reader. What no cell can say stands in the file alone, and its cells say so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from socialmap.model import RecordType
from socialmap.model.raw import Raw, RawRecord
from socialmap.model.shape import FieldShape, Shape, shape_of
from socialmap.sources.csv_lines import Line
from socialmap.sources.loading import MODELS
from socialmap.sources.normalise import Faults, Normaliser
from socialmap.sources.tables import rows_of
from socialmap.sources.words import Words

Cells = dict[str, str]
Rows = tuple[Cells, ...]
PLACES = "locations"
WRITTEN_WORDS = ("word", "boolean")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its key as editors write it, the field it fills, the way to it, and the language of its text."""

    key: str
    field: FieldShape
    path: tuple[str, ...]
    language: str = ""
    is_word: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it differs per place of a service, so that the record has a row for each."""
        return self.path[0] == PLACES


@dataclass(frozen=True, slots=True)
class SheetForm:
    """How the records of a type stand in a sheet: its columns, and how a row is read back."""

    kind: RecordType
    columns: tuple[SheetColumn, ...]
    by: Normaliser
    elsewhere: str

    def rows(self, record: RawRecord) -> Rows:
        """The rows of a record: one, or one for each place."""
        count = max(1, len(_list(record.values.get(PLACES))))
        rows = tuple(
            {column.key: _cell(column, record.values, number, self.by.words) for column in self.columns}
            for number in range(count)
        )
        names = _fields(self.columns).keys() - {"id"}
        hidden = {name for name in names if not self._says(name, rows, record)}
        for column in self.columns:
            if column.path[0] in hidden and any(row[column.key] for row in rows):
                rows[0][column.key] = self.elsewhere
        return rows

    def values(self, rows: Iterable[Mapping[str, str]]) -> dict[str, Raw]:
        """What the rows of a record say, in the editors' keys; cells that say that it stands elsewhere say nothing."""
        said = [{key: cell for key, cell in row.items() if cell != self.elsewhere} for row in rows]
        lines = [Line(number, {**said[0], **cells, "id": "x"}) for number, cells in enumerate(said, 1)]
        records, _ = rows_of(lines, by=self.by, file="")
        found = records[0].row if records else {}
        return {key: value for key, value in found.items() if key != "id"}

    def _says(self, name: str, rows: Rows, record: RawRecord) -> bool:
        """Whether the cells of a field, read back, give exactly the value that the record has."""
        keys = {column.key for column in self.columns if column.path[0] == name}
        read = self.values([{key: cell for key, cell in row.items() if key in keys} for row in rows])
        done = self.by(read, (), Faults([])).get(name)
        return (done or None) == (self._shown(name, record) or None)

    def _shown(self, name: str, record: RawRecord) -> Raw | None:
        """The value of a field as far as the sheet shows it: texts in other languages have an entry of their own."""
        value = record.values.get(name)
        languages = {column.language for column in self.columns if column.path == (name,) and column.language}
        if languages and isinstance(value, dict):
            return {language: text for language, text in value.items() if language in languages}
        return value


def sheet_form(kind: RecordType, *, by: Normaliser, languages: tuple[str, ...], elsewhere: str) -> SheetForm:
    """How the records of a type stand in a sheet; `elsewhere` is what a cell says that cannot say its value."""
    columns = tuple(_columns(shape_of(MODELS[kind]), by.words, languages, "", ()))
    return SheetForm(kind, columns, by, elsewhere)


def _columns(
    shape: Shape, words: Words, languages: tuple[str, ...], prefix: str, path: tuple[str, ...]
) -> Iterator[SheetColumn]:
    for field in shape.fields:
        key, way = f"{prefix}{words.write_key(field.name)}", (*path, field.name)
        if field.localized:
            yield from (
                SheetColumn(key if each == words.language else f"{key}@{each}", field, way, each)
                for each in (words.language, *(other for other in languages if other != words.language))
            )
        elif field.kind == "group" and field.group is not None:
            yield from _group_columns(field, words, languages, key, way)
        elif field.kind != "map":
            yield SheetColumn(key, field, way)


def _group_columns(
    field: FieldShape, words: Words, languages: tuple[str, ...], key: str, way: tuple[str, ...]
) -> Iterator[SheetColumn]:
    """A group's fields as columns; of a list of groups only those in which a word stands for each."""
    if field.group is None:
        return
    inner = tuple(_columns(field.group, words, languages, f"{key}.", way))
    if not field.many:
        yield from inner
        return
    short = next((each for each in field.group.fields if each.name == field.shorthand), None)
    if short is not None:
        yield SheetColumn(key, short, (*way, short.name), is_word=True)
        yield from (each for each in inner if each.path[len(way)] != field.shorthand)


def _fields(columns: Iterable[SheetColumn]) -> dict[str, None]:
    return dict.fromkeys(column.path[0] for column in columns)


def _cell(column: SheetColumn, values: Mapping[str, Raw], number: int, words: Words) -> str:
    """The text of a cell in the row of a number (from 0); rows after the first say the place and the id only."""
    if number and not column.is_place and column.path != ("id",):
        return ""
    value: Raw | None = values.get(column.path[0])
    if column.is_place:
        places = _list(value)
        value = places[number] if number < len(places) else None
    found = dict.fromkeys(_text(column, each, words) for each in _at(value, column.path[1:]))
    return _joined(found) if column.is_word else next(iter(found), "")


def _at(value: Raw | None, path: tuple[str, ...]) -> list[Raw]:
    """Every value at a path, through the groups of lists."""
    values = _list(value) if isinstance(value, list) and path else [] if value is None else [value]
    for step in path:
        inner = (each.get(step) for group in values for each in (_list(group) or [group]) if isinstance(each, dict))
        values = [each for each in inner if each is not None]
    return values


def _text(column: SheetColumn, value: Raw | None, words: Words) -> str:
    if isinstance(value, dict):
        value = value.get(column.language) if column.language else None
    if isinstance(value, list):
        return _joined(_text(column, item, words) for item in value)
    if not isinstance(value, str):
        return ""
    return words.write_word(value) if column.field.kind in WRITTEN_WORDS else value


def _joined(texts: Iterable[str]) -> str:
    return ";".join(text for text in texts if text)


def _list(value: Raw | None) -> list[Raw]:
    return value if isinstance(value, list) else []
