"""HSDS 3.0 sources as objects: JSON as the API gives it (one, a page, full records) or the tabular form; for `hsds`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from socialmap.imports.grid import Row, Table, UnreadableSourceError
from socialmap.imports.tables import read_table

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Node = dict[str, Json]
Entity = Literal["organization", "location", "service"]
ENTITIES: Final[tuple[Entity, ...]] = ("organization", "location", "service")
SIZE_LIMIT: Final = 50_000_000
PART_NAMES: Final = {"service_at_location": "service_at_locations"}


@dataclass(frozen=True, slots=True)
class Found:
    """An object of the source and where it stands."""

    kind: Entity
    node: Node
    file: str
    path: str


@dataclass(frozen=True, slots=True)
class HsdsObjects:
    """The organizations, locations and services of a source, and how many other objects it holds at the top."""

    found: tuple[Found, ...]
    others: int = 0
    blank: int = 0


def read_objects(source: Path) -> HsdsObjects:
    """The objects in a JSON file, a folder of JSON files, or a folder in HSDS's tabular form.

    Raises:
        UnreadableSourceError: no JSON, too large, or a table that does not read.
    """
    if source.is_dir() and (source / "services.csv").is_file():
        tables, blank = _read_tables(source)
        return replace(tabular_objects(tables, file=source.name), blank=blank)
    files = sorted(source.glob("*.json")) if source.is_dir() else [source]
    parts = [json_objects(_read_json(file), file=file.name) for file in files]
    return HsdsObjects(tuple(one for part in parts for one in part.found), sum(part.others for part in parts))


def json_objects(document: Json, *, file: str) -> HsdsObjects:
    """The objects in one JSON document."""
    if isinstance(document, dict) and any(name.endswith(".csv") for name in document):
        return tabular_objects({Path(name).stem: _nodes(rows) for name, rows in document.items()}, file=file)
    paged = isinstance(document, dict) and isinstance(document.get("contents"), list)
    items = document["contents"] if isinstance(document, dict) and paged else document
    listed: list[Json] = list(items) if isinstance(items, list) else [items]
    found: list[Found] = []
    others = len(listed) - len(_nodes(listed))
    for index, node in enumerate(_nodes(listed)):
        path = f"contents[{index}]" if paged or isinstance(document, list) else ""
        kind = kind_of(node)
        others += kind is None and not _is_link(node)
        found += _walk(_turned(node), kind, file, path)
    return HsdsObjects(tuple(found), others)


def kind_of(node: Node) -> Entity | None:
    """Which entity an object is, by the fields that only this entity has."""
    if "location_type" in node or ("addresses" in node and "service" not in node):
        return "location"
    if {"service_at_locations", "program", "application_process", "organization", "fees_description"} & node.keys():
        return "service" if not _is_link(node) else None
    if {"organization_identifiers", "website", "parent_organization_id", "services"} & node.keys():
        return "organization"
    return None


def _is_link(node: Node) -> bool:
    return isinstance(node.get("location"), dict) and "name" not in node


def _turned(node: Node) -> Node:
    """A service at a location seen from its service, where the model keeps it."""
    service = node.get("service")
    if not _is_link(node) or not isinstance(service, dict):
        return node
    link: Json = {name: value for name, value in node.items() if name != "service"}
    return {"service": {**service, "service_at_locations": [link]}}


def _walk(node: Node, kind: Entity | None, file: str, path: str) -> Iterator[Found]:
    if kind is not None:
        yield Found(kind, node, file, path)
    for name, value in node.items():
        inner = _entity_at(name)
        for step, part in _inside(name, value):
            yield from _walk(_with_owner(part, inner, node, kind), inner, file, f"{path}.{step}".strip("."))


def _inside(name: str, value: Json) -> Iterator[tuple[str, Node]]:
    if isinstance(value, dict):
        yield name, value
    elif isinstance(value, list):
        yield from ((f"{name}[{i}]", part) for i, part in enumerate(value) if isinstance(part, dict))


def _entity_at(name: str) -> Entity | None:
    return next((kind for kind in ENTITIES if name in (kind, f"{kind}s")), None)


def _with_owner(part: Node, inner: Entity | None, owner: Node, kind: Entity | None) -> Node:
    owned = inner in ("service", "location") and kind == "organization" and "organization_id" not in part
    return {**part, "organization_id": owner.get("id")} if owned else part


def tabular_objects(tables: Mapping[str, list[Node]], *, file: str) -> HsdsObjects:
    """The objects of the tabular form, each with the rows of other tables that name it as its parts."""
    found: list[Found] = []
    for kind in ENTITIES:
        for number, node in enumerate(tables.get(f"{kind}s", []), start=1):
            full = _with_parts(node, kind, tables)
            found.append(Found(kind, full, f"{file}/{kind}s", str(number)))
    return HsdsObjects(tuple(found))


def _with_parts(node: Node, kind: str, tables: Mapping[str, list[Node]]) -> Node:
    full = dict(node)
    for name, rows in tables.items():
        mine = [row for row in rows if row.get(f"{kind}_id") == node.get("id")]
        part = PART_NAMES.get(name, name)
        if mine and part not in ("services", "locations", "organizations"):
            full[part] = [_with_parts(row, name.removesuffix("s"), tables) for row in mine]
    return full


def _read_tables(folder: Path) -> tuple[dict[str, list[Node]], int]:
    tables = [(path.stem, read_table(path)) for path in sorted(folder.glob("*.csv"))]
    named = {name: [_node(table, row) for row in table.rows if not row.blank] for name, table in tables}
    of_entities = [table for name, table in tables if _entity_at(name)]
    return named, sum(row.blank for table in of_entities for row in table.rows)


def _node(table: Table, row: Row) -> Node:
    for ordinal, why in row.faults:
        code, column = f"import-cell-{why.replace('_', '-')}", table.columns[min(ordinal, len(table.columns) - 1)]
        raise UnreadableSourceError(code, file=table.file, line=row.line, column=column)
    return {name: cell for name, cell in zip(table.columns, row.cells, strict=True) if cell}


def _read_json(path: Path) -> Json:
    if path.stat().st_size > SIZE_LIMIT:
        raise UnreadableSourceError("import-file-too-large", file=path.name)
    try:
        document: Json = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableSourceError("import-json", file=path.name, reason=str(error)) from error
    return document


def _nodes(value: Json) -> list[Node]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
