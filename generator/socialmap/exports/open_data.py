"""The open data of a site: a CSV per record type and the Data Package (v1) that describes them."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import StringIO

from socialmap.catalogue import Catalogue
from socialmap.exports.public import Json, public_values
from socialmap.model import Record, RecordType

FORMULA = ("=", "@", "\t", "\r")
Schema = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class OpenData:
    """The files of the open data by name, to be published in one folder."""

    files: Mapping[str, bytes]


def write_open_data(
    catalogue: Catalogue, *, schemas: Mapping[RecordType, Schema], package: Mapping[str, object]
) -> OpenData:
    """The tables and `datapackage.json`; `schemas` are Table Schemas, `package` all but the resources."""
    tables = {kind: _table(catalogue.records(kind).values(), schema) for kind, schema in schemas.items()}
    resources = [_resource(kind, schemas[kind]) for kind in schemas]
    description = json.dumps({**package, "resources": resources}, ensure_ascii=False, indent=2)
    return OpenData(
        {
            **{f"{kind}s.csv": table for kind, table in tables.items()},
            "datapackage.json": f"{description}\n".encode(),
        }
    )


def _resource(kind: RecordType, schema: Schema) -> dict[str, object]:
    return {
        "name": f"{kind}s",
        "path": f"{kind}s.csv",
        "profile": "tabular-data-resource",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ","},
        "schema": schema,
    }


def _table(records: Iterable[Record], schema: Schema) -> bytes:
    fields = schema["fields"]
    names = [str(field["name"]) for field in fields] if isinstance(fields, list) else []
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    cells = [_cell(name) for name in names]
    for record in records:
        values = public_values(record)
        writer.writerow([cell(values) for cell in cells])
    return stream.getvalue().encode()


def _cell(name: str) -> Callable[[Mapping[str, Json]], str]:
    path, _, language = name.partition("@")
    steps = (*path.split("."), *((language,) if language else ()))

    def read(values: Mapping[str, Json]) -> str:
        found: Json = dict(values)
        for step in steps:
            found = found.get(step) if isinstance(found, dict) else None
        return _text(found)

    return read


def _text(value: Json) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ";".join(map(str, value))
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
