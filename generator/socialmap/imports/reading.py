"""The source of an import as mapped rows, and what a steward should know of it; called by `run`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from socialmap.imports.agreement import mapping_problems, unknown_settings
from socialmap.imports.doubts import doubts_about, header_problem
from socialmap.imports.grid import Table, UnreadableSourceError
from socialmap.imports.hsds import read_hsds
from socialmap.imports.mapping import ImportMapping, TableSpec
from socialmap.imports.outcome import ColumnProfile
from socialmap.imports.request import ImportRequest
from socialmap.imports.rows import TableRows, sketch_table, unused_columns
from socialmap.imports.shaping import Shaper
from socialmap.imports.tables import read_table
from socialmap.imports.xlsx import read_workbook, sheet_names
from socialmap.problems import Place, Problem

Profile = Callable[[Sequence[str], Sequence[Sequence[str]]], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of a source after mapping, the profile of its columns, and what is left aside or doubtful in it."""

    parts: tuple[TableRows, ...]
    columns: tuple[ColumnProfile, ...] = ()
    unused_tables: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_source(request: ImportRequest, mapping: ImportMapping, profile: Profile) -> Source:
    """The rows of a source as the mapping reads them, or the problems for which it cannot be read that way.

    Raises:
        UnreadableSourceError: a file or sheet is not there, or cannot be read at all.
    """
    if not request.source.exists():
        raise UnreadableSourceError("import-source", file=request.source.name)
    shaper = Shaper(mapping.language, request.words)
    wrong = tuple(unknown_settings(mapping, shaper=shaper, file=request.mapping_file))
    if wrong:
        return Source((), problems=wrong)
    if request.kind == "hsds" and not mapping.tables:
        return Source((read_hsds(request.source, mapping=mapping, shaper=shaper),))
    if not mapping.tables:
        raise UnreadableSourceError("import-no-tables", file=request.mapping_file)
    found = [(spec, _table(request, spec)) for spec in mapping.tables]
    problems = [
        problem
        for number, (spec, table) in enumerate(found)
        for problem in _problems(request, spec, table, shaper, number)
    ]
    if problems:
        return Source((), problems=tuple(problems))
    parts = tuple(sketch_table(table, spec=spec, mapping=mapping, shaper=shaper) for spec, table in found)
    columns = tuple(column for spec, table in found for column in _profiled(table, spec, profile))
    doubts = tuple(doubt for _, table in found for doubt in doubts_about(table))
    return Source(parts, columns, _unused_tables(request, mapping), (*_hidden_sheets(request), *doubts))


def _table(request: ImportRequest, spec: TableSpec) -> Table:
    if request.kind == "xlsx":
        return _sheet(request, spec)
    return read_table(_file(request, spec))


def _sheet(request: ImportRequest, spec: TableSpec) -> Table:
    path = _file(request, spec)
    names = sheet_names(path)
    named = spec.sheet or next(iter(names.visible), "")
    if named in names.hidden:
        raise UnreadableSourceError("import-sheet-hidden", file=f"{path.name}#{named}", sheet=named)
    if named not in names.visible:
        tables = ", ".join(names.visible)
        raise UnreadableSourceError("import-table", file=request.mapping_file, table=spec.sheet, tables=tables)
    found = read_workbook(path, sheets=(named,))
    if not found:
        raise UnreadableSourceError("import-empty", file=f"{path.name}#{named}")
    return found[0]


def _file(request: ImportRequest, spec: TableSpec) -> Path:
    if request.source.is_file():
        return request.source
    names = sorted(path.name for path in request.source.iterdir() if path.is_file())
    if not spec.file:
        raise UnreadableSourceError("import-table-unnamed", file=request.mapping_file, tables=", ".join(names))
    if spec.file not in names:
        raise UnreadableSourceError("import-table", file=request.mapping_file, table=spec.file, tables=", ".join(names))
    return request.source / spec.file


def _unused_tables(request: ImportRequest, mapping: ImportMapping) -> tuple[str, ...]:
    if request.kind == "xlsx" and request.source.is_file():
        visible = sheet_names(request.source).visible
        named = {spec.sheet or visible[0] for spec in mapping.tables}
        return tuple(name for name in visible if name not in named)
    files = sorted(request.source.glob("*.csv")) if request.source.is_dir() else []
    return tuple(path.name for path in files if path.name not in {spec.file for spec in mapping.tables})


def _hidden_sheets(request: ImportRequest) -> Iterator[Problem]:
    if request.kind == "xlsx" and request.source.is_file():
        for name in sheet_names(request.source).hidden:
            yield Problem("import-sheet-not-read", Place(f"{request.source.name}#{name}"), {"sheet": name})


def _problems(request: ImportRequest, spec: TableSpec, table: Table, shaper: Shaper, number: int) -> Iterator[Problem]:
    wrong_header = header_problem(table, spec=spec)
    if wrong_header:
        yield wrong_header
    else:
        at = ("tables", number)
        yield from mapping_problems(table, spec=spec, shaper=shaper, file=request.mapping_file, at=at)


def _profiled(table: Table, spec: TableSpec, profile: Profile) -> Iterator[ColumnProfile]:
    unused = unused_columns(table, spec=spec)
    types = profile(table.columns, [row.cells for row in table.rows if not row.blank])
    for column in table.columns:
        yield ColumnProfile(table.name, column, types.get(column, ""), column not in unused)
