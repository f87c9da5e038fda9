"""How a table file's bytes become text, and which character parts its cells; called by every reader of tables.

Measured on the exports of spreadsheet programs: a byte order mark decides, else strict UTF-8, else Windows-1252.
"""

from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from typing import Final

DELIMITERS: Final = ";\t,|"
MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes) -> str:
    """The text in the bytes of a table; a byte that no encoding explains becomes U+FFFD."""
    return data.decode(encoding_of([data]), errors="replace")


def encoding_of(parts: Iterable[bytes]) -> str:
    """The encoding of a table that is read in parts, the first of which is at least as long as a mark."""
    decoder, marked = getincrementaldecoder("utf-8")(), ""
    for number, part in enumerate(parts):
        if not number:
            marked = next((encoding for mark, encoding in MARKS if part.startswith(mark)), "")
        if marked:
            return marked
        try:
            decoder.decode(part)
        except UnicodeDecodeError:
            return "cp1252"
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def decode_parts(parts: Iterable[bytes], encoding: str) -> Iterator[str]:
    """The text of each part; a byte that the encoding does not explain becomes U+FFFD."""
    decoder = getincrementaldecoder(encoding)(errors="replace")
    for part in parts:
        yield decoder.decode(part)
    yield decoder.decode(b"", final=True)


def delimiter_of(first_line: str) -> str:
    """The character that parts the cells: what a `sep=` line says, else the most frequent of `; tab , |`."""
    named = named_delimiter(first_line)
    if named:
        return named
    most = max(DELIMITERS, key=first_line.count)
    return most if most in first_line else ","


def named_delimiter(first_line: str) -> str:
    """The delimiter in a spreadsheet's `sep=;` line, or nothing when the line is not one."""
    line = first_line.rstrip("\r\n").strip('"')
    return line[4:] if line.lower().startswith("sep=") and len(line) == 5 else ""
