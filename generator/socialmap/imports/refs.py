"""Mentions of other records inside values: finding them, and putting ids in their place."""

from collections.abc import Iterator, Mapping

from socialmap.imports.sketch import Ref, Value


def mentions(value: Value | Mapping[str, Value]) -> Iterator[Ref]:
    """Every mention of another record in a value, in order."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from mentions(part)
    elif isinstance(value, list):
        for part in value:
            yield from mentions(part)


def resolved(values: Mapping[str, Value], known: Mapping[Ref, str]) -> dict[str, Value]:
    """The values with ids for mentions; what mentions an unknown record is left out, a list item as a whole."""
    kept = {name: _resolved(value, known) for name, value in values.items() if _stays(value, known)}
    return {name: value for name, value in kept.items() if value != []}


def _stays(value: Value, known: Mapping[Ref, str]) -> bool:
    if isinstance(value, Ref):
        return value in known
    return not isinstance(value, dict) or all(_stays(part, known) for part in value.values())


def _resolved(value: Value, known: Mapping[Ref, str]) -> Value:
    if isinstance(value, Ref):
        return known[value]
    if isinstance(value, list):
        return [_resolved(part, known) for part in value if _stays(part, known)]
    if isinstance(value, dict):
        return resolved(value, known)
    return value
