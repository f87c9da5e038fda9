"""The records of a project as a workbook or as tables, for who would rather work in a spreadsheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from socialmap.edit.saving import save_all
from socialmap.exports.reminders import write_worklist
from socialmap.exports.workbook import Head, Sheet, write_workbook
from socialmap.model import RECORD_TYPES, RecordType, Term
from socialmap.model.raw import RawRecord
from socialmap.pipeline.handbook.dictionary import explained
from socialmap.pipeline.load import load_data
from socialmap.pipeline.project import PACKAGE, Project
from socialmap.pipeline.sheets import SheetColumn, SheetForm, sheet_form
from socialmap.sources.loading import MODELS, make_loader
from socialmap.sources.vocabularies import term_words
from socialmap.sources.words import Words, read_words
from socialmap.sources.yaml_reader import read_settings_yaml

WORDS = PACKAGE / "report" / "sheets"
EXPLANATIONS = "handbook/explanations.nl.yml"
ELSEWHERE = {"nl": "(staat in het bestand)", "en": "(stands in the file)"}
YES_NO = ("true", "false")


@dataclass(frozen=True, slots=True)
class Sheets:
    """The municipality's own records of each type, with how they stand in a sheet."""

    words: Words
    forms: Mapping[RecordType, SheetForm]
    records: Mapping[RecordType, tuple[RawRecord, ...]]
    vocabularies: Mapping[str, Mapping[str, Term]]

    def name(self, kind: RecordType) -> str:
        """The name of the sheet of a type."""
        return self.words.types[kind][0]


def read_sheets(project: Project) -> Sheets:
    """The records of a project as sheets; the national ones are not the municipality's to change."""
    settings = project.settings
    words = read_words(settings.editor_language)
    vocabularies = load_data(project.data, settings=settings).catalogue.vocabularies
    terms = ((name, term) for name, table in vocabularies.items() for term in table.values())
    loader = make_loader(project.data, words=words, terms=term_words(terms))
    found: dict[RecordType, list[RawRecord]] = {kind: [] for kind in RECORD_TYPES}
    for record in loader.load().records:
        found[record.type].append(record)
    elsewhere = ELSEWHERE.get(settings.editor_language, ELSEWHERE["en"])
    forms = {
        kind: sheet_form(kind, by=loader.readers[kind], languages=settings.languages, elsewhere=elsewhere)
        for kind in RECORD_TYPES
    }
    return Sheets(words, forms, {kind: tuple(sorted(each, key=_id)) for kind, each in found.items()}, vocabularies)


def export_workbook(project: Project, *, into: Path) -> int:
    """Write the workbook of a project, and say how many records it holds.

    Raises:
        OSError: when the file cannot be written.
    """
    sheets = read_sheets(project)
    texts = _explanations(project)
    made = (_sheet(sheets, kind, texts) for kind in RECORD_TYPES)
    save_all({into: write_workbook(made, title=project.settings.site_name)})
    return sum(map(len, sheets.records.values()))


def export_tables(project: Project, *, into: Path) -> int:
    """Write a table per record type in a folder, and say how many records they hold.

    Raises:
        OSError: when a file cannot be written; then none is.
    """
    sheets = read_sheets(project)
    into.mkdir(parents=True, exist_ok=True)
    save_all({into / f"{sheets.name(kind)}.csv": _table(sheets, kind) for kind in RECORD_TYPES})
    return sum(map(len, sheets.records.values()))


def sheet_words(language: str) -> dict[str, str]:
    """What the commands of spreadsheets say in a language; English where there are no words in it."""
    path = WORDS / f"{language}.yml"
    value = read_settings_yaml((path if path.is_file() else WORDS / "en.yml").read_text("utf-8"))
    return {str(key): str(text) for key, text in value.items()} if isinstance(value, Mapping) else {}


def _id(record: RawRecord) -> str:
    return record.id


def _table(sheets: Sheets, kind: RecordType) -> bytes:
    form = sheets.forms[kind]
    used = _used_columns(form, sheets.records[kind])
    rows = ([row[column.key] for column in used] for record in sheets.records[kind] for row in form.rows(record))
    return write_worklist([column.key for column in used], rows)


def _used_columns(form: SheetForm, records: Iterable[RawRecord]) -> tuple[SheetColumn, ...]:
    """The columns in which something stands, and those that every record needs."""
    filled = {key for record in records for row in form.rows(record) for key, cell in row.items() if cell}
    return tuple(each for each in form.columns if each.key in filled or each.field.required)


def _sheet(sheets: Sheets, kind: RecordType, texts: Mapping[str, str]) -> Sheet:
    form = sheets.forms[kind]
    heads = tuple(_head(column, kind, sheets, texts) for column in form.columns)
    return Sheet(sheets.name(kind), heads, tuple(row for record in sheets.records[kind] for row in form.rows(record)))


def _head(column: SheetColumn, kind: RecordType, sheets: Sheets, texts: Mapping[str, str]) -> Head:
    field = column.field
    long = field.localized and field.name != "name"
    note = texts.get(explained(MODELS[kind], column.path[0]), field.description)
    return Head(column.key, note, _choices(column, sheets), field.many or column.is_word, long)


def _choices(column: SheetColumn, sheets: Sheets) -> tuple[str, ...]:
    field, write = column.field, sheets.words.write_word
    if field.vocabulary:
        return (*sheets.vocabularies.get(field.vocabulary, {}), *map(write, field.also))
    if field.kind == "boolean":
        return tuple(map(write, YES_NO))
    return tuple(map(write, field.words))


def _explanations(project: Project) -> Mapping[str, str]:
    path = next(folder / EXPLANATIONS for folder in project.overrides if (folder / EXPLANATIONS).is_file())
    value = read_settings_yaml(path.read_text("utf-8"))
    return {str(key): str(text) for key, text in value.items()} if isinstance(value, Mapping) else {}
