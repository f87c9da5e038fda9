"""A foreign table in memory, whatever file it came from: named columns and rows that know their place."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from socialmap.problems import Place

CELL_LIMIT: Final = 20_000
ROW_LIMIT: Final = 200_000
COLUMN_LIMIT: Final = 1_000
SPACE: Final = re.compile(r"\s+")
KEPT_CONTROLS: Final = "\t\n\r"
SHEET_ERRORS: Final = frozenset(
    {"#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"}
    | {"#N/B", "#WAARDE!", "#VERW!", "#DEEL/0!", "#NAAM?", "#GETAL!", "#LEEG!"}
)


class UnreadableSourceError(Exception):
    """A source that cannot be read as a whole; `code` and `params` fill the message, `line` is 0 when unknown."""

    def __init__(self, code: str, *, file: str, line: int = 0, **params: str) -> None:
        super().__init__(code)
        self.code, self.place, self.params = code, Place(file, line), params


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the line in its file it starts on (from 1), and its cells as text in the order of the columns.

    `faults` are the ordinals (from 0) of cells whose content cannot be used, with the reason.
    """

    line: int
    cells: tuple[str, ...]
    faults: tuple[tuple[int, str], ...] = ()

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything."""
        return not self.faults and not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the file (and sheet) it stands in, its column names, each one once, and its rows.

    `merged` are the ranges of cells under the header that a spreadsheet shows as one, such as `A2:A4`.
    """

    file: str
    sheet: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    merged: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the steward calls it: the file, or the sheet of a workbook."""
        return f"{self.file}#{self.sheet}" if self.sheet else self.file


def build_table(file: str, *, header: Sequence[str], rows: Iterable[Row], sheet: str = "") -> Table:
    """A table whose rows are as wide as its header; what stands beyond the header is a fault of the row."""
    columns = column_names(header)
    return Table(file, sheet, columns, tuple(_fit(row, len(columns)) for row in rows))


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """Column names on one line; an empty one is `#` and its ordinal, a repeated one gets ` (2)`."""
    seen: Counter[str] = Counter()
    return tuple(_once(plain_name(name) or f"#{ordinal}", seen) for ordinal, name in enumerate(header, start=1))


def plain_name(name: str) -> str:
    """A column name without line breaks, doubled spaces and invisible characters."""
    return SPACE.sub(" ", without_invisible(name)).strip()


def without_invisible(text: str) -> str:
    """Text without zero-width and direction characters, with ordinary spaces for no-break ones."""
    kept = (char for char in text if unicodedata.category(char) != "Cf")
    return "".join(" " if char in "\u00a0\u202f\u2007" else char for char in kept)


def without_mojibake(text: str) -> str:
    """Text in which the control characters U+0080 to U+009F are the Windows-1252 characters that they once were."""
    if not any("\x80" <= char <= "\x9f" for char in text):
        return text
    return "".join(_from_1252(char) if "\x80" <= char <= "\x9f" else char for char in text)


def _from_1252(char: str) -> str:
    return char.encode("latin-1").decode("cp1252", errors="replace")


def cell_fault(text: str) -> str:
    """The reason why a cell's text cannot be used, or nothing."""
    if len(text) > CELL_LIMIT:
        return "too_long"
    if text.strip() in SHEET_ERRORS:
        return "error_value"
    if any(char in text for char in "\ufffd\ufffe\uffff"):
        return "unreadable"
    return "control" if any(unicodedata.category(char) == "Cc" and char not in KEPT_CONTROLS for char in text) else ""


def _once(name: str, seen: Counter[str]) -> str:
    seen[name] += 1
    return name if seen[name] == 1 else f"{name} ({seen[name]})"


def _fit(row: Row, width: int) -> Row:
    beyond = tuple((i, "beyond_header") for i in range(width, len(row.cells)) if row.cells[i].strip())
    repaired = map(without_mojibake, row.cells[:width])
    cells = (*repaired, *("" for _ in range(width - len(row.cells))))
    found = tuple((i, why) for i, cell in enumerate(cells) if (why := cell_fault(cell)))
    return Row(row.line, cells, (*row.faults, *found, *beyond))
