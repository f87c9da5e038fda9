"""A workbook or tables that editors changed, taken back: what is different, where it is written, and whether it holds.

Only cells that differ from what the files say now become changes, so a workbook that nobody touched changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from socialmap.edit.diffs import Edit
from socialmap.imports.grid import Table
from socialmap.imports.tables import read_table
from socialmap.imports.xlsx import read_workbook
from socialmap.model import RecordType
from socialmap.model.raw import Raw, RawRecord
from socialmap.pipeline.confirming import make_keys
from socialmap.pipeline.edits import Edits
from socialmap.pipeline.entries_in_yaml import record_text, set_entries
from socialmap.pipeline.exporting import Sheets, read_sheets
from socialmap.pipeline.project import Project
from socialmap.pipeline.setting_values import set_in_rows
from socialmap.pipeline.sheets import Cells, Rows, SheetForm
from socialmap.text.words import fold


@dataclass(frozen=True, slots=True)
class Refused:
    """A change that cannot be made from a spreadsheet: where it stands, and the word for why."""

    sheet: str
    record: str
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What a workbook changes: the edits of files, how many records are new, and what is refused."""

    edits: tuple[Edit, ...] = ()
    new: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(slots=True)
class _Work:
    """The edits so far, the new records, and what was refused."""

    project: Project
    sheets: Sheets
    edits: Edits
    new: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def take_back(project: Project, source: Path) -> Taken:
    """What the workbook (`.xlsx`), table (`.csv`) or folder of tables would change; writes nothing.

    Raises:
        UnreadableSourceError: the source cannot be read.
    """
    work = _Work(project, read_sheets(project), Edits(project.data))
    names = {fold(name): kind for kind in work.sheets.forms for name in (work.sheets.name(kind), kind)}
    for table in _tables(source):
        kind = names.get(fold(table.sheet or Path(table.file).stem))
        if kind is None:
            work.refused.append(Refused(table.sheet or table.file, "", "", "sheet"))
        else:
            _take_table(work, kind, table)
    return Taken(work.edits.made(), tuple(work.new), tuple(work.refused))


def _tables(source: Path) -> Iterator[Table]:
    if source.suffix.lower() == ".xlsx":
        yield from read_workbook(source)
    elif source.is_dir():
        yield from (read_table(path) for path in sorted(source.glob("*.csv")))
    else:
        yield read_table(source)


def _take_table(work: _Work, kind: RecordType, table: Table) -> None:
    form, known = work.sheets.forms[kind], {record.id: record for record in work.sheets.records[kind]}
    for column in table.columns:
        if column not in {each.key for each in form.columns}:
            work.refused.append(Refused(work.sheets.name(kind), "", column, "column"))
    for row in table.rows:
        for ordinal, _ in row.faults:
            column = table.columns[ordinal] if ordinal < len(table.columns) else ""
            work.refused.append(Refused(work.sheets.name(kind), str(row.line), column, "fault"))
    for name, rows in _by_record(form, table).items():
        if name in known:
            _take_record(work, form, known[name], rows)
        else:
            _take_new(work, form, name, rows)


def _by_record(form: SheetForm, table: Table) -> Mapping[str, Rows]:
    """The rows of each record, by its id; a column that the sheet does not have is left out."""
    found: dict[str, list[Cells]] = {}
    known = {column.key for column in form.columns}
    for row in table.rows:
        cells = {
            key: cell.strip().replace("\r\n", "\n")
            for key, cell in zip(table.columns, row.cells, strict=False)
            if key in known
        }
        if any(cells.values()):
            found.setdefault(cells.get("id", ""), []).append(cells)
    return {name: tuple(rows) for name, rows in found.items()}


def _take_record(work: _Work, form: SheetForm, record: RawRecord, rows: Rows) -> None:
    now = form.rows(record)
    columns = _different(form, now, rows)
    for column in [each for each in columns if form.elsewhere in (now[0].get(each), rows[0].get(each))]:
        work.refused.append(Refused(work.sheets.name(form.kind), record.id, column, "elsewhere"))
        columns.remove(column)
    if not columns:
        return
    keys, file = make_keys(form.kind, work.sheets.words), record.origin.file
    try:
        if file.endswith(".csv"):
            cells = [{key: row.get(key, "") for key in columns} for row in rows]
            work.edits.put(file, set_in_rows(work.edits.text(file), record.id, cells, keys=keys))
        else:
            work.edits.put(file, set_entries(work.edits.text(file), _entries(form, columns, rows), keys=keys))
    except ValueError:
        work.refused.extend(Refused(work.sheets.name(form.kind), record.id, column, "place") for column in columns)


def _different(form: SheetForm, now: Rows, rows: Rows) -> list[str]:
    """The columns that say something else; one that the sheet left out says nothing."""
    return [
        column.key
        for column in form.columns
        if column.key in rows[0] and column.key != "id" and _said(column.key, now) != _said(column.key, rows)
    ]


def _said(key: str, rows: Rows) -> tuple[str, ...]:
    said = [row.get(key, "").strip().replace("\r\n", "\n") for row in rows]
    while said and not said[-1]:
        said.pop()
    return tuple(said)


def _entries(form: SheetForm, columns: Iterable[str], rows: Rows) -> dict[str, Raw | None]:
    """The entries of the record's file in which a changed column stands, with all that the sheet says of them."""
    values = form.values(rows)
    return {head: values.get(head) for head in dict.fromkeys(column.partition(".")[0] for column in columns)}


def _take_new(work: _Work, form: SheetForm, name: str, rows: Rows) -> None:
    sheet = work.sheets.name(form.kind)
    file = f"{sheet}/{name}.yml"
    if not name or (work.project.data / file).exists():
        work.refused.append(Refused(sheet, name, "id", "id"))
        return
    work.edits.put(file, record_text(form.values(rows)))
    work.new.append(f"{sheet}/{name}")
