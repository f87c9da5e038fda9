"""The texts of records that need a translation, as rows with the mark of the text that each is of.

A text goes out to a translator as a table or as XLIFF; `translations_back` takes it in again.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from socialmap.catalogue import Key
from socialmap.derive.translating import TO_DO, TextState, source_fingerprint, text_states
from socialmap.exports.reminders import write_worklist
from socialmap.exports.xliff import write_xliff
from socialmap.model import RECORD_TYPES
from socialmap.pipeline.load import Data, load_data
from socialmap.pipeline.project import Project
from socialmap.sources.words import Words, read_words
from socialmap.text.xliff import TranslationUnit, Version

XLIFF = frozenset((".xlf", ".xliff"))
COLUMNS = ("record", "field", "language", "state", "source", "target", "mark")
HEADS: Mapping[str, tuple[str, ...]] = {
    "nl": ("record", "veld", "taal", "stand", "tekst", "vertaling", "kenmerk"),
    "en": ("record", "field", "language", "state", "text", "translation", "mark"),
}
STATES: Mapping[str, Mapping[str, str]] = {
    "nl": {"missing": "ontbreekt", "stale": "verouderd", "draft": "concept", "reviewed": "nagekeken", "unmarked": ""},
    "en": {"missing": "missing", "stale": "stale", "draft": "draft", "reviewed": "reviewed", "unmarked": ""},
}


def texts_to_translate(
    project: Project, *, languages: tuple[str, ...] = (), every: bool = False
) -> tuple[TranslationUnit, ...]:
    """The texts of a project that are missing, stale or drafts, or `every` text, in these languages (else in all)."""
    data, words = load_data(project.data, settings=project.settings), _words(project)
    wanted = languages or project.settings.languages[1:]
    return tuple(
        _row(key, state, words)
        for key, state in _states(data, (project.settings.languages[0], *wanted))
        if every or state.state in TO_DO
    )


def write_texts(rows: tuple[TranslationUnit, ...], *, language: str) -> bytes:
    """The texts as a table that Excel and every translator opens."""
    heads, states = HEADS.get(language, HEADS["en"]), STATES.get(language, STATES["en"])
    cells = ((r.record, r.field, r.language, states[r.state], r.source, r.target, r.mark) for r in rows)
    return write_worklist(heads, cells)


def xliff_files(
    rows: tuple[TranslationUnit, ...], *, source: str, into: Path, version: Version = "2.0"
) -> Mapping[Path, bytes]:
    """The texts as XLIFF by file: `into` itself, or one beside it per language where there are several.

    A file of XLIFF holds one language, as it goes to one translator.
    """
    languages = tuple(dict.fromkeys(row.language for row in rows))
    return {
        into if len(languages) == 1 else into.with_stem(f"{into.stem}-{language}"): write_xliff(
            (row for row in rows if row.language == language),
            source=source,
            target=language,
            version=version,
        )
        for language in languages
    }


def _words(project: Project) -> Words:
    return read_words(project.settings.editor_language)


def _states(data: Data, languages: tuple[str, ...]) -> Iterator[tuple[Key, TextState]]:
    for kind in RECORD_TYPES:
        for name, record in data.catalogue.records(kind).items():
            if record.status != "stopped" and kind != "role" and (kind, name) not in data.catalogue.national:
                yield from (((kind, name), state) for state in text_states(record, languages=languages))


def _row(key: Key, state: TextState, words: Words) -> TranslationUnit:
    record = f"{words.types[key[0]][0]}/{key[1]}"
    mark = source_fingerprint(state.source)
    return TranslationUnit(
        record, words.write_key(state.field), state.language, state.state, state.source, state.target, mark
    )
