"""What is wrong first: problems that only follow from another one are left out of a report; called by `check`.

A file that cannot be read has no record, so whoever names it would seem wrong too. A row with a cell too many has
everything in the wrong column. Whoever mends the cause sees at the next check what is left.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from socialmap.pipeline.source_lines import Lines
from socialmap.problems import Place, Problem, fault
from socialmap.text.tables import named_delimiter

UNREAD: Final = frozenset({"SM101", "SM103", "SM104", "SM105", "SM106", "SM108", "SM109", "SM110", "SM111"})
UNREAD_TABLE: Final = UNREAD | {"SM120", "SM123", "SM128"}
SHIFTED: Final = frozenset({"SM111", "SM121"})
HEADER_GONE: Final = 3

ByFile = Mapping[str, Sequence[Problem]]


def first_causes(problems: Iterable[Problem], lines: Lines) -> tuple[Problem, ...]:
    """The problems that come first, each with the place where it must be mended."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    mended = {
        file: tuple(_of_table(found, _header_line(lines(file)))) if file.endswith(".csv") else found
        for file, found in by_file.items()
    }
    known = _without_misspelled(mended)
    return tuple(problem for problem in known if problem.code != "SM301" or not _is_unread(problem, mended))


def _of_table(problems: Sequence[Problem], header: int) -> Iterator[Problem]:
    """The problems of one table: its header once, no more of a row than that it is too long or too short."""
    header_gone = _header_gone(problems, header)
    if header_gone:
        yield header_gone
        return
    shifted = {problem.place.line for problem in problems if problem.code in SHIFTED}
    told: set[tuple[str, str]] = set()
    for problem in problems:
        of_header = problem.code in ("SM111", "SM201")
        key = (problem.code, problem.place.field)
        follows = problem.place.line in shifted and problem.code not in SHIFTED
        if follows or (of_header and key in told):
            continue
        told.add(key)
        yield _above(problem, header) if problem.code == "SM201" else problem


def _header_gone(problems: Sequence[Problem], header: int) -> Problem | None:
    """The problem that the first line names no columns, when no row has an id and many columns are unknown."""
    unknown = {problem.place.field for problem in problems if problem.code == "SM201"}
    without_id = any(problem.code == "SM205" and problem.params.get("key") == "id" for problem in problems)
    if not without_id or len(unknown) < HEADER_GONE:
        return None
    return fault("SM128", Place(problems[0].place.file, header, 1))


def _above(problem: Problem, header: int) -> Problem:
    """The problem of a column, at its name above the column."""
    return replace(problem, place=Place(problem.place.file, header, 0, problem.place.field), origin=None)


def _header_line(lines: Sequence[str]) -> int:
    """The line of a table with the names of its columns."""
    return 2 if lines and named_delimiter(lines[0]) else 1


def _without_misspelled(by_file: ByFile) -> Iterator[Problem]:
    """All problems without those of a missing key that stands there misspelled."""
    for problems in by_file.values():
        meant = {problem.suggestion for problem in problems if problem.code == "SM201" and problem.suggestion}
        for problem in problems:
            if problem.code != "SM205" or problem.place.field.partition("@")[0] not in meant:
                yield problem


def _is_unread(problem: Problem, by_file: ByFile) -> bool:
    """Whether the record that is named may well be in a file that could not be read."""
    named = problem.params.get("id", "").rpartition("/")[2]
    for file, found in by_file.items():
        path, codes = PurePosixPath(file), {each.code for each in found}
        if codes & (UNREAD_TABLE if path.suffix == ".csv" else UNREAD if path.stem == named else frozenset()):
            return True
    return False
