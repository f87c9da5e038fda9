"""From what editors wrote to the model's own keys and words; the one place where the translation table is applied.

Keys and fixed words become English, `naam@en` becomes a value per language, shorthands become groups, terms become
their ids. A word that nobody knows stays as it is: validation and the catalogue say so with a suggestion.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from socialmap.model.raw import Raw
from socialmap.model.shape import FieldShape, Shape
from socialmap.problems import Path
from socialmap.sources.taking import Faults, Take, each, group, schedule, table, table_of_keys, text
from socialmap.sources.translating import Terms, translation
from socialmap.sources.words import Words
from socialmap.text.words import fold, nearest

__all__ = ["Faults", "Normaliser", "Terms", "normaliser"]

LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$")


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


def normaliser(shape: Shape, *, words: Words, terms: Terms, around: Mapping[str, str] | None = None) -> Normaliser:
    """The normaliser of a model for an editors' language and the terms of its vocabularies.

    `around` are the ways to write the fields of the record that a group is part of, which a table of keys may name.
    """
    names = words.key_table(field.name for field in shape.fields) if around is None else around
    inner = {
        field.name: normaliser(field.group, words=words, terms=terms, around=names)
        for field in shape.fields
        if field.group is not None
    }
    takers = {field.name: _taker(field, words, terms, inner.get(field.name)) for field in shape.fields}
    takers |= {field.name: table_of_keys(names) for field in shape.fields if field.field_names}
    localized = frozenset(field.name for field in shape.fields if field.localized)
    return Normaliser(shape, words.key_table(takers), takers, localized, inner, words)


def _taker(field: FieldShape, words: Words, terms: Terms, inner: Normaliser | None) -> Take:
    one = _one(field, words, terms, inner)
    return each(one) if field.many else one


def _one(field: FieldShape, words: Words, terms: Terms, inner: Normaliser | None) -> Take:
    if field.kind == "group" and inner is not None:
        return group(inner, field.shorthand)
    if field.kind == "map":
        return table(inner)
    if field.kind == "schedule":
        return schedule
    return text(translation(field, words, terms))
