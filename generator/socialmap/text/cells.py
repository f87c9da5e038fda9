"""Where each cell of a table's row stands in its text; for messages about a cell, and to change only that cell."""

from collections.abc import Sequence
from dataclasses import dataclass

QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Cell:
    """The span of one cell, its quotes with it: line and column (from 0) of its first character and past its last."""

    start: tuple[int, int]
    end: tuple[int, int]


def row_cells(lines: Sequence[str], first: int, *, delimiter: str) -> tuple[Cell, ...]:
    """The cells of the row that starts on a line; a cell in quotes may go on over more lines."""
    cells: list[Cell] = []
    row, column = first, 0
    while True:
        start = (row, column)
        if lines[row][column : column + 1] == QUOTE:
            row, column = _past_quote(lines, row, column + 1)
        found = lines[row].find(delimiter, column)
        end = found if found >= 0 else max(column, len(lines[row].rstrip("\r")))
        cells.append(Cell(start, (row, end)))
        if found < 0:
            return tuple(cells)
        column = end + 1


def _past_quote(lines: Sequence[str], row: int, column: int) -> tuple[int, int]:
    """The place after the quote that ends a cell, or the end of the text when none does."""
    while True:
        found = lines[row].find(QUOTE, column)
        if found >= 0 and lines[row][found + 1 : found + 2] != QUOTE:
            return row, found + 1
        if found >= 0:
            column = found + 2
        elif row + 1 < len(lines):
            row, column = row + 1, 0
        else:
            return row, len(lines[row])


def cell_text(lines: Sequence[str], cell: Cell) -> str:
    """What a cell says, without the quotes around it."""
    (first, begin), (last, end) = cell.start, cell.end
    rows = [lines[row] for row in range(first, last + 1)]
    rows[-1] = rows[-1][:end]
    rows[0] = rows[0][begin:]
    written = "\n".join(rows)
    quoted = len(written) > 1 and written[0] == written[-1] == QUOTE
    return written[1:-1].replace(QUOTE * 2, QUOTE) if quoted else written
