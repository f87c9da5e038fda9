"""Values put in a record where it is written, in its YAML file or its rows of a table, and nothing else changed.

Called by what confirms a record and by what takes a spreadsheet back. A value is the text that an editor would write.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from socialmap.edit.changes import Leaf, Splice, rewrite, rewrite_cell, splice
from socialmap.edit.scalars import write_scalar
from socialmap.model.written import Node
from socialmap.pipeline.tidy_files import table_rows
from socialmap.sources.yaml_nodes import read_nodes
from socialmap.text.cells import Cell, cell_text
from socialmap.text.tables import delimiter_of, named_delimiter

Named = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Keys:
    """How fields are written: the field of a written key (empty when it is none), a new key, and a field's kind."""

    field: Named
    written: Named
    kind: Named


def set_in_yaml(text: str, values: Mapping[str, str], *, keys: Keys) -> str:
    """The text of a record's file with these fields set: where they stand, or on lines of their own at the end.

    Raises:
        ValueError: when the file holds no record in lines, or a value stands in a block that cannot be replaced.
    """
    root = read_nodes(text)
    if root is None or root.kind != "map" or root.flow:
        raise ValueError("not a record in lines")
    found = {keys.field(key.value): value for key, value in root.pairs}
    changed = [_replaced(found[name], value, keys.kind(name)) for name, value in values.items() if name in found]
    added = [
        f"{keys.written(name)}: {write_scalar(value, kind=keys.kind(name))}\n"
        for name, value in values.items()
        if name not in found
    ]
    done = splice(text, changed)
    return done + ("" if done.endswith("\n") or not added else "\n") + "".join(added)


def _replaced(node: Node, value: str, kind: str) -> Splice:
    done = rewrite(Leaf(node, is_key=False, flow=False), value, kind=kind) if node.kind == "scalar" else None
    if done is None:
        raise ValueError("a value of several lines")
    return done


def set_in_table(text: str, record: str, values: Mapping[str, str], *, keys: Keys) -> str:
    """The text of a table with these fields set in every row of a record; a field without a column gets one at the end.

    Raises:
        ValueError: when the table has no column with ids, or no row of this record.
    """
    names = {keys.written(name): value for name, value in values.items()}
    return _set_rows(text, record, lambda _number: names, tuple(names), keys)


def set_in_rows(text: str, record: str, rows: Sequence[Mapping[str, str]], *, keys: Keys) -> str:
    """The text of a table with the cells of a record's rows set, by their column as editors write it.

    Raises:
        ValueError: as `set_in_table`, and when the record has another number of rows.
    """
    _, own, _ = _own_rows(text, record, keys)
    if len(own) != len(rows):
        raise ValueError("another number of rows")
    return _set_rows(text, record, rows.__getitem__, tuple(rows[0]), keys)


def _set_rows(
    text: str, record: str, cells: Callable[[int], Mapping[str, str]], columns: tuple[str, ...], keys: Keys
) -> str:
    wide = _with_columns(text, columns, keys)
    lines, own, names = _own_rows(wide, record, keys)
    delimiter = _delimiter(wide)
    changes = (
        rewrite_cell(lines, row[names.index(_identity(column, keys))], value, delimiter=delimiter)
        for number, row in enumerate(own)
        for column, value in cells(number).items()
    )
    return splice(wide, changes)


def _own_rows(text: str, record: str, keys: Keys) -> tuple[list[str], list[tuple[Cell, ...]], list[str]]:
    lines, rows, names = _read_table(text, keys)
    if "id" not in names:
        raise ValueError("no column with ids")
    at = names.index("id")
    own = [row for row in rows[1:] if at < len(row) and cell_text(lines, row[at]).strip() == record]
    if not own:
        raise ValueError(f"no row of {record}")
    return lines, own, names


def _delimiter(text: str) -> str:
    return delimiter_of(text.split("\n", 1)[0])


def _read_table(text: str, keys: Keys) -> tuple[list[str], list[tuple[Cell, ...]], list[str]]:
    lines = text.split("\n")
    rows = list(table_rows(lines, 1 if named_delimiter(lines[0]) else 0, delimiter=_delimiter(text)))
    names = [_identity(cell_text(lines, cell).strip(), keys) for cell in rows[0]] if rows else []
    return lines, rows, names


def _identity(column: str, keys: Keys) -> str:
    """A column in the model's own keys, whatever its language: `kosten.bedrag` and `cost.amount` are the same."""
    way, _, language = column.lstrip("\ufeff").partition("@")
    name = ".".join(keys.field(part) or part for part in way.split("."))
    return f"{name}@{language}" if language else name


def _with_columns(text: str, columns: Sequence[str], keys: Keys) -> str:
    """The table with an empty column at the end for each that it has not."""
    lines, rows, names = _read_table(text, keys)
    missing = [column for column in columns if _identity(column, keys) not in names]
    if not missing or not rows:
        return text
    delimiter = _delimiter(text)
    heads = delimiter + delimiter.join(missing)
    return splice(text, _at_ends(lines, rows, heads, delimiter * len(missing)))


def _at_ends(lines: Sequence[str], rows: Sequence[tuple[Cell, ...]], heads: str, blanks: str) -> Iterator[Splice]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for number, row in enumerate(rows):
        last, column = row[-1].end
        end = starts[last] + column
        yield Splice(end, end, blanks if number else heads)
