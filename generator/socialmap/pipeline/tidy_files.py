"""Every value of a file as socialmap writes it, changed in place; called by `fixing` with how a value is tidied."""

from collections.abc import Callable, Iterator, Sequence

from socialmap.edit.changes import BETWEEN, Leaf, Splice, rewrite, rewrite_cell, splice
from socialmap.model.shape import FieldShape
from socialmap.model.written import Node
from socialmap.pipeline.tidying import Tidier
from socialmap.sources.normalise import Normaliser
from socialmap.sources.yaml_nodes import read_nodes
from socialmap.text.cells import Cell, cell_text, row_cells
from socialmap.text.tables import delimiter_of, named_delimiter
from socialmap.text.words import fold

Tidy = Callable[[str], str]


def tidy_yaml(text: str, *, by: Normaliser, tidier: Tidier) -> str:
    """The text of a YAML file that can be read, with its values tidied."""
    root = read_nodes(text)
    if root is None:
        return text
    records = root.items if root.kind == "list" else (root,)
    return splice(text, (found for record in records for found in _in_group(record, by, tidier)))


def _in_group(node: Node, by: Normaliser, tidier: Tidier) -> Iterator[Splice]:
    for key, value in node.pairs:
        field = field_of(key.value, by)
        if field is not None:
            yield from _in_value(value, field, by, tidier, flow=node.flow)


def _in_value(node: Node, field: FieldShape, by: Normaliser, tidier: Tidier, *, flow: bool) -> Iterator[Splice]:
    inner = by.inner.get(field.name)
    if node.kind == "scalar":
        done = tidier_of(field, by, tidier)(node.value)
        found = rewrite(Leaf(node, is_key=False, flow=flow), done, kind=field.kind) if done != node.value else None
        yield from [found] if found else []
    elif node.kind == "list":
        for item in node.items:
            yield from _in_value(item, field, by, tidier, flow=node.flow)
    elif inner is not None and field.kind == "map":
        for _, part in node.pairs:
            yield from _in_group(part, inner, tidier)
    elif inner is not None:
        yield from _in_group(node, inner, tidier)


def field_of(written: str, by: Normaliser) -> FieldShape | None:
    """The field of a written key, whatever its language."""
    name = written.partition("@")[0]
    known = by.keys.get(name) or by.keys.get(fold(name))
    return by.shape.field(known) if known else None


def tidier_of(field: FieldShape, by: Normaliser, tidier: Tidier) -> Tidy:
    """How one text of a field is tidied; of a group written as one word, that of the word's own field."""
    short = field.group.field(field.shorthand) if field.group is not None and field.shorthand else None
    if short is not None and field.group is not None:
        model: type = field.group.model
        return lambda text: tidier(text.strip(), short, within=model)
    return lambda text: tidier(text.strip(), field, within=by.shape.model)


def tidy_table(text: str, *, by: Normaliser, tidier: Tidier) -> str:
    """The text of a table with its cells tidied; only cells that change are written anew."""
    lines = text.split("\n")
    first = 1 if named_delimiter(lines[0]) else 0
    delimiter = delimiter_of(lines[0])
    rows = table_rows(lines, first, delimiter=delimiter)
    names = [cell_text(lines, cell).strip() for cell in next(rows, ())]
    tidies = [_of_column(name, by, tidier) for name in names]
    found: list[Splice] = []
    for row in rows:
        for cell, tidy in zip(row, tidies, strict=False):
            written = cell_text(lines, cell)
            done = tidy(written) if tidy is not None else written
            if done != written:
                found.append(rewrite_cell(lines, cell, done, delimiter=delimiter))
    return splice(text, found)


def table_rows(lines: Sequence[str], first: int, *, delimiter: str) -> Iterator[tuple[Cell, ...]]:
    """The cells of every row from a line on, without empty lines."""
    at = first
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        row = row_cells(lines, at, delimiter=delimiter)
        yield row
        at = row[-1].end[0] + 1


def _of_column(name: str, by: Normaliser, tidier: Tidier) -> Tidy | None:
    head, dot, rest = name.partition(".")
    field = field_of(head, by)
    inner = by.inner.get(field.name) if field is not None else None
    if field is None or (dot and inner is None):
        return None
    if dot and inner is not None:
        return _of_column(rest, inner, tidier)
    one = tidier_of(field, by, tidier)
    many = field.many and field.kind != "schedule"
    return (lambda text: _each(text, one)) if many else (lambda text: _whole(text, one))


def _whole(text: str, one: Tidy) -> str:
    done = one(text)
    return done if done != text.strip() else text


def _each(text: str, one: Tidy) -> str:
    return "".join(part if BETWEEN.fullmatch(part) else _whole(part, one) for part in BETWEEN.split(text))
