"""The canonical form of a table: quotes only where a cell needs them, one kind of line end, UTF-8; called by `fmt`.

The table keeps its own dialect: the character that parts its cells, a `sep=` line, and the line end of its first row
(spreadsheets end rows and the lines inside a cell in different ways). Every cell says what it said, to the character.
What was not UTF-8 gets a byte order mark, by which spreadsheets know it.
"""

import csv
import io
from typing import Final

from socialmap.text.tables import decode, delimiter_of, encoding_of, named_delimiter

MARK: Final = "\ufeff"
UNKNOWN: Final = "\ufffd"


def lay_out_table(content: bytes) -> bytes | None:
    """The table in canonical form, or nothing when it cannot be read or would say something else."""
    text = decode(content).removeprefix(MARK)
    if UNKNOWN in text:
        return None
    head, rest = _head(text)
    rows = _rows(rest, delimiter_of(text))
    if rows is None:
        return None
    end = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    written = _write(rows, delimiter_of(text), end)
    if _rows(written, delimiter_of(text)) != rows:
        return None
    is_marked = encoding_of([content]) != "utf-8"
    return (MARK * is_marked + (f"{head}{end}" if head else "") + written).encode()


def _head(text: str) -> tuple[str, str]:
    """The line that names the delimiter, and what follows it."""
    first, _, rest = text.partition("\n")
    return (first.rstrip("\r"), rest) if named_delimiter(first) else ("", text)


def _rows(text: str, delimiter: str) -> list[list[str]] | None:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return None


def _write(rows: list[list[str]], delimiter: str, end: str) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=end).writerows(rows)
    return stream.getvalue()
