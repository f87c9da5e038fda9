"""Problems of validation and of rules in the editor's own words, at the line and column of what they are about.

Every file is read once for all its problems; called by the loader.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from socialmap.model.raw import Raw
from socialmap.problems import Origin, Place, Problem
from socialmap.problems import Path as KeyPath
from socialmap.sources.csv_lines import Lines
from socialmap.sources.folder import MAX_TABLE_BYTES, open_file
from socialmap.sources.normalise import Normaliser
from socialmap.sources.places import Written, read_written, row_place, written_place
from socialmap.sources.tables import TableRecord, rows_of
from socialmap.sources.wording import in_words
from socialmap.sources.written import value_at, written_path

Vocabularies = Mapping[str, tuple[str, ...]]


def locate_in_table(
    problems: Sequence[Problem], /, *, root: Path, file: str, by: Normaliser, terms: Vocabularies
) -> Iterator[Problem]:
    """The problems of rows of one table with their lines."""
    records = _records(root, file, by, {problem.origin.row for problem in problems if problem.origin})
    for problem in problems:
        origin = problem.origin or Origin(file)
        record = records.get(origin.row)
        written = record.row if record else {}
        path = written_path(written, problem.path, by=by)
        shown = _to_column(path, record.cells if record else ())
        place = row_place(_origin_of(origin, problem.path, record.place_lines if record else ()), shown)
        yield _told(problem, place, value_at(written, path), by, terms)


def _to_column(path: KeyPath, columns: Container[str]) -> KeyPath:
    """The path as far as a column says it: a group that was written as one word has no more to point at."""
    short = tuple(step for step in path if isinstance(step, str))
    whole = len(short) > 1 and ".".join(short) not in columns and ".".join(short[:-1]) in columns
    return short[:-1] if whole else path


def locate_in_yaml(
    problems: Iterable[Problem], /, *, written: Written, file: str, by: Normaliser, terms: Vocabularies
) -> Iterator[Problem]:
    """The problems of one file with their lines and columns; the file is one record, or a list of them."""
    for problem in problems:
        origin = problem.origin or Origin(file)
        record = value_at(written.value, (origin.row - 1,) if origin.row else ()) or {}
        path = written_path(record, problem.path, by=by)
        place = written_place(written.marks, origin, path)
        yield _told(problem, place, value_at(record, path), by, terms)


def locate_in(
    problems: Sequence[Problem], /, *, root: Path, file: str, by: Normaliser, terms: Vocabularies
) -> Iterator[Problem]:
    """The problems of one file of the data folder with their places."""
    if file.endswith(".csv"):
        return locate_in_table(problems, root=root, file=file, by=by, terms=terms)
    return locate_in_yaml(problems, written=read_written(root, file), file=file, by=by, terms=terms)


def _told(problem: Problem, place: Place, written: Raw | None, by: Normaliser, terms: Vocabularies) -> Problem:
    return replace(in_words(problem, by=by, written=written, terms=terms), place=place, origin=None)


def _records(root: Path, file: str, by: Normaliser, ordinals: set[int]) -> dict[int, TableRecord]:
    stream = open_file(root, file, limit=MAX_TABLE_BYTES)
    if isinstance(stream, Problem):
        return {}
    with stream:
        found, _ = rows_of(Lines(stream, file), by=by, file=file, wanted=ordinals.__contains__)
    return {record.ordinal: record for record in found}


def _origin_of(origin: Origin, path: KeyPath, place_lines: Sequence[int]) -> Origin:
    index = path[1] if path[:1] == ("locations",) and len(path) > 1 else None
    return replace(origin, line=place_lines[index]) if isinstance(index, int) and place_lines else origin
