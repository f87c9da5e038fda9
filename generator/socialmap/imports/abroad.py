"""Phone numbers of another country, written so that they can be called from the municipality; called by `run`."""

from collections.abc import Callable, Mapping
from typing import Final

from socialmap.imports.mapping import ImportMapping
from socialmap.imports.sketch import Value

PHONES: Final = frozenset(("phones", "phone"))
Write = Callable[[str, str], str]


def as_it_is(number: str, _country: str) -> str:
    """The number: for those who import from their own country."""
    return number


def country_of(mapping: ImportMapping) -> str:
    """The country that the mapping gives the source: to all of its records, or to all places."""
    found = mapping.defaults.get("country") or mapping.each.get("location", {}).get("country")
    return found if isinstance(found, str) else ""


def callable_phones(values: Mapping[str, Value], *, write: Callable[[str], str]) -> dict[str, Value]:
    """The values with every phone number in them, at any depth, as `write` gives it."""
    return {name: (_phone if name in PHONES else _other)(value, write) for name, value in values.items()}


def _phone(value: Value, write: Callable[[str], str]) -> Value:
    """A number, a group that holds one, or a list of those."""
    if isinstance(value, list):
        return [_phone(part, write) for part in value]
    if isinstance(value, dict):
        return {name: _phone(part, write) if name == "number" else part for name, part in value.items()}
    return write(value) if isinstance(value, str) else value


def _other(value: Value, write: Callable[[str], str]) -> Value:
    if isinstance(value, list):
        return [_other(part, write) for part in value]
    return callable_phones(value, write=write) if isinstance(value, dict) else value
