"""What an import did: rows in, records out, and every row that was refused with its reasons; printed by the command."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from socialmap.model import RECORD_TYPES, RecordType
from socialmap.problems import Place, Problem

MESSAGES: Final = Path(__file__).parent / "messages"
Describe = Callable[[Problem], str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not imported: where it stands and everything that is wrong with it."""

    place: Place
    why: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """A column of a foreign table: its name, the type that its values have, and whether the mapping uses it."""

    table: str
    column: str
    type: str
    used: bool


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The account of an import; `rows_in` equals `rows_out` + refused + `blank` + `skipped` unless it stopped.

    `stopped` holds the problems for which nothing was imported at all; `records` are the ids written, by type;
    `notes` tell what was kept in another place than meant;
    `unused_tables` are files or sheets of the source that the mapping does not name.
    """

    rows_in: int = 0
    rows_out: int = 0
    blank: int = 0
    skipped: int = 0
    records: Mapping[RecordType, tuple[str, ...]] | None = None
    refused: tuple[Refusal, ...] = ()
    notes: tuple[Problem, ...] = ()
    columns: tuple[ColumnProfile, ...] = ()
    unused_tables: tuple[str, ...] = ()
    stopped: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        accounted = self.rows_out + len(self.refused) + self.blank + self.skipped
        if not self.stopped and accounted != self.rows_in:
            raise AssertionError(f"{self.rows_in} rows in, {accounted} accounted for")

    def count(self, kind: RecordType) -> int:
        """How many records of a type were written."""
        return len((self.records or {}).get(kind, ()))


@dataclass(frozen=True, slots=True)
class Messages:
    """The texts of the report in one language."""

    texts: Mapping[str, str]

    def fill(self, name: str, /, **holes: object) -> str:
        """A text with its holes filled; an unknown name is its own text."""
        return self.texts.get(name, name).format_map({key: str(value) for key, value in holes.items()})

    def describe(self, problem: Problem) -> str:
        """One line about a problem of the import itself; of another, its code and values."""
        text = self.texts.get(problem.code)
        if text is None:
            values = ", ".join(f"{key}={value}" for key, value in problem.params.items() if value)
            text = f"{problem.code} ({values})" if values else problem.code
        else:
            text = text.format_map({"suggestion": problem.suggestion, **problem.params})
        suggestion = self.fill("suggestion", word=problem.suggestion) if problem.suggestion else ""
        return f"{text} {suggestion}".rstrip()


def read_messages(language: str) -> Messages:
    """The texts of the report in Dutch or English (the fallback)."""
    path = MESSAGES / f"{language}.toml"
    return Messages(tomllib.loads((path if path.is_file() else MESSAGES / "en.toml").read_text("utf-8")))


def report_lines(outcome: ImportOutcome, *, language: str, describe: Describe | None = None) -> Iterator[str]:
    """The account of an import as lines of text; `describe` words the problems of the data rules."""
    messages = read_messages(language)

    def told(problem: Problem) -> str:
        own = describe is None or problem.code in messages.texts
        return messages.describe(problem) if own or describe is None else describe(problem)

    if outcome.stopped:
        yield messages.fill("stopped")
        yield from (f"  {_where(problem.place)}: {told(problem)}" for problem in outcome.stopped)
        return
    yield from _totals(outcome, messages)
    for refusal in outcome.refused:
        yield from (f"  {_where(problem.place)}: {_key(problem)}{told(problem)}" for problem in refusal.why)
    if outcome.notes:
        yield messages.fill("notes", count=len(outcome.notes))
        yield from (f"  {_where(problem.place)}: {told(problem)}" for problem in outcome.notes)
    yield from _column_lines(outcome, messages)


def _totals(outcome: ImportOutcome, messages: Messages) -> Iterator[str]:
    numbers = {"rows_in": outcome.rows_in, "rows_out": outcome.rows_out, "refused": len(outcome.refused)}
    yield messages.fill("totals", **numbers, blank=outcome.blank, skipped=outcome.skipped)
    for kind in RECORD_TYPES:
        if outcome.count(kind):
            yield "  " + messages.fill(f"count-{kind}", count=outcome.count(kind))
    if outcome.refused:
        yield messages.fill("refused", count=len(outcome.refused))


def _column_lines(outcome: ImportOutcome, messages: Messages) -> Iterator[str]:
    unused = [column for column in outcome.columns if not column.used]
    if unused:
        yield messages.fill("unused", count=len(unused))
    for column in unused:
        yield f"  {column.table}: {column.column} ({column.type})"
    if outcome.unused_tables:
        yield messages.fill("unused-tables", tables=", ".join(outcome.unused_tables))


def _where(place: Place) -> str:
    parts = (place.file, str(place.line) if place.line else "", str(place.column) if place.column else "", place.field)
    return ":".join(part for part in parts if part)


def _key(problem: Problem) -> str:
    path = ".".join(str(step) for step in problem.path)
    return f"{path}: " if path else ""
