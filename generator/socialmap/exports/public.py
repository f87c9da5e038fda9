"""The public part of a record: without internal fields, internal contacts and what would give a secret place away."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from socialmap.model import Location, Record, Schedule
from socialmap.model.shape import FieldShape, Shape, shape_of

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
PLACE_FIELDS = frozenset(
    ("address", "postal_code", "city", "latitude", "longitude", "transport", "description", "url", "neighbourhood")
)


def public_values(record: Record) -> dict[str, Json]:
    """The values of a record that anyone may see, as JSON, in the order of the model; empty ones are left out."""
    hidden = PLACE_FIELDS if isinstance(record, Location) and record.confidential else frozenset[str]()
    return _group(record, shape_of(type(record)), hidden)


def _group(value: BaseModel, shape: Shape, hidden: frozenset[str] = frozenset()) -> dict[str, Json]:
    done: dict[str, Json] = {}
    for field in shape.fields:
        if not field.internal and field.name not in hidden:
            part = _value(getattr(value, field.name), field)
            if part not in (None, "", [], {}):
                done[field.name] = part
    return done


def _value(value: object, field: FieldShape) -> Json:
    if isinstance(value, tuple):
        return [part for item in value if (part := _value(item, field)) not in (None, {})]
    if isinstance(value, BaseModel):
        return None if getattr(value, "internal", False) else _group(value, shape_of(type(value)))
    if isinstance(value, Mapping):
        return {str(key): _value(part, field) for key, part in value.items()}
    return plain(value)


def plain(value: object) -> Json:
    """A single value as JSON: dates in ISO form, hours as written, amounts as text."""
    if isinstance(value, Schedule):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value if isinstance(value, str | int | float | bool) else None
