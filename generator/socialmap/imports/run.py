"""One import from beginning to end: read the source, map its rows, check them, write them, and give the account."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from socialmap.imports.abroad import Write, as_it_is, callable_phones, country_of
from socialmap.imports.aside import Aside
from socialmap.imports.grid import Table, UnreadableSourceError
from socialmap.imports.hsds import read_hsds
from socialmap.imports.mapping import ImportMapping, TableSpec, Values, read_mapping
from socialmap.imports.outcome import ColumnProfile, ImportOutcome, read_messages
from socialmap.imports.rows import TableRows, mapping_problems, sketch_table, unused_columns
from socialmap.imports.settle import Checks, Settled, Settlement, Trial, Validate, no_trial, settle
from socialmap.imports.shaping import Shaper, Words, lifted_values
from socialmap.imports.sketch import Sketch, SketchedRow, record_shape
from socialmap.imports.tables import read_table
from socialmap.imports.writing import Target, write_records
from socialmap.imports.xlsx import read_workbook, visible_sheets
from socialmap.model import RECORD_TYPES, RecordType
from socialmap.problems import Origin, Place, Problem

Kind = Literal["csv", "xlsx", "hsds"]
Profile = Callable[[Sequence[str], Sequence[Sequence[str]]], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import: the kind of source, the file or folder, the mapping as read from YAML, and the data folder.

    `language` is the one that the target's texts have without a mark; `words` is how its editors write keys, and
    `write_phone` how a number of the source's country is called from theirs.
    """

    kind: Kind
    source: Path
    mapping: object
    mapping_file: str
    into: Path
    words: Words
    language: str = "nl"
    replace: bool = False
    write_phone: Write = as_it_is

    @property
    def target(self) -> Target:
        """Where the records go."""
        return Target(self.into, self.words, self.language)


@dataclass(frozen=True, slots=True)
class _Source:
    """The rows of a source after mapping, and the profile of its columns."""

    parts: tuple[TableRows, ...]
    columns: tuple[ColumnProfile, ...] = ()
    unused_tables: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def run_import(
    request: ImportRequest, *, validate: Validate, profile: Profile, trial: Trial = no_trial
) -> ImportOutcome:
    """The account of an import; what it names is written in the data folder, and nothing when it stopped.

    `validate` judges a record by itself, and `trial` all of them where they will stand.
    """
    mapping = read_mapping(request.mapping, file=request.mapping_file)
    if not isinstance(mapping, ImportMapping):
        return ImportOutcome(stopped=mapping)
    try:
        source = _read(request, mapping, profile)
        beside = () if source.problems else _beside(request, mapping, validate)
        wrong = (*source.problems, *(part for part in beside if isinstance(part, Problem)))
        if wrong:
            return ImportOutcome(stopped=wrong)
        also = tuple(part for part in beside if isinstance(part, Settled))
        checks = _checks(request, mapping, validate, lambda found: trial((*also, *found)))
        settlement = settle(_all_rows(source.parts, _phone_writer(request, mapping)), checks=checks)
        if settlement.stopping:
            return ImportOutcome(stopped=_in_mapping(settlement.stopping, request))
        records = (*also, *settlement.records)
        write_records(records, target=request.target)
    except UnreadableSourceError as fault:
        return ImportOutcome(stopped=(Problem(fault.code, fault.place, fault.params),))
    return _account(source, settlement, records)


def _read(request: ImportRequest, mapping: ImportMapping, profile: Profile) -> _Source:
    if not request.source.exists():
        raise UnreadableSourceError("import-source", file=request.source.name)
    shaper = Shaper(mapping.language, request.words)
    if request.kind == "hsds" and not mapping.tables:
        return _Source((read_hsds(request.source, mapping=mapping, shaper=shaper),))
    if not mapping.tables:
        raise UnreadableSourceError("import-no-tables", file=request.mapping_file)
    found = [(spec, _table(request, spec)) for spec in mapping.tables]
    problems = [problem for spec, table in found for problem in _problems(request, spec, table, shaper)]
    if problems:
        return _Source((), problems=tuple(problems))
    parts = tuple(sketch_table(table, spec=spec, mapping=mapping, shaper=shaper) for spec, table in found)
    columns = tuple(column for spec, table in found for column in _profiled(table, spec, profile))
    return _Source(parts, columns, _unused_tables(request, mapping))


def _table(request: ImportRequest, spec: TableSpec) -> Table:
    if request.kind == "xlsx":
        return _sheet(request, spec)
    return read_table(_file(request, spec))


def _sheet(request: ImportRequest, spec: TableSpec) -> Table:
    path = _file(request, spec)
    names = visible_sheets(path)
    named = spec.sheet or (names[0] if names else "")
    found = read_workbook(path, sheets=(named,)) if named in names else ()
    if not found and named in names:
        raise UnreadableSourceError("import-empty", file=f"{path.name}#{named}")
    if not found:
        raise UnreadableSourceError(
            "import-table", file=request.mapping_file, table=spec.sheet, tables=", ".join(names)
        )
    return found[0]


def _file(request: ImportRequest, spec: TableSpec) -> Path:
    if request.source.is_file():
        return request.source
    names = sorted(path.name for path in request.source.iterdir() if path.is_file())
    if spec.file not in names:
        raise UnreadableSourceError("import-table", file=request.mapping_file, table=spec.file, tables=", ".join(names))
    return request.source / spec.file


def _unused_tables(request: ImportRequest, mapping: ImportMapping) -> tuple[str, ...]:
    if request.kind == "xlsx" and request.source.is_file():
        named = {spec.sheet for spec in mapping.tables}
        return tuple(name for name in visible_sheets(request.source) if name not in named) if "" not in named else ()
    files = sorted(request.source.glob("*.csv")) if request.source.is_dir() else []
    return tuple(path.name for path in files if path.name not in {spec.file for spec in mapping.tables})


def _problems(request: ImportRequest, spec: TableSpec, table: Table, shaper: Shaper) -> Iterator[Problem]:
    return mapping_problems(table, spec=spec, shaper=shaper, file=request.mapping_file)


def _profiled(table: Table, spec: TableSpec, profile: Profile) -> Iterator[ColumnProfile]:
    unused = unused_columns(table, spec=spec)
    types = profile(table.columns, [row.cells for row in table.rows if not row.blank])
    for column in table.columns:
        yield ColumnProfile(table.name, column, types.get(column, ""), column not in unused)


def _beside(request: ImportRequest, mapping: ImportMapping, validate: Validate) -> tuple[Settled | Problem, ...]:
    shaper = Shaper(mapping.language, request.words)
    made = (_one_beside(dict(written), request, mapping, shaper, validate) for written in mapping.also)
    return tuple(part for parts in made for part in parts)


def _one_beside(
    written: Values, request: ImportRequest, mapping: ImportMapping, shaper: Shaper, validate: Validate
) -> tuple[Settled | Problem, ...]:
    named = written.pop("type", "")
    kind = next((kind for kind in RECORD_TYPES if kind == named), None)
    place = Place(request.mapping_file, field="also")
    if kind is None:
        params = {"key": "type", "value": str(named), "expected": ", ".join(RECORD_TYPES)}
        return (Problem("import-mapping-choice", place, params),)
    shape = record_shape(kind)
    common = {name: value for name, value in mapping.defaults.items() if shape.field(shaper.key(shape, name))}
    values = shaper.group(shape, lifted_values({**common, **mapping.each.get(kind, {}), **written}))
    values = callable_phones(values, write=_phone_writer(request, mapping))
    chosen = str(values.get("id", ""))
    if request.target.existing(kind, chosen):
        return ()
    return validate(kind, values, Origin(request.mapping_file)) or (Settled(kind, chosen, values),)


def _all_rows(parts: Iterable[TableRows], write: Callable[[str], str]) -> list[SketchedRow]:
    return [replace(row, sketches=_with_phones(row.sketches, write)) for part in parts for row in part.rows]


def _with_phones(sketches: Iterable[Sketch], write: Callable[[str], str]) -> tuple[Sketch, ...]:
    return tuple(replace(sketch, values=callable_phones(sketch.values, write=write)) for sketch in sketches)


def _phone_writer(request: ImportRequest, mapping: ImportMapping) -> Callable[[str], str]:
    country = country_of(mapping)
    return lambda number: request.write_phone(number, country) if country else number


def _in_mapping(problems: Iterable[Problem], request: ImportRequest) -> tuple[Problem, ...]:
    fields = ((problem, ".".join(("also", *map(str, problem.path)))) for problem in problems)
    return tuple(replace(problem, place=Place(request.mapping_file, field=field)) for problem, field in fields)


def _checks(request: ImportRequest, mapping: ImportMapping, validate: Validate, trial: Trial) -> Checks:
    messages = read_messages(mapping.language)
    label, hours = messages.fill("set-aside-label"), messages.fill("hours-label")
    aside = Aside(mapping.set_aside, mapping.language, hours, label)
    return Checks(validate, (lambda _kind, _id: "") if request.replace else request.target.existing, aside, trial)


def _account(source: _Source, settlement: Settlement, records: Sequence[Settled]) -> ImportOutcome:
    by_type: dict[RecordType, tuple[str, ...]] = {
        kind: tuple(record.id for record in records if record.type == kind) for kind in RECORD_TYPES
    }
    return ImportOutcome(
        rows_in=sum(part.rows_in for part in source.parts),
        rows_out=settlement.rows_out,
        blank=sum(part.blank for part in source.parts),
        skipped=sum(part.skipped for part in source.parts),
        records={kind: ids for kind, ids in by_type.items() if ids},
        refused=settlement.refused,
        notes=settlement.notes,
        columns=source.columns,
        unused_tables=source.unused_tables,
    )
