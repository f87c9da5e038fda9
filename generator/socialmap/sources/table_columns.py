"""What each column of a table means to a model, worked out once per table; called by `tables` for every row."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from socialmap.model.raw import Raw
from socialmap.model.shape import FieldShape
from socialmap.sources.normalise import Normaliser
from socialmap.text.words import fold

Row = dict[str, Raw]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key before its first dot; `part` is the key inside a group, for a column that is part of one."""

    head: str
    part: str = ""
    splits: bool = False
    is_id: bool = False
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one group of fields as they are met; `groups` are the columns inside its groups."""

    by: Normaliser
    known: dict[str, Column] = field(default_factory=dict)
    groups: dict[str, "_Group"] = field(default_factory=dict)

    def of(self, written: str) -> Column:
        """What a column means."""
        found = self.known.get(written)
        return found or self.known.setdefault(written, self._read(written))

    def row(self, cells: Mapping[str, str]) -> Row:
        """The values of one row, with groups and lists where the model has them; empty cells are left out."""
        row: Row = {}
        parts: dict[str, dict[str, str]] = {}
        for written, cell in cells.items():
            text = cell.strip() if cell else ""
            if not text:
                continue
            column = self.of(written)
            text = text.replace("\r\n", "\n")
            if column.part:
                row.setdefault(column.head, "")
                parts.setdefault(column.head, {})[column.part] = text
            else:
                row[written] = _list_of(text) if column.splits else text
        for head, inner in parts.items():
            row[head] = self.group(head).values(inner)
        return row

    def group(self, head: str) -> "_Group":
        """The columns inside a group."""
        found = self.groups.get(head)
        return found or self.groups.setdefault(head, self._open(head))

    def _read(self, written: str) -> Column:
        head, dot, rest = written.partition(".")
        name = self._name(head)
        found = self.by.shape.field(name)
        place = name == "locations"
        if found is not None and found.group is not None and (dot or found.shorthand):
            return Column(head, rest if dot else found.shorthand, is_place=place)
        return Column(head, "", found is not None and _splits(found), self._name(written) == "id", place)

    def _open(self, head: str) -> "_Group":
        name = self._name(head)
        shape = self.by.shape.field(name)
        many = shape is not None and shape.many
        shorthand = shape.shorthand if shape is not None and many and _splits_group(shape) else ""
        return _Group(Columns(self.by.inner[name]), many, shorthand)

    def _name(self, written: str) -> str:
        key = written.partition("@")[0]
        return self.by.keys.get(key) or self.by.keys.get(fold(key), "")


@dataclass(frozen=True, slots=True)
class _Group:
    """The columns of a group; with `splits` each term in that column becomes a group of its own."""

    columns: Columns
    many: bool
    splits: str

    def values(self, cells: Mapping[str, str]) -> Raw:
        if not self.many:
            return self.columns.row(cells)
        if self.splits in cells:
            rest = {column: text for column, text in cells.items() if column != self.splits}
            return [{self.splits: item, **self.columns.row(rest)} for item in _list_of(cells[self.splits])]
        return [self.columns.row(cells)]


def _splits(field: FieldShape) -> bool:
    return field.many and field.kind not in ("schedule", "group")


def _splits_group(field: FieldShape) -> bool:
    inner = field.group.field(field.shorthand) if field.group else None
    return inner is not None and bool(inner.vocabulary or inner.reference)


def _list_of(text: str) -> list[Raw]:
    return [item.strip() for item in text.replace("\n", ";").split(";") if item.strip()]
