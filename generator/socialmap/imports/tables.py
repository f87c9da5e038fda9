"""Foreign CSV files in every dialect that spreadsheets write, as tables with the place of each cell."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from socialmap.imports.grid import COLUMN_LIMIT, ROW_LIMIT, Row, Table, UnreadableSourceError, build_table
from socialmap.text.tables import decode, delimiter_of, named_delimiter

FILE_LIMIT = 100_000_000
ARCHIVE = b"PK\x03\x04"


def read_table(path: Path) -> Table:
    """The table in a CSV file.

    Raises:
        UnreadableSourceError: the file is too large, empty, or its quotes do not close.
    """
    if path.stat().st_size > FILE_LIMIT:
        raise UnreadableSourceError("import-file-too-large", file=path.name)
    return parse_table(path.name, data=path.read_bytes())


def parse_table(file: str, *, data: bytes) -> Table:
    """The table in the bytes of a CSV file; errors as in `read_table`, and for a workbook."""
    if data.startswith(ARCHIVE):
        raise UnreadableSourceError("import-csv-workbook", file=file)
    records = list(read_records(file, text=decode(data)))
    if not records:
        raise UnreadableSourceError("import-empty", file=file)
    return build_table(file, header=records[0].cells, rows=records[1:])


def read_records(file: str, *, text: str) -> Iterator[Row]:
    """The header and rows of a CSV text, each with the line it starts on."""
    first, _, rest = text.partition("\n")
    skipped = 1 if named_delimiter(first) else 0
    with field_limit(len(text) + 1):
        reader = csv.reader(
            io.StringIO(rest if skipped else text, newline=""), delimiter=delimiter_of(first), strict=True
        )
        start = 1 + skipped
        try:
            for count, cells in enumerate(reader):
                if count > ROW_LIMIT or len(cells) > COLUMN_LIMIT:
                    raise UnreadableSourceError("import-table-too-large", file=file, line=start)
                yield Row(start, tuple(cells))
                start = reader.line_num + 1 + skipped
        except csv.Error as error:
            raise UnreadableSourceError("import-csv", file=file, line=start, reason=str(error)) from error


@contextmanager
def field_limit(size: int) -> Iterator[None]:
    """A limit on the size of a cell while reading; the csv module keeps one for the whole process."""
    before = csv.field_size_limit(size)
    try:
        yield
    finally:
        csv.field_size_limit(before)
