"""The open data of a site: a CSV per record type and the Data Package (v1) that describes them."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

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


def write_table(records: Iterable[Record], schema: Schema) -> bytes:
    """The public part of records of one type as CSV, with the columns of a Table Schema."""
    fields = schema["fields"]
    names = [str(field["name"]) for field in fields] if isinstance(fields, list) else []
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(_rows(tuple(records), names))
    return stream.getvalue().encode()


def _rows(records: tuple[Record, ...], columns: list[str]) -> Iterator[list[str]]:
    if not records:
        return iter(())
    shape = shape_of(type(records[0]))
    writers = {hidden: row_writer(columns, shape=shape, hidden=hidden) for hidden in (NOTHING, PLACE_FIELDS)}
    return (writers[hidden_fields(record)](record) for record in records)
