"""How a table file's bytes become text, and which character parts its cells; called by every reader of tables.

Measured on the exports of spreadsheet programs: a byte order mark decides, else strict UTF-8, else Windows-1252.
"""

from typing import Final

DELIMITERS: Final = ";\t,|"
MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes) -> str:
    """The text in the bytes of a table; a byte that no encoding explains becomes U+FFFD."""
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    if marked:
        return data.decode(marked, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


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
