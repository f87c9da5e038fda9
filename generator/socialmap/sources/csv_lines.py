"""The rows of a CSV file in any dialect that Excel makes, one at a time; the only module of this room that knows CSV.

A file is read in pieces and never held whole: a table of 100,000 rows is a few hundred megabytes in memory.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from socialmap.problems import Place, Problem, fault
from socialmap.sources.hidden import HIDDEN, hidden_characters
from socialmap.sources.two_versions import is_mark
from socialmap.text.tables import decode_parts, delimiter_of, encoding_of

MAX_CELL = 20_000
UNKNOWN = "\ufffd"
PART_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: the line it starts on and its cells by column as written."""

    line: int
    cells: Mapping[str, str]


@dataclass(slots=True)
class Lines:
    """The rows of a table as they are read; `problems` is whole when all of them were."""

    stream: BinaryIO
    file: str
    header: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __iter__(self) -> Iterator[Line]:
        encoding = encoding_of(_parts(self.stream))
        self.problems.extend(_unreadable_characters(self.stream, encoding, self.file))
        if self.problems:
            return
        self.stream.seek(0)
        text = TextIOWrapper(self.stream, encoding=encoding, errors="replace", newline="")
        try:
            yield from self._rows(text)
        finally:
            text.detach()

    def _rows(self, text: TextIOWrapper) -> Iterator[Line]:
        first = text.readline()
        separator = _separator_of(first)
        if separator:
            first = text.readline()
        lines: Iterator[str] = chain((first,), text)
        if not first.strip():
            blank = list(lines)
            if not any(line.strip() for line in blank):
                self.problems.append(fault("SM123", Place(self.file, 1, 1)))
                return
            lines = iter(blank)
        yield from self._records(lines, separator or delimiter_of(first), skipped=1 if separator else 0)

    def _records(self, lines: Iterator[str], delimiter: str, *, skipped: int) -> Iterator[Line]:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            self.header = [name.strip() for name in next(reader)]
            self.problems.extend(_header_problems(self.header, self.file, 1 + skipped))
            start = reader.line_num + skipped
            for cells in reader if self.header else ():
                if any(cell.strip() for cell in cells if cell):
                    self.problems.extend(self._row_problems(cells, start + 1))
                    yield Line(start + 1, dict(zip(self.header, cells, strict=False)))
                start = reader.line_num + skipped
        except csv.Error as error:
            self.problems.append(_csv_problem(str(error), Place(self.file, reader.line_num + skipped, 1)))

    def _row_problems(self, cells: list[str], line: int) -> Iterator[Problem]:
        if is_mark(cells[0]):
            yield fault("SM111", Place(self.file, line, 1))
        elif len(cells) != len(self.header):
            yield fault("SM121", Place(self.file, line, 1), cells=len(cells), columns=len(self.header))
        if max(map(len, cells)) > MAX_CELL:
            for name, cell in zip(self.header, cells, strict=False):
                if len(cell) > MAX_CELL:
                    yield fault("SM105", Place(self.file, line, 0, name), limit=MAX_CELL)


def _parts(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    while part := stream.read(PART_BYTES):
        yield part


def _unreadable_characters(stream: BinaryIO, encoding: str, file: str) -> list[Problem]:
    """The problems of characters that nobody sees or that no encoding explains; only then the whole text is held."""
    if not any(HIDDEN.search(text) or UNKNOWN in text for text in decode_parts(_parts(stream), encoding)):
        return []
    text = "".join(decode_parts(_parts(stream), encoding))
    problems = list(hidden_characters(text, file=file))
    if UNKNOWN in text:
        problems.append(fault("SM109", Place(file, text[: text.index(UNKNOWN)].count("\n") + 1, 1)))
    return problems


def _separator_of(line: str) -> str:
    written = line.strip()
    return written[4] if line.lower().startswith("sep=") and len(written) == 5 else ""


def _header_problems(header: list[str], file: str, line: int) -> Iterator[Problem]:
    for index, name in enumerate(header or [""]):
        if not name:
            yield fault("SM122", Place(file, line), column=index + 1)
        elif name in header[:index]:
            yield fault("SM127", Place(file, line, 0, name), column=index + 1)


def _csv_problem(error: str, place: Place) -> Problem:
    return fault("SM105", place, limit=MAX_CELL) if "field larger" in error else fault("SM120", place)
