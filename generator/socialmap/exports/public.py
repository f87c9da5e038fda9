"""The public part of a record: without internal fields, internal contacts and what would give a secret place away.

Everything is worked out once per model: the writers made here only follow what the fields' shapes said.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from operator import attrgetter

from pydantic import BaseModel

from socialmap.model import Location, Record, Schedule
from socialmap.model.shape import FieldShape, Shape

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
ToJson = Callable[[object], Json]
NUMBERS = (bool, int, float, Decimal)
NOTHING: frozenset[str] = frozenset()
PLACE_FIELDS = frozenset(
    ("address", "postal_code", "city", "latitude", "longitude", "transport", "description", "url", "neighbourhood")
)


def hidden_fields(record: Record) -> frozenset[str]:
    """The fields of this record that nobody may see beside the internal ones: those that lead to a secret place."""
    return PLACE_FIELDS if isinstance(record, Location) and record.confidential else NOTHING


def secrecy(shape: Shape) -> Callable[[object], bool]:
    """The function that says whether a group is marked as not for the public, as a phone or a contact can be."""
    return attrgetter("internal") if shape.field("internal") else lambda _: False


def _is_empty(value: object) -> bool:
    """Whether nothing was filled in; `False` and 0 are values."""
    return value is None or not (value or isinstance(value, NUMBERS))


def json_writer(field: FieldShape) -> ToJson:
    """The function that gives the public part of this field's values as JSON."""
    one = _part_writer(field)

    def write_all(value: object) -> Json:
        return [done for item in value if (done := one(item)) is not None] if isinstance(value, tuple) else None

    return write_all if field.many else one


def plain(value: object) -> Json:
    """A single value as JSON: dates in ISO form, hours as written, amounts as text."""
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Schedule):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else None


def _part_writer(field: FieldShape) -> ToJson:
    if field.localized:
        return _texts
    one = _group_writer(field.group) if field.group is not None else plain
    return _map_writer(one) if field.kind == "map" else one


def _texts(value: object) -> Json:
    return {**value} if isinstance(value, dict) else None


def _map_writer(one: ToJson) -> ToJson:
    def write(value: object) -> Json:
        return {str(key): one(part) for key, part in value.items()} if isinstance(value, Mapping) else None

    return write


def _group_writer(shape: Shape) -> ToJson:
    """For groups: an object of what is filled in, or nothing when the group is internal or empty."""
    parts = [(field.name, json_writer(field)) for field in shape.fields if not field.internal]
    is_secret = secrecy(shape)

    def write(value: object) -> Json:
        if not isinstance(value, BaseModel) or is_secret(value):
            return None
        found = ((name, getattr(value, name), one) for name, one in parts)
        done = {name: one(part) for name, part, one in found if not _is_empty(part)}
        return {name: part for name, part in done.items() if part not in (None, [], {})} or None

    return write
