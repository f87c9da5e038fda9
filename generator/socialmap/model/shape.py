"""The fields of a model as plain data, read from its annotations once.

The readers, the schemas, the data dictionary and the forms all follow this one description.
"""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from socialmap.model.fields import (
    FieldNames,
    Internal,
    Localized,
    RecordType,
    Reference,
    Schedule,
    Shorthand,
    Vocabulary,
)

T = TypeVar("T")
Kind = Literal["text", "number", "integer", "boolean", "date", "word", "schedule", "group", "map"]
PLAIN: tuple[tuple[object, Kind], ...] = (
    (str, "text"),
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (Decimal, "number"),
    (date, "date"),
    (Schedule, "schedule"),
)


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field: what it holds, how it is written, and what its values refer to."""

    name: str
    kind: Kind
    many: bool = False
    localized: bool = False
    markdown: bool = False
    required: bool = False
    internal: bool = False
    words: tuple[str, ...] = ()
    vocabulary: str = ""
    also: tuple[str, ...] = ()
    reference: tuple[RecordType, ...] = ()
    shorthand: str = ""
    field_names: bool = False
    group: "Shape | None" = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a model in their order."""

    model: type[BaseModel]
    fields: tuple[FieldShape, ...]

    def field(self, name: str) -> FieldShape | None:
        """The field of that name, if there is one."""
        return next((field for field in self.fields if field.name == name), None)


@lru_cache(maxsize=64)
def shape_of(model: type[BaseModel]) -> Shape:
    """The shape of a model; the same object for the same model."""
    return Shape(model, tuple(_field(name, info) for name, info in model.model_fields.items()))


def walk(shape: Shape, prefix: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], FieldShape]]:
    """Every field with its path, groups before their parts."""
    for field in shape.fields:
        path = (*prefix, field.name)
        yield path, field
        if field.group is not None:
            yield from walk(field.group, path)


def field_at(shape: Shape, path: tuple[str | int, ...]) -> FieldShape | None:
    """The field that a path in a record names; its language or index at the end belongs to the field."""
    field: FieldShape | None = None
    here: Shape | None = shape
    for step in path:
        if isinstance(step, str) and here is not None:
            field = here.field(step) or field
            here = field.group if field is not None else None
    return field


def _field(name: str, info: FieldInfo) -> FieldShape:
    kind, many, words, group, marks = _read_type(info.annotation)
    marks = (*marks, *info.metadata)
    localized = _mark(marks, Localized)
    vocabulary = _mark(marks, Vocabulary)
    reference = _mark(marks, Reference)
    shorthand = _mark(marks, Shorthand)
    return FieldShape(
        name=name,
        kind="text" if localized else kind,
        many=many,
        localized=localized is not None,
        markdown=localized is not None and localized.markdown,
        required=info.is_required(),
        internal=_mark(marks, Internal) is not None,
        words=words,
        vocabulary=vocabulary.name if vocabulary else "",
        also=vocabulary.also if vocabulary else (),
        reference=reference.types if reference else (),
        shorthand=shorthand.field if shorthand else "",
        field_names=_mark(marks, FieldNames) is not None,
        group=group,
        description=info.description or "",
    )


def _mark(marks: tuple[object, ...], kind: type[T]) -> T | None:
    return next((mark for mark in marks if isinstance(mark, kind)), None)


_Read = tuple[Kind, bool, tuple[str, ...], "Shape | None", tuple[object, ...]]


def _read_type(annotation: object) -> _Read:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *own = get_args(annotation)
        kind, many, words, group, deeper = _read_type(inner)
        return kind, many, words, group, (*own, *deeper)
    if origin in (Union, types.UnionType):
        return _read_type(next(part for part in get_args(annotation) if part is not type(None)))
    if origin is tuple:
        kind, _, words, group, marks = _read_type(get_args(annotation)[0])
        return kind, True, words, group, marks
    return (*_read_plain(annotation, origin), ())


def _read_plain(annotation: object, origin: object) -> tuple[Kind, bool, tuple[str, ...], Shape | None]:
    if origin is Literal:
        return "word", False, tuple(str(word) for word in get_args(annotation)), None
    if origin is dict:
        value = get_args(annotation)[1]
        nested = shape_of(value) if isinstance(value, type) and issubclass(value, BaseModel) else None
        return "map", False, (), nested
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "group", False, (), shape_of(annotation)
    return next(kind for plain, kind in PLAIN if plain is annotation), False, (), None
