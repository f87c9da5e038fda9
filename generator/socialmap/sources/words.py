"""How editors write the model's keys and fixed words in their language; the one translation table of the house."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath

from socialmap.model import RECORD_TYPES, RecordType
from socialmap.model.shape import FieldShape
from socialmap.sources.yaml_plain import read_plain_yaml
from socialmap.text.words import fold

FOLDER = FilePath(__file__).parent / "words"
PUBLIC_NOTE = "public_note"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one editors' language: the ways to write each key and fixed word (first is ours)."""

    language: str
    types: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]

    def write_key(self, key: str) -> str:
        """The key as socialmap writes it in this language."""
        return self.keys.get(key, (key,))[0]

    def write_field(self, field: FieldShape) -> str:
        """The key of a field; a note that everybody may read is not called internal."""
        key = self.write_key(PUBLIC_NOTE) if field.name == "note" and not field.internal else PUBLIC_NOTE
        return self.write_key(field.name) if key == PUBLIC_NOTE else key

    def write_word(self, word: str) -> str:
        """The fixed word as socialmap writes it in this language."""
        return self.words.get(word, (word,))[0]

    def key_table(self, names: Iterable[str]) -> dict[str, str]:
        """Every way to write the keys of one group of fields, to the key itself."""
        table = {written: name for name in names for written in (*self.keys.get(name, ()), name)}
        return table | {fold(written): name for written, name in table.items()}

    def word_table(self, words: Iterable[str]) -> dict[str, str]:
        """Every way to write these fixed words, folded, to the word itself."""
        return {fold(written): word for word in words for written in (word, *self.words.get(word, ()))}

    def type_table(self) -> dict[str, RecordType]:
        """Every way to write a record type (folder, table or in a reference), to the type."""
        return {fold(written): kind for kind in RECORD_TYPES for written in (kind, f"{kind}s", *self.types[kind])}


def read_words(language: str) -> Words:
    """The words of an editors' language; those of every other language read the same."""
    own, *others = (_read_tables(name) for name in (language, *_other_languages(language)))
    types: dict[str, tuple[str, ...]] = {
        kind: _ways(kind, f"{kind}s", own.types, others, "types") for kind in RECORD_TYPES
    }
    keys = {key: _ways(key, key, own.keys, others, "keys") for table in (own, *others) for key in table.keys}
    words = {word: _ways(word, word, own.words, others, "words") for table in (own, *others) for word in table.words}
    return Words(language, types, keys, words)


def _other_languages(language: str) -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.yml") if path.stem != language)


def _ways(
    key: str, english: str, own: Mapping[str, tuple[str, ...]], others: Iterable[Words], table: str
) -> tuple[str, ...]:
    beside = (way for other in others for way in getattr(other, table).get(key, ()))
    return tuple(dict.fromkeys((*own.get(key, ()), english, *beside)))


def _read_tables(language: str) -> Words:
    path = FOLDER / f"{language}.yml"
    if not path.is_file():
        return Words(language, {}, {}, {})
    value = read_plain_yaml(path.read_text("utf-8"))
    if not isinstance(value, dict):
        raise TypeError(f"{path} holds no table of words")
    tables = (_table(value.get(name)) for name in ("types", "keys", "words"))
    return Words(language, *tables)


def _table(value: object) -> dict[str, tuple[str, ...]]:
    return {str(key): tuple(map(str, ways)) for key, ways in value.items()} if isinstance(value, dict) else {}
