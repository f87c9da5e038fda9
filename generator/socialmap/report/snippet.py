"""The source line of a finding with a caret under the value, for a terminal and a summary; pure, called by the writers.

A line is shown without what a terminal would obey or nobody sees, and a long one only around the value.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from socialmap.problems import Place
from socialmap.text.tables import delimiter_of

WIDE = 100
BEFORE = 40
KEY = re.compile(r"^(?:\"[^\"]*\"|'[^']*'|[^\s:#\"'\[{&*!|>%@`-][^:#]*?)(?=\s*:(?:\s|$))")
STRING = re.compile(r"^\"(?:[^\"\\]|\\.)*\"|^'(?:[^']|'')*'")
CELL = re.compile(r"^\"(?:[^\"]|\"\")*\"?")
COMMENT = re.compile(r"\s+#.*$")
UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line as it can be shown, with how many columns stand before the caret and how many it is wide."""

    number: int
    text: str
    before: int
    width: int

    @property
    def lines(self) -> tuple[str, str]:
        """The line with its number, and the line with the caret."""
        margin = len(str(self.number))
        caret = " " * self.before + "^" * self.width
        return f"{self.number} | {self.text}", f"{' ' * margin} | {caret}"


def snippet_of(place: Place, lines: Sequence[str]) -> Snippet | None:
    """The snippet of a place, or nothing when it is about a whole record or file."""
    if not place.line or not place.column or place.line > len(lines):
        return None
    line = lines[place.line - 1].rstrip("\r")
    column = place.column - 1
    if place.file.endswith(".csv"):
        length = _cell(line[column:], lines[0]) if place.field else len(line) - column
    else:
        length = _length(line, column, place)
    length = 1 if _unseen(line[column : column + 1]) else length
    return _cut(place.line, line, column, length) if length else None


def _cell(text: str, header: str) -> int:
    quoted = CELL.match(text)
    return quoted.end() if quoted else len(text.partition(delimiter_of(header))[0]) or 1


def _length(line: str, column: int, place: Place) -> int:
    """How many characters the value has that stands at a column; 0 when what stands there is only its record."""
    text = line[column:]
    key = KEY.match(text) if line[:column].strip(" -") == "" else None
    if key:
        last = place.field.rpartition(".")[2]
        return len(key[0]) if not last or key[0].strip("\"'") == last else 0
    string = STRING.match(text)
    if string:
        return string.end()
    if text[:1].isspace():
        return len(text.rstrip())
    return max(1, len(_plain(line, column)))


def _plain(line: str, column: int) -> str:
    text = COMMENT.sub("", line[column:]).rstrip()
    opened = line[:column].count("[") + line[:column].count("{") > line[:column].count("]") + line[:column].count("}")
    return re.split(r"\s*[,\]}]", text, maxsplit=1)[0] if opened and text[:1] not in "[{" else text


def _cut(number: int, line: str, column: int, length: int) -> Snippet:
    start = max(0, column - BEFORE) if len(line) > WIDE else 0
    end = min(len(line), start + WIDE)
    lead, tail = "…" if start else "", "…" if end < len(line) else ""
    before = lead + visible(line[start:column])
    value = visible(line[column : min(column + length, end)])
    shown = f"{before}{value}{visible(line[column + length : end])}{tail}"
    return Snippet(number, shown, _columns(before), _columns(value) or 1)


def _unseen(character: str) -> bool:
    return bool(character) and character not in "\t\u200c\u200d" and unicodedata.category(character) in UNSEEN


def visible(text: str) -> str:
    """The text on one line without what a terminal would obey: such a character is shown as a replacement sign."""
    if text.isprintable():
        return text
    return "".join(" " if c == "\t" else "\ufffd" if _unseen(c) else c for c in text)


def _columns(text: str) -> int:
    """How wide a terminal shows the text: East Asian letters and emoji take two columns, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)
