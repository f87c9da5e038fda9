"""The Table Schema of each record type (Frictionless Table Schema 1): the columns of the open data."""

from collections.abc import Iterator, Mapping

from socialmap.model.shape import FieldShape, Kind, Shape

TYPES: Mapping[Kind, str] = {
    "text": "string",
    "number": "number",
    "integer": "integer",
    "boolean": "boolean",
    "date": "date",
    "word": "string",
    "schedule": "string",
    "group": "object",
    "map": "object",
}


def table_schema(shape: Shape, *, languages: tuple[str, ...]) -> dict[str, object]:
    """The columns of a record type, texts with one per language; internal fields have none."""
    return {"fields": list(_columns(shape, languages, "", required=True)), "primaryKey": ["id"], "missingValues": [""]}


def _columns(shape: Shape, languages: tuple[str, ...], prefix: str, *, required: bool) -> Iterator[dict[str, object]]:
    for field in shape.fields:
        name = f"{prefix}{field.name}"
        if field.internal:
            continue
        if field.localized:
            yield from (_column(f"{name}@{language}", field, required=False) for language in languages)
        elif field.kind == "group" and not field.many and field.group is not None:
            yield from _columns(field.group, languages, f"{name}.", required=False)
        else:
            yield _column(name, field, required=required and field.required)


def _column(name: str, field: FieldShape, *, required: bool) -> dict[str, object]:
    constraints = _constraints(field, required=required)
    column: dict[str, object] = {"name": name, "type": _type(field), "description": field.description}
    return {**column, "constraints": constraints} if constraints else column


def _type(field: FieldShape) -> str:
    if field.many:
        return "array" if field.kind == "group" else "string"
    return TYPES[field.kind]


def _constraints(field: FieldShape, *, required: bool) -> dict[str, object]:
    found: dict[str, object] = {"required": True} if required else {}
    if field.words and not field.many:
        found["enum"] = list(field.words)
    return found
