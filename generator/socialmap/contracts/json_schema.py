"""JSON Schema (2020-12) per record type and editors' language, so that an editor completes and checks while typing."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from socialmap.model.fields import SLUG_PATTERN
from socialmap.model.shape import FieldShape, Shape

Json = dict[str, object]
LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})?"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How editors write keys and words: every way, the one that socialmap writes first."""

    keys: Callable[[str], tuple[str, ...]]
    words: Callable[[str], tuple[str, ...]]


def json_schema(shape: Shape, *, title: str, language: Vocabulary) -> Json:
    """The schema of a record type in the words of an editors' language."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **_group(shape, language, required=True),
    }


def _group(shape: Shape, language: Vocabulary, *, required: bool = False) -> Json:
    properties: Json = {}
    patterns: Json = {}
    needed: list[Json] = []
    for field in shape.fields:
        schema = _field(field, language)
        for index, key in enumerate(language.keys(field.name)):
            properties.setdefault(key, schema if index == 0 else {**schema, "deprecated": True})
            if field.localized:
                patterns[_in_any_language(key)] = schema
        if field.required and field.name != "id":
            needed.append({"anyOf": list(_ways(field, language.keys(field.name)))})
    found: Json = {"type": "object", "additionalProperties": False, "properties": properties}
    if patterns:
        found["patternProperties"] = patterns
    return {**found, "allOf": needed} if needed and required else found


def _ways(field: FieldShape, keys: tuple[str, ...]) -> Iterator[Json]:
    """Each way to fill a field in; a text may be there in any language."""
    for key in keys:
        yield {"required": [key]}
        if field.localized:
            yield {"not": {"propertyNames": {"not": {"pattern": _in_any_language(key)}}}}


def _in_any_language(key: str) -> str:
    return f"^{re.escape(key)}@{LANGUAGE}$"


def _field(field: FieldShape, language: Vocabulary) -> Json:
    one = _one(field, language)
    described = {"description": field.description} if field.description else {}
    if not field.many:
        return {**described, **one}
    return {**described, "anyOf": [{"type": "array", "items": one}, one]}


def _one(field: FieldShape, language: Vocabulary) -> Json:
    if field.kind == "group" and field.group is not None:
        group = _group(field.group, language)
        return {"anyOf": [{"type": ["string", "number"]}, group]} if field.shorthand else group
    if field.kind == "word":
        return {"enum": list(_words(field, language))}
    return {**SIMPLE[field.kind], **({"pattern": SLUG_PATTERN} if len(field.reference) == 1 else {})}


def _words(field: FieldShape, language: Vocabulary) -> Iterator[str]:
    for word in field.words:
        yield from language.words(word)


SIMPLE: Mapping[str, Json] = {
    "text": {"type": ["string", "number"]},
    "number": {"type": ["number", "string"]},
    "integer": {"type": ["integer", "string"]},
    "boolean": {"enum": [True, False, "ja", "nee", "yes", "no", "true", "false"]},
    "date": {"type": "string"},
    "schedule": {"type": ["string", "array"], "items": {"type": "string"}},
    "map": {"type": "object"},
}
