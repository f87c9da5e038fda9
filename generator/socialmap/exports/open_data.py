"""The open data of a site: a CSV per record type and the Data Package (v1) that describes them."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from io import StringIO

from pydantic import BaseModel

from socialmap.exports.public import NOTHING, PLACE_FIELDS, hidden_fields
from socialmap.exports.rows import row_writer
from socialmap.model import Record, RecordType
from socialmap.model.shape import shape_of

Schema = Mapping[str, object]


def write_package(schemas: Mapping[RecordType, Schema], *, about: Mapping[str, object]) -> bytes:
    """`datapackage.json`; `schemas` are the Table Schemas of its tables, `about` is all but those."""
    package = {**about, "resources": [_describe_table(kind, schema) for kind, schema in schemas.items()]}
    return f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode()


def table_name(kind: RecordType) -> str:
    """The name of a record type's table."""
    return f"{kind}s.csv"


def _describe_table(kind: RecordType, schema: Schema) -> dict[str, object]:
    """What a Data Package says of a record type's table (Tabular Data Resource 1)."""
    return {
        "name": f"{kind}s",
        "path": table_name(kind),
        "profile": "tabular-data-resource",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ","},
        "schema": schema,
    }


def write_table(lines: Iterable[str], schema: Schema) -> bytes:
    """The lines of a table that `line_writer` wrote, under the names of its columns."""
    return "".join((_line(_columns(schema)), *lines)).encode()


def line_writer(model: type[BaseModel], schema: Schema) -> Callable[[Record], str]:
    """The function that gives the public part of a record as a line of CSV, with the columns of a Table Schema."""
    shape, columns = shape_of(model), _columns(schema)
    writers = {hidden: row_writer(columns, shape=shape, hidden=hidden) for hidden in (NOTHING, PLACE_FIELDS)}
    return lambda record: _line(writers[hidden_fields(record)](record))


def _columns(schema: Schema) -> list[str]:
    fields = schema["fields"]
    return [str(field["name"]) for field in fields] if isinstance(fields, list) else []


def _line(cells: list[str]) -> str:
    stream = StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerow(cells)
    return stream.getvalue()
