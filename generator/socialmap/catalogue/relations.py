"""Which records and terms a record names, found by following the shape of its model."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel

from socialmap.catalogue.catalogue import Key
from socialmap.model.shape import FieldShape, shape_of
from socialmap.problems import Path


@dataclass(frozen=True, slots=True)
class Use:
    """A record that is named at a path."""

    path: Path
    key: Key


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term that is named at a path."""

    path: Path
    vocabulary: str
    term: str
    also: tuple[str, ...] = ()


def uses(record: BaseModel) -> Iterator[Use]:
    """Every record that this one names."""
    for path, field, value in _named(record, ()):
        if field.reference:
            key = _key(field, value)
            if key is not None:
                yield Use(path, key)


def used_keys(record: BaseModel) -> tuple[Key, ...]:
    """The key of every record that this one names, each once."""
    return tuple(dict.fromkeys(use.key for use in uses(record)))


def term_uses(record: BaseModel) -> Iterator[TermUse]:
    """Every term that this record names."""
    for path, field, value in _named(record, ()):
        if field.vocabulary:
            yield TermUse(path, field.vocabulary, value, field.also)


def typed_key(value: str, types: tuple[str, ...]) -> Key | None:
    """The record that `type/id` names, or an id alone when only one type can be meant."""
    kind, slash, name = value.partition("/")
    if not slash:
        return (types[0], value) if len(types) == 1 else None  # type: ignore[return-value] # types are RecordTypes
    return (kind, name) if kind in types else None  # type: ignore[return-value] # checked to be one of the types


def _key(field: FieldShape, value: str) -> Key:
    return typed_key(value, field.reference) or (field.reference[0], value)


def _named(record: BaseModel, path: Path) -> Iterator[tuple[Path, FieldShape, str]]:
    for field in _naming_fields(type(record)):
        value = getattr(record, field.name)
        if value:
            here = (*path, field.name)
            items = (((*here, index), item) for index, item in enumerate(value)) if field.many else ((here, value),)
            for place, item in items:
                if isinstance(item, BaseModel):
                    yield from _named(item, place)
                else:
                    yield place, field, item


@lru_cache(maxsize=64)
def _naming_fields(model: type[BaseModel]) -> tuple[FieldShape, ...]:
    return tuple(field for field in shape_of(model).fields if _names_something(field))


def _names_something(field: FieldShape) -> bool:
    if field.kind == "group" and field.group is not None:
        return any(_names_something(inner) for inner in field.group.fields)
    return bool(field.reference or field.vocabulary)
