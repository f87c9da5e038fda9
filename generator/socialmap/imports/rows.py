"""Rows of foreign tables become sketches of records by the steward's mapping; called by `run`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from socialmap.imports.cells import RowCells, UnknownValueError, value_of
from socialmap.imports.grid import Row, Table, plain_name
from socialmap.imports.mapping import ImportMapping, Part, RecordSpec, TableSpec, columns_used
from socialmap.imports.shaping import Shaper, is_blank, lifted_values, without_blanks
from socialmap.imports.sketch import Ref, Sketch, SketchedRow, Value, record_shape
from socialmap.model.shape import FieldShape, Shape
from socialmap.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of one table after mapping: what they want to become, and how many are not to be imported.

    These are blank, skipped by the mapping, of another kind, or once more what another one said.
    """

    name: str
    rows: tuple[SketchedRow, ...]
    blank: int = 0
    skipped: int = 0
    others: int = 0
    repeated: int = 0


def sketch_table(table: Table, *, spec: TableSpec, mapping: ImportMapping, shaper: Shaper) -> TableRows:
    """The sketches of every row of a table; `agreement` has checked `spec` before."""
    spec = plain_columns(spec)
    filled = [row for row in table.rows if not row.blank]
    chosen = [row for row in filled if not _skips(table, row, spec)]
    dressing = Dressing(mapping, shaper, _columns_of(table, spec, shaper))
    made = tuple(_sketch_row(table, row, spec, dressing) for row in chosen)
    return TableRows(table.name, made, len(table.rows) - len(filled), len(filled) - len(chosen))


def unused_columns(table: Table, *, spec: TableSpec) -> tuple[str, ...]:
    """Columns with content that the mapping neither uses nor leaves out on purpose."""
    used = {column for column, _ in columns_used(plain_columns(spec))}
    left = [i for i, column in enumerate(table.columns) if column not in used]
    return tuple(table.columns[i] for i in left if any(row.cells[i].strip() for row in table.rows))


def field_path(shape: Shape, written: str, *, shaper: Shaper) -> tuple[FieldShape, ...] | None:
    """The fields along a key such as `cost.amount`, in the model's words."""
    path: list[FieldShape] = []
    here: Shape | None = shape
    for step in written.partition("@")[0].split("."):
        field = here.field(shaper.key(here, step)) if here is not None else None
        if field is None:
            return None
        path.append(field)
        here = field.group
    return tuple(path)


@dataclass(frozen=True, slots=True)
class Dressing:
    """What every record of an import gets besides its own fields."""

    mapping: ImportMapping
    shaper: Shaper
    columns: Mapping[str, tuple[int, str]]

    def defaults(self, shape: Shape, spec: RecordSpec) -> dict[str, Value]:
        """The constants for a record: those of all records that it has a field for, of its type, and its own."""
        common = {name: value for name, value in self.mapping.defaults.items() if _has(shape, name, self.shaper)}
        written = (common, self.mapping.each.get(spec.type, {}), spec.defaults)
        shaped = (self.shaper.group(shape, lifted_values(values)) for values in written)
        return {name: value for values in shaped for name, value in values.items()}

    def finish(self, values: dict[str, Value], spec: RecordSpec) -> dict[str, Value]:
        """The values with the constants under them, and the reasons for what the steward allows."""
        shape = record_shape(spec.type)
        full = {**self.defaults(shape, spec), **values}
        reasons = {**self.mapping.allow, **spec.allow}
        allowed: dict[str, Value] = {key: why for key, why in reasons.items() if key.split(".")[0] in full}
        return {**full, "allowed": allowed} if allowed else full


def _has(shape: Shape, name: str, shaper: Shaper) -> bool:
    return shape.field(shaper.key(shape, name.partition("@")[0])) is not None


def _columns_of(table: Table, spec: TableSpec, shaper: Shaper) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for record in spec.records:
        for written, parts in record.fields.items():
            key = shaper.key(record_shape(record.type), written.partition("@")[0].partition(".")[0])
            for column in (column for part in parts for column in part.column):
                found.setdefault(f"{record.type}.{key}", (table.columns.index(column) + 1, column))
    return found


def plain_columns(spec: TableSpec) -> TableSpec:
    """The mapping of a table with its columns written as `grid` writes them."""

    def part(old: Part) -> Part:
        return old.model_copy(update={"column": tuple(map(plain_name, old.column))})

    def record(old: RecordSpec) -> RecordSpec:
        fields = {name: tuple(map(part, parts)) for name, parts in old.fields.items()}
        names = {"id": tuple(map(plain_name, old.id)), "key": plain_name(old.key), "when": plain_name(old.when)}
        return old.model_copy(update={**names, "fields": fields})

    return spec.model_copy(
        update={
            "skip_when": {plain_name(column): texts for column, texts in spec.skip_when.items()},
            "leave_out": tuple(map(plain_name, spec.leave_out)),
            "records": tuple(map(record, spec.records)),
        }
    )


def _skips(table: Table, row: Row, spec: TableSpec) -> bool:
    cells = dict(zip(table.columns, row.cells, strict=True))
    return any(cells[column].strip() in texts for column, texts in spec.skip_when.items())


def _sketch_row(table: Table, row: Row, spec: TableSpec, dressing: Dressing) -> SketchedRow:
    place = Place(table.name, row.line)
    faults = (*_cell_problems(table, row), *_header_again(table, row))
    if faults:
        return SketchedRow(place, (), faults=faults)
    cells = RowCells(dict(zip(table.columns, row.cells, strict=True)), f"{table.name}:{row.line}")
    specs = [record for record in spec.records if not record.when or cells.cells[record.when].strip()]
    try:
        sketches = tuple(_sketch(record, cells, dressing) for record in specs)
    except UnknownValueError as unknown:
        found = Problem("import-value", replace(place, field=unknown.column), {"value": unknown.value[:80]})
        return SketchedRow(place, (), faults=(found,))
    if not sketches:
        return SketchedRow(place, (), faults=(Problem("import-nothing-made", place),))
    return SketchedRow(place, _without_absent(sketches, cells.row_key), columns=dressing.columns)


def _cell_problems(table: Table, row: Row) -> Iterator[Problem]:
    for ordinal, why in row.faults:
        column = table.columns[ordinal] if ordinal < len(table.columns) else f"#{ordinal + 1}"
        place = Place(table.name, row.line, ordinal + 1, column)
        yield Problem(f"import-cell-{why.replace('_', '-')}", place, {"column": column})


def _header_again(table: Table, row: Row) -> Iterator[Problem]:
    """Whether the row only says the names of its columns, as tables that were pasted together do."""
    filled = [(plain_name(cell), column) for cell, column in zip(row.cells, table.columns, strict=False) if cell]
    if filled and all(cell.casefold() == column.casefold() for cell, column in filled):
        yield Problem("import-header-again", Place(table.name, row.line))


def _sketch(spec: RecordSpec, row: RowCells, dressing: Dressing) -> Sketch:
    shape = record_shape(spec.type)
    values: dict[str, Value] = {}
    for written, parts in spec.fields.items():
        path = field_path(shape, written, shaper=dressing.shaper)
        assert path is not None, written
        _put(values, written, path, value_of(parts, field=path[-1], row=row), dressing.shaper)
    bare = without_blanks(values)
    full = dressing.finish(bare if isinstance(bare, dict) else {}, spec)
    named = " ".join(row.cells[column] for column in spec.id) if spec.id else _name_of(full)
    key = row.cells[spec.key].strip() if spec.key else ""
    return Sketch(spec.type, named, tuple(filter(None, (row.row_key, key))), full, spec.shared)


def _put(values: dict[str, Value], written: str, path: tuple[FieldShape, ...], value: Value, shaper: Shaper) -> None:
    if is_blank(value):
        return
    here = values
    for field in path[:-1]:
        here = _inside(here, field)
    leaf, language = path[-1], written.partition("@")[2]
    shaped = shaper.field(leaf, value, language=language)
    known = here.get(leaf.name)
    here[leaf.name] = {**known, **shaped} if isinstance(known, dict) and isinstance(shaped, dict) else shaped


def _inside(here: dict[str, Value], field: FieldShape) -> dict[str, Value]:
    fresh: list[Value] = [{}]
    found = here.setdefault(field.name, fresh if field.many else {})
    inner = found[0] if isinstance(found, list) else found
    assert isinstance(inner, dict), field.name
    return inner


def _name_of(values: Mapping[str, Value]) -> str:
    name = values.get("name")
    return next((text for text in name.values() if isinstance(text, str)), "") if isinstance(name, dict) else ""


def _without_absent(sketches: tuple[Sketch, ...], row_key: str) -> tuple[Sketch, ...]:
    made = {sketch.type for sketch in sketches}
    absent = {Ref(kind, row_key) for kind in ("organization", "location", "service") if kind not in made}
    return tuple(replace(sketch, values=drop_refs(sketch.values, absent)) for sketch in sketches)


def drop_refs(values: Mapping[str, Value], absent: Iterable[Ref]) -> dict[str, Value]:
    """The values without mentions of records that are not there; a list item with such a mention goes as a whole."""
    gone = frozenset(absent)

    def keeps(value: Value) -> bool:
        if isinstance(value, Ref):
            return value not in gone
        parts: Iterable[Value] = value.values() if isinstance(value, dict) else ()
        return all(keeps(part) for part in chain(parts))

    def pruned(value: Value) -> Value:
        return [part for part in value if keeps(part)] if isinstance(value, list) else value

    kept = {name: pruned(value) for name, value in values.items() if isinstance(value, list) or keeps(value)}
    return {name: value for name, value in kept.items() if not is_blank(value)}
