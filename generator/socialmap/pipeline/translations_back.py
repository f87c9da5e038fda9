"""Translated texts taken back: each beside its source, marked as a draft or reviewed and with the text it was made of.

A text whose source changed meanwhile is refused, as the translation would be of another text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from socialmap.catalogue import Key
from socialmap.derive.translating import source_fingerprint
from socialmap.edit.diffs import Edit
from socialmap.imports.tables import read_table
from socialmap.imports.xliff import read_xliff
from socialmap.imports.xlsx import read_workbook
from socialmap.model.raw import Raw, RawRecord
from socialmap.pipeline.confirming import make_keys
from socialmap.pipeline.edits import Edits
from socialmap.pipeline.entries_in_yaml import set_entries
from socialmap.pipeline.exporting import Sheets, read_sheets
from socialmap.pipeline.formatting import stay_canonical
from socialmap.pipeline.project import Project
from socialmap.pipeline.setting_values import Keys, set_in_rows
from socialmap.pipeline.translating import COLUMNS, HEADS, STATES, XLIFF, texts_to_translate
from socialmap.text.words import fold
from socialmap.text.xliff import TranslationUnit

Marks = dict[str, Raw]
WORDS: Mapping[str, str] = {fold(word): state for states in STATES.values() for state, word in states.items()}


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back: the edits of files, how many texts changed, and the refused rows, each with the word for why."""

    edits: tuple[Edit, ...] = ()
    texts: int = 0
    refused: tuple[tuple[TranslationUnit, str], ...] = ()


@dataclass(slots=True)
class _Work:
    """The edits so far by file, what was refused, and the marks of each record as they become."""

    project: Project
    sheets: Sheets
    edits: Edits
    refused: list[tuple[TranslationUnit, str]] = field(default_factory=list)
    marks: dict[Key, Marks] = field(default_factory=dict)


def take_texts(project: Project, source: Path) -> Returned:
    """What a translated table, workbook or XLIFF changes in the files of the records; writes nothing.

    A text that comes back as it went out changes nothing, also where it is stale or a draft.

    Raises:
        UnreadableSourceError: the source cannot be read.
    """
    work = _Work(project, read_sheets(project), Edits(project.data))
    languages = project.settings.languages[1:]
    sent = frozenset(map(_sent, texts_to_translate(project, languages=languages, every=True)))
    texts = sum(_take(work, row) for row in _read(source) if row.target and _sent(row) not in sent)
    return Returned(stay_canonical(work.edits.made(), project), texts, tuple(work.refused))


def _sent(row: TranslationUnit) -> tuple[str, ...]:
    """What a row says, so that one that nobody touched is known again."""
    target = " ".join(row.target.split())
    return row.record, row.field, row.language, WORDS.get(fold(row.state), row.state), target, row.mark


def _read(source: Path) -> Iterator[TranslationUnit]:
    if source.suffix.lower() in XLIFF:
        yield from read_xliff(source)
        return
    tables = read_workbook(source) if source.suffix.lower() == ".xlsx" else (read_table(source),)
    named = {fold(head): column for heads in HEADS.values() for head, column in zip(heads, COLUMNS, strict=True)}
    for table in tables:
        columns = [named.get(fold(column), "") for column in table.columns]
        for row in table.rows:
            cells = {name: cell.strip() for name, cell in zip(columns, row.cells, strict=False) if name}
            yield TranslationUnit(**{column: cells.get(column, "") for column in COLUMNS})


def _take(work: _Work, row: TranslationUnit) -> bool:
    """Put a translated text beside its source; whether that changed anything."""
    record = _record_of(work.sheets, row.record)
    if record is None:
        return _refuse(work, row, "unknown_record")
    keys = make_keys(record.type, work.sheets.words)
    source = _source_of(work, record, keys.field(row.field), row.language)
    if source is None:
        return _refuse(work, row, "unknown_text")
    if row.mark != source_fingerprint(source):
        return _refuse(work, row, "source_changed")
    try:
        return _put(work, record, row, keys)
    except ValueError:
        return _refuse(work, row, "unknown_text")


def _record_of(sheets: Sheets, reference: str) -> RawRecord | None:
    written, _, name = reference.partition("/")
    kind = sheets.words.type_table().get(fold(written))
    return next((record for record in sheets.records[kind] if record.id == name), None) if kind else None


def _source_of(work: _Work, record: RawRecord, name: str, language: str) -> str | None:
    """The text that a translation is of; nothing where the field has none, or the site does not speak the language."""
    settings, texts = work.project.settings, record.values.get(name)
    source = texts.get(settings.language) if isinstance(texts, dict) else None
    return source if isinstance(source, str) and language in settings.languages[1:] else None


def _put(work: _Work, record: RawRecord, row: TranslationUnit, keys: Keys) -> bool:
    words, name = work.sheets.words, keys.field(row.field)
    file, key = record.origin.file, f"{words.write_key(name)}@{row.language}"
    before = work.edits.text(file)
    if file.endswith(".csv"):
        places = record.values.get("locations")
        count = max(1, len(places)) if isinstance(places, list) else 1
        after = set_in_rows(before, record.id, [{key: row.target}] * count, keys=keys)
    else:
        marks = _marked(work, record, row, name)
        entries: Mapping[str, Raw | None] = {key: row.target, words.write_key("translations"): _told(work, marks)}
        after = set_entries(before, entries, keys=keys)
    return work.edits.put(file, after)


def _marked(work: _Work, record: RawRecord, row: TranslationUnit, name: str) -> Marks:
    """The marks of a record, with that of this text."""
    written = record.values.get("translations")
    known = work.marks.setdefault((record.type, record.id), dict(written) if isinstance(written, dict) else {})
    old = known.get(row.language)
    sources = old.get("source") if isinstance(old, dict) else None
    made_from: Marks = {**(sources if isinstance(sources, dict) else {}), name: row.mark}
    known[row.language] = {"status": _status(row.state), "source": made_from}
    return known


def _told(work: _Work, marks: Marks) -> Raw:
    """The marks of all languages in the editors' words."""
    write = work.sheets.words
    told: Marks = {}
    for language, each in marks.items():
        if isinstance(each, dict):
            sources = each.get("source")
            named: Raw = {write.write_key(f): m for f, m in sources.items()} if isinstance(sources, dict) else {}
            status = write.write_word(str(each.get("status", "draft")))
            told[language] = {write.write_key("status"): status, write.write_key("source"): named}
    return told


def _refuse(work: _Work, row: TranslationUnit, why: str) -> bool:
    work.refused.append((row, why))
    return False


def _status(written: str) -> str:
    """How far a translation is that came back: reviewed when that is what it says, else a draft."""
    return "reviewed" if WORDS.get(fold(written)) == "reviewed" else "draft"
