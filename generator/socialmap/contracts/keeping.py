"""Validated records as plain JSON values and back, for what is kept between builds; called by the pipeline.

A record that comes back is the record that was put in: nothing is checked again, so only what this program wrote itself
may be given. The way there and back is worked out once per model from its shape.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel

from socialmap.model.fields import Schedule
from socialmap.model.shape import FieldShape, shape_of

Model = TypeVar("Model", bound=BaseModel)
Plain = str | int | float | bool | list["Plain"] | dict[str, "Plain"] | None
Change = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Ways:
    """How the fields of a model are written and read; a field without a way is itself in both forms.

    Records with the same fields share one set of their names: it is a quarter of a record's size.
    """

    model: type[BaseModel]
    defaults: Mapping[str, object]
    writers: Mapping[str, Change]
    readers: Mapping[str, Change]
    sets: dict[tuple[str, ...], set[str]] = field(default_factory=dict)

    def given(self, names: tuple[str, ...]) -> set[str]:
        """The one set of these names."""
        found = self.sets.get(names)
        return found if found is not None else self.sets.setdefault(names, set(names))


def to_plain(record: BaseModel) -> dict[str, Plain]:
    """The fields of a record that were given, as JSON can hold them."""
    ways, held, given = _ways(type(record)), record.__dict__, record.__pydantic_fields_set__
    pairs = ((name, held[name]) for name in ways.defaults if name in given)
    return {name: ways.writers[name](value) if name in ways.writers else value for name, value in pairs}


def from_plain(model: type[Model], plain: Mapping[str, Plain]) -> Model:
    """The record in what `to_plain` gave of one of this model."""
    return _read(_ways(model), plain)  # type: ignore[return-value] # the ways are this model's


def _read(ways: _Ways, plain: Mapping[str, Plain]) -> BaseModel:
    held, readers = {**ways.defaults, **plain}, ways.readers
    for name in plain.keys() & readers.keys():
        held[name] = readers[name](plain[name])
    record = ways.model.__new__(ways.model)
    object.__setattr__(record, "__dict__", held)
    object.__setattr__(record, "__pydantic_fields_set__", ways.given(tuple(plain)))
    object.__setattr__(record, "__pydantic_extra__", None)
    object.__setattr__(record, "__pydantic_private__", None)
    return record


@lru_cache(maxsize=64)
def _ways(model: type[BaseModel]) -> _Ways:
    fields = shape_of(model).fields
    changes = {each.name: change for each in fields if (change := _of_field(each))}
    return _Ways(
        model,
        {name: info.get_default(call_default_factory=True) for name, info in model.model_fields.items()},
        {name: write for name, (write, _) in changes.items()},
        {name: read for name, (_, read) in changes.items()},
    )


def _of_field(field: FieldShape) -> tuple[Change, Change] | None:
    one = _of_value(field)
    if field.kind == "map":
        return (_over_values(one[0]), _over_values(one[1])) if one else None
    if field.many:
        return (_over(one[0], list), _over(one[1], tuple)) if one else (list, tuple)
    return (_unless_none(one[0]), _unless_none(one[1])) if one else None


def _of_value(field: FieldShape) -> tuple[Change, Change] | None:
    if field.group is not None:
        ways = _ways(field.group.model)
        return to_plain, lambda plain: _read(ways, plain)
    if field.kind == "date":
        return date.isoformat, date.fromisoformat
    if field.kind == "schedule":
        return (lambda schedule: schedule.text), Schedule
    if field.kind == "number":
        return _number, lambda plain: Decimal(plain) if isinstance(plain, str) else plain
    return None


def _number(value: Decimal | float) -> str | float:
    return str(value) if isinstance(value, Decimal) else value


def _over(change: Change, collect: Callable[[list[Any]], Any]) -> Change:
    return lambda values: collect([change(value) for value in values])


def _over_values(change: Change) -> Change:
    return lambda values: {key: change(value) for key, value in values.items()}


def _unless_none(change: Change) -> Change:
    return lambda value: None if value is None else change(value)
