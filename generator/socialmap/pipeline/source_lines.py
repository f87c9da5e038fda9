"""The lines of the files that a report is about, and the place of a cell in its row; made per report by `check`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from socialmap.problems import Place, Problem
from socialmap.sources.folder import MAX_TABLE_BYTES, read_file
from socialmap.text.cells import cell_text, row_cells
from socialmap.text.tables import decode, delimiter_of, named_delimiter

Lines = Callable[[str], Sequence[str]]


def make_lines(root: Path) -> Lines:
    """A reader of the lines of a file in the data folder; a file that cannot be read has none."""
    known: dict[str, Sequence[str]] = {}

    def lines(file: str) -> Sequence[str]:
        if file not in known:
            content = read_file(root, file, limit=MAX_TABLE_BYTES) if file else None
            known[file] = () if content is None or isinstance(content, Problem) else decode(content.content).split("\n")
        return known[file]

    return lines


def with_cells(problems: Iterable[Problem], lines: Lines) -> Iterator[Problem]:
    """The problems, those of a table's cell with the line and column where that cell stands."""
    for problem in problems:
        place = problem.place
        about_cell = place.file.endswith(".csv") and place.field and place.line and not place.column
        yield replace(problem, place=_cell_place(place, lines(place.file))) if about_cell else problem


def _cell_place(place: Place, lines: Sequence[str]) -> Place:
    if place.line > len(lines):
        return place
    first = 1 if named_delimiter(lines[0]) else 0
    delimiter = delimiter_of(lines[0])
    names = [cell_text(lines, cell).strip() for cell in row_cells(lines, first, delimiter=delimiter)]
    cells = row_cells(lines, place.line - 1, delimiter=delimiter)
    index = column_of(place.field, names)
    if index is None or index >= len(cells):
        return place
    line, column = cells[index].start
    return replace(place, line=line + 1, column=column + 1)


def column_of(field: str, names: Sequence[str]) -> int | None:
    """The column of a field: the one named like it, else the longest name that it begins with (`telefoon.nummer`)."""
    fits = [name for name in names if field == name or (name and field.startswith(f"{name}."))]
    return names.index(max(fits, key=len)) if fits else None
