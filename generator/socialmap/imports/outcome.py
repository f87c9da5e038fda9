"""What an import did: rows in, records out, and every row that was refused with its reasons; told by `account`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from socialmap.model import RecordType
from socialmap.problems import Place, Problem

MESSAGES: Final = Path(__file__).parent / "messages"


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
class LeftOut:
    """Rows that were not to be imported: empty, skipped by the mapping, of another kind, or said once more."""

    blank: int = 0
    skipped: int = 0
    others: int = 0
    repeated: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.blank + self.skipped + self.others + self.repeated


@dataclass(frozen=True, slots=True)
class Made:
    """How rows became records: rows that made several, records made by several rows, and records of the mapping."""

    several: int = 0
    shared: int = 0
    beside: int = 0


NOTHING_LEFT_OUT: Final = LeftOut()
NOTHING_MADE: Final = Made()


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The account of an import; `rows_in` equals `rows_out` + refused unless it stopped, `left_out` comes before.

    `stopped` holds the problems for which nothing was imported at all; `records` are the ids written, by type, and
    `made` says how rows became records;
    `notes` tell what was kept in another place than meant, `doubts` what in the source deserves a look;
    `unused_tables` are files or sheets of the source that the mapping does not name.
    """

    rows_in: int = 0
    rows_out: int = 0
    left_out: LeftOut = NOTHING_LEFT_OUT
    made: Made = NOTHING_MADE
    records: Mapping[RecordType, tuple[str, ...]] | None = None
    refused: tuple[Refusal, ...] = ()
    notes: tuple[Problem, ...] = ()
    columns: tuple[ColumnProfile, ...] = ()
    unused_tables: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()
    stopped: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        accounted = self.rows_out + len(self.refused)
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
