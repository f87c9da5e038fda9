"""From what editors wrote to the model's own keys and words; the one place where the translation table is applied.

Keys and fixed words become English, `naam@en` becomes a value per language, shorthands become groups, terms become
their ids. A word that nobody knows stays as it is: validation and the catalogue say so with a suggestion.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from socialmap.model.fields import RecordType
from socialmap.model.raw import Raw
from socialmap.model.shape import FieldShape, Shape
from socialmap.problems import Path, Place, Problem, fault
from socialmap.sources.words import Words
from socialmap.text.words import fold, nearest

LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$")
DUTCH_DATE = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
DECIMAL_COMMA = re.compile(r"^-?\d+,\d+$")
Terms = Mapping[str, Mapping[str, str]]
Take = Callable[[Raw, Path, "Faults"], Raw]


@dataclass(slots=True)
class Faults:
    """The faults of one record while it is read, each with the path in the editor's own keys."""

    found: list[tuple[Path, Problem]]

    def add(self, code: str, path: Path, /, *, suggestion: str = "", **params: object) -> None:
        """Add one fault; its place in the file is looked up later, only when there is one."""
        self.found.append((path, fault(code, Place(""), suggestion=suggestion, **params)))


@dataclass(frozen=True, slots=True)
class Normaliser:
    """Turns the values of one group of fields into the model's own; made once per model."""

    shape: Shape
    keys: Mapping[str, str]
    takers: Mapping[str, Take]
    localized: frozenset[str]
    inner: Mapping[str, "Normaliser"]
    words: Words

    def __call__(self, values: Mapping[str, Raw], path: Path, faults: Faults) -> dict[str, Raw]:
        """The group's values in the model's keys; faults are added as they are met."""
        done: dict[str, Raw] = {}
        for written, value in values.items():
            key, _, language = written.partition("@")
            name = self.keys.get(key) or self.keys.get(fold(key))
            if name is None:
                self._unknown(key, (*path, written), faults)
            elif name in self.localized:
                self._localized(done, name, language, value, (*path, written), faults)
            elif language:
                faults.add("SM203", (*path, written), key=key)
            elif name in done:
                faults.add("SM202", (*path, written), key=key)
            else:
                done[name] = self.takers[name](value, (*path, written), faults)
        return done

    def _unknown(self, key: str, path: Path, faults: Faults) -> None:
        near = nearest(key, self.keys)
        faults.add("SM201", path, key=key, suggestion=self.words.write_key(self.keys[near]) if near else "")

    def _localized(
        self, done: dict[str, Raw], name: str, language: str, value: Raw, path: Path, faults: Faults
    ) -> None:
        texts = done.setdefault(name, {})
        language = language or self.words.language
        if not LANGUAGE.match(language):
            faults.add("SM204", path, language=language)
        elif not isinstance(value, str):
            faults.add("SM206", path, form="text")
        elif isinstance(texts, dict):
            if language in texts:
                faults.add("SM202", path, key=path[-1])
            texts[language] = value.strip()


def normaliser(shape: Shape, *, words: Words, terms: Terms) -> Normaliser:
    """The normaliser of a model for an editors' language and the terms of its vocabularies."""
    inner = {
        field.name: normaliser(field.group, words=words, terms=terms)
        for field in shape.fields
        if field.group is not None
    }
    takers = {field.name: _taker(field, words, terms, inner.get(field.name)) for field in shape.fields}
    takers |= {field.name: _keys(words.key_table(takers)) for field in shape.fields if field.field_names}
    localized = frozenset(field.name for field in shape.fields if field.localized)
    return Normaliser(shape, words.key_table(takers), takers, localized, inner, words)


def written_path(values: Raw, path: Path, *, by: Normaliser) -> Path:
    """The editor's own keys on the way to a value that is named in the model's keys.

    A key that is not there ends it, as the editor would write that key.
    """
    done: list[str | int] = []
    here: Normaliser | None = by
    for index, step in enumerate(path):
        if isinstance(values, list) and isinstance(step, int) and step < len(values):
            done.append(step)
            values = values[step]
        elif isinstance(values, dict) and isinstance(step, str):
            key = _written_key(values, step, path[index + 1 : index + 2], here)
            done.append(key or by.words.write_key(step))
            if key is None:
                break
            values = values[key]
            here = _inside(here, step)
        elif not isinstance(step, int):
            break
    return tuple(done)


def value_at(values: Raw, path: Path, /) -> Raw | None:
    """What was written at a path in the editor's own keys, or nothing."""
    here: Raw | None = values
    for step in path:
        if isinstance(here, list) and isinstance(step, int):
            here = here[step] if step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) and isinstance(step, str) else None
    return here


def _inside(here: Normaliser | None, name: str) -> Normaliser | None:
    field = here.shape.field(name) if here is not None else None
    if here is None or field is None or field.field_names:
        return here if field is not None else None
    return here.inner.get(name)


def _written_key(values: Mapping[str, Raw], step: str, after: Path, here: Normaliser | None) -> str | None:
    keys = here.keys if here is not None else {}
    ways = [key for key in values if _name(key, keys) == step]
    spoken = [key for key in ways if key.partition("@")[2] and key.partition("@")[2] == "".join(map(str, after))]
    return next(iter(spoken or ways), None)


def _name(written: str, keys: Mapping[str, str]) -> str:
    key = written.partition("@")[0]
    return keys.get(key) or keys.get(fold(key)) or key


def _taker(field: FieldShape, words: Words, terms: Terms, inner: Normaliser | None) -> Take:
    one = _one(field, words, terms, inner)
    return _each(one) if field.many else one


def _each(one: Take) -> Take:
    def take(value: Raw, path: Path, faults: Faults) -> Raw:
        if isinstance(value, list):
            return [one(item, (*path, index), faults) for index, item in enumerate(value)]
        return [one(value, path, faults)] if value != "" else []

    return take


def _one(field: FieldShape, words: Words, terms: Terms, inner: Normaliser | None) -> Take:
    if field.kind == "group" and inner is not None:
        return _group(inner, field.shorthand)
    if field.kind == "map":
        return _map(inner)
    if field.kind == "schedule":
        return _schedule
    return _text(_translate(field, words, terms))


def _group(inner: Normaliser, shorthand: str) -> Take:
    def take(value: Raw, path: Path, faults: Faults) -> Raw:
        if isinstance(value, str) and shorthand:
            return inner({shorthand: value}, path, faults)
        if isinstance(value, dict):
            return inner(value, path, faults)
        faults.add("SM206", path, form="group")
        return {}

    return take


def _map(inner: Normaliser | None) -> Take:
    def take(value: Raw, path: Path, faults: Faults) -> Raw:
        if not isinstance(value, dict):
            faults.add("SM206", path, form="group")
            return {}
        if inner is None:
            return value
        return {
            key: inner(part, (*path, key), faults) if isinstance(part, dict) else part for key, part in value.items()
        }

    return take


def _keys(names: Mapping[str, str]) -> Take:
    def take(value: Raw, path: Path, faults: Faults) -> Raw:
        if isinstance(value, dict):
            return {names.get(key, key): part for key, part in value.items()}
        faults.add("SM206", path, form="group")
        return {}

    return take


def _schedule(value: Raw, path: Path, faults: Faults) -> Raw:
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return "; ".join(str(line) for line in value)
    if not isinstance(value, str):
        faults.add("SM206", path, form="hours")
        return "onbekend"
    return value


def _text(translate: Callable[[str], str]) -> Take:
    def take(value: Raw, path: Path, faults: Faults) -> Raw:
        if isinstance(value, str):
            return translate(value.strip())
        faults.add("SM206", path, form="text")
        return ""

    return take


def _translate(field: FieldShape, words: Words, terms: Terms) -> Callable[[str], str]:
    written = {"date": iso_date, "number": decimal_point}.get(field.kind)
    if written is not None:
        return written
    if field.kind == "boolean":
        return _from_table(words.word_table(("true", "false")))
    if field.kind == "word":
        return _from_table(words.word_table(field.words))
    if field.vocabulary:
        return _from_table({**terms.get(field.vocabulary, {}), **words.word_table(field.also)})
    if len(field.reference) > 1:
        return _typed_reference(words.type_table())
    return _plain


def _plain(text: str) -> str:
    return text


def _from_table(table: Mapping[str, str]) -> Callable[[str], str]:
    def translate(text: str) -> str:
        return table.get(text) or table.get(fold(text)) or table.get(fold(text).replace("-", "_"), text)

    return translate


def _typed_reference(types: Mapping[str, RecordType]) -> Callable[[str], str]:
    def translate(text: str) -> str:
        kind, slash, name = text.partition("/")
        return f"{types.get(fold(kind), kind)}/{name}" if slash else text

    return translate


def decimal_point(text: str) -> str:
    """A number with a comma, as in Dutch (`2,50`), with a point; any other text as it is."""
    return text.replace(",", ".") if DECIMAL_COMMA.match(text) else text


def iso_date(text: str) -> str:
    """A date written as in Dutch (`1-2-2026`) in ISO form; any other text as it is."""
    found = DUTCH_DATE.match(text)
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else text
