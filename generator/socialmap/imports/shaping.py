"""Bringing values into the form of the model: languages, lists, and groups written as one word."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from socialmap.imports.sketch import Ref, Value
from socialmap.model import RecordType
from socialmap.model.shape import FieldShape, Shape


class Words(Protocol):
    """How the editors of the target write keys, fixed words and folders (given by the pipeline)."""

    @property
    def types(self) -> Mapping[RecordType, tuple[str, ...]] | Mapping[str, tuple[str, ...]]: ...

    def write_key(self, key: str) -> str: ...

    def write_word(self, word: str) -> str: ...

    def key_table(self, names: Iterable[str]) -> dict[str, str]: ...

    def word_table(self, words: Iterable[str]) -> dict[str, str]: ...


@dataclass(frozen=True, slots=True)
class Shaper:
    """Shapes what a mapping says: `language` is that of its texts, `words` how its keys are written."""

    language: str
    words: Words

    def key(self, shape: Shape, written: str) -> str:
        """The model's key for a written one; the written one itself when there is none."""
        if shape.field(written):
            return written
        return self.words.key_table(field.name for field in shape.fields).get(written, written)

    def group(self, shape: Shape, written: Mapping[str, Value]) -> dict[str, Value]:
        """The values of a group in the model's keys; unknown keys stay, for validation to refuse."""
        result: dict[str, Value] = {}
        for name, value in written.items():
            bare, _, language = name.partition("@")
            key = self.key(shape, bare)
            field = shape.field(key)
            shaped = value if field is None else self.field(field, value, language=language or self.language)
            known = result.get(key)
            result[key] = {**known, **shaped} if isinstance(known, dict) and isinstance(shaped, dict) else shaped
        return result

    def field(self, field: FieldShape, value: Value, *, language: str = "") -> Value:
        """A value as the field holds it."""
        one = self._one(field, language or self.language)
        if field.many:
            return [one(item) for item in (value if isinstance(value, list) else [value])]
        return one(value)

    def _one(self, field: FieldShape, language: str) -> Callable[[Value], Value]:
        if field.localized:
            return lambda value: {language: value} if isinstance(value, str) else value
        if field.group is not None and field.kind == "group":
            inner, shorthand = field.group, field.shorthand
            return lambda value: self.group(inner, value if isinstance(value, dict) else {shorthand: value})
        if field.kind in ("word", "boolean"):
            table = self.words.word_table(field.words or ("true", "false"))
            return lambda value: table.get(value.strip().casefold(), value) if isinstance(value, str) else value
        return lambda value: value


def lifted(raw: object) -> Value:
    """What a mapping file says, as a value that may hold mentions; every scalar is text."""
    if isinstance(raw, Mapping):
        return {str(name): lifted(part) for name, part in raw.items()}
    return [lifted(part) for part in raw] if isinstance(raw, list | tuple) else str(raw)


def lifted_values(raw: Mapping[str, object]) -> dict[str, Value]:
    """The fields that a mapping file fills with constants."""
    return {name: lifted(part) for name, part in raw.items()}


def is_blank(value: Value) -> bool:
    """Whether nothing is said: an empty text, list or group."""
    return not isinstance(value, Ref) and (value.strip() == "" if isinstance(value, str) else len(value) == 0)


def without_blanks(value: Value) -> Value:
    """The value without its empty parts, at any depth."""
    if isinstance(value, dict):
        kept = {name: without_blanks(part) for name, part in value.items()}
        return {name: part for name, part in kept.items() if not is_blank(part)}
    if isinstance(value, list):
        return [part for part in map(without_blanks, value) if not is_blank(part)]
    return value
