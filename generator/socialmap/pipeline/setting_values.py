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
    with_columns = _with_columns(text, values, keys)
    lines, rows, names, delimiter = _read_table(with_columns, keys)
    if "id" not in names:
        raise ValueError("no column with ids")
    at = names.index("id")
    own = [row for row in rows[1:] if at < len(row) and cell_text(lines, row[at]).strip() == record]
    if not own:
        raise ValueError(f"no row of {record}")
    changes = (
        rewrite_cell(lines, row[names.index(name)], value, delimiter=delimiter)
        for row in own
        for name, value in values.items()
    )
    return splice(with_columns, changes)


def _read_table(text: str, keys: Keys) -> tuple[list[str], list[tuple[Cell, ...]], list[str], str]:
    lines = text.split("\n")
    named = named_delimiter(lines[0])
    delimiter = delimiter_of(lines[0])
    rows = list(table_rows(lines, 1 if named else 0, delimiter=delimiter))
    names = [keys.field(cell_text(lines, cell).strip()) for cell in rows[0]] if rows else []
    return lines, rows, names, delimiter


def _with_columns(text: str, values: Mapping[str, str], keys: Keys) -> str:
    """The table with an empty column at the end for each field that has none."""
    lines, rows, names, delimiter = _read_table(text, keys)
    missing = [name for name in values if name not in names]
    if not missing or not rows:
        return text
    heads = delimiter + delimiter.join(map(keys.written, missing))
    return splice(text, _at_ends(lines, rows, heads, delimiter * len(missing)))


def _at_ends(lines: Sequence[str], rows: Sequence[tuple[Cell, ...]], heads: str, blanks: str) -> Iterator[Splice]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for number, row in enumerate(rows):
        last, column = row[-1].end
        end = starts[last] + column
        yield Splice(end, end, blanks if number else heads)
