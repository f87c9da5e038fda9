"""What the forms of the site must know of a model to check a record in the browser as the command line does.

The limits come from pydantic's own JSON Schema of the model, the rest from its shape, so nothing is written twice.
Called by the pipeline; `components/form/check.js` reads the outcome.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from socialmap.contracts.json_schema import Json
from socialmap.contracts.validation import PATTERN_CODES
from socialmap.model.shape import FieldShape, Shape

LIMITS: Mapping[str, str] = {
    "minLength": "shortest",
    "maxLength": "longest",
    "minimum": "least",
    "maximum": "most",
    "pattern": "pattern",
}
PLAIN_PATTERN = "SM217"


@dataclass(frozen=True, slots=True)
class FormWords:
    """How editors write keys and fixed words, and where a key stands in a file."""

    key: Callable[[FieldShape], str]
    word: Callable[[str], str]
    rank: Callable[[Shape, str], int]
    is_asked: Callable[[FieldShape], bool]


def form_rules(shape: Shape, *, words: FormWords) -> list[Json]:
    """The fields of a model that a form asks, in the order in which a file has them.

    Each has its `name` and written `key`, its `kind`, what is needed, its limits, and `fields` when it is a group.
    """
    properties = _table(shape.model.model_json_schema().get("properties"))
    asked = (field for field in shape.fields if words.is_asked(field))
    ordered = sorted(asked, key=lambda field: words.rank(shape, field.name))
    return [_field(field, properties.get(field.name, {}), words) for field in ordered]


def _field(field: FieldShape, schema: object, words: FormWords) -> Json:
    marks = {"many": field.many, "localized": field.localized, "required": field.required, "markdown": field.markdown}
    return {
        "name": field.name,
        "key": words.key(field),
        "kind": field.kind,
        **{name: True for name, is_so in marks.items() if is_so},
        **_meaning(field, words),
        **(dict(_limits(schema)) if field.group is None else {}),
    }


def _meaning(field: FieldShape, words: FormWords) -> Json:
    found: Json = {}
    if field.words:
        found["words"] = {word: words.word(word) for word in field.words}
    if field.vocabulary:
        found["vocabulary"] = field.vocabulary
        found["words"] = {word: words.word(word) for word in field.also}
    if field.reference:
        found["reference"] = list(field.reference)
    if field.shorthand:
        found["shorthand"] = field.shorthand
    if field.group is not None:
        found["fields"] = form_rules(field.group, words=words)
    return found


def _limits(schema: object) -> Iterator[tuple[str, object]]:
    """The limits of one value, wherever they stand: in an optional value, in a list, or in a text per language."""
    if not isinstance(schema, Mapping) or schema.get("type") == "null":
        return
    for name, limit in schema.items():
        if name in LIMITS and not (name == "pattern" and schema.get("type") != "string"):
            yield LIMITS[name], limit
            if name == "pattern":
                yield "code", _pattern_code(str(limit))
    for name in ("items", "additionalProperties"):
        yield from _limits(schema.get(name))
    for option in schema.get("anyOf", ()):
        yield from _limits(option)


def _pattern_code(pattern: str) -> str:
    return next((code for start, code in PATTERN_CODES if pattern.startswith(start)), PLAIN_PATTERN)


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
