"""What the rules look at: the whole, the day, and what others worked out for them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel

from socialmap.catalogue import Catalogue, Key
from socialmap.model import RECORD_TYPES, Record, RecordType
from socialmap.model.boundary import Boundary, PostcodeArea
from socialmap.problems import Origin, Path, Place, Problem

ANY = re.compile(r"[\s\S]")


@dataclass(frozen=True, slots=True)
class Facts:
    """The catalogue on a day; `level_of` is how fresh a record is, `judge` says what a phone number is, and
    `frequency` how common a word is in a language (Zipf).

    `languages` are those of the site, its first one first; without them no text is missed. Nobody hears of problems
    with a code in `silent`: a rule that takes long need not look for them. `beside` are guides and words of danger with
    where each was read.
    """

    catalogue: Catalogue
    today: date
    country: str = "NL"
    languages: tuple[str, ...] = ()
    silent: frozenset[str] = frozenset()
    judge: Callable[[str, str], str] = lambda _number, _country: "fine"
    frequency: Callable[[str, str], float] = lambda _word, _language: 9.0
    role_of: Mapping[Key, str] = field(default_factory=dict)
    level_of: Mapping[Key, str] = field(default_factory=dict)
    neighbourhood_at: Mapping[str, str] = field(default_factory=dict)
    boundaries: tuple[Boundary, ...] = ()
    postcodes: Mapping[str, PostcodeArea] = field(default_factory=dict)
    beside: tuple[tuple[BaseModel, Origin], ...] = ()

    def records(self) -> Iterator[tuple[RecordType, Record]]:
        """Every record with its type."""
        for kind in RECORD_TYPES:
            for record in self.catalogue.records(kind).values():
                yield kind, record

    def problem(self, code: str, key: Key, path: Path, /, *, suggestion: str = "", **params: object) -> Problem:
        """A problem at a path of a record."""
        origin = self.catalogue.origins[key]
        return Problem(code, Place(origin.file), {k: str(v) for k, v in params.items()}, suggestion, path, origin)


def texts(value: object, path: Path = ()) -> list[tuple[Path, str]]:
    """Every text in a record or a part of it, with its path; references and fixed words are texts too."""
    return texts_like(ANY, value, path)


def texts_like(pattern: re.Pattern[str], value: object, path: Path = ()) -> list[tuple[Path, str]]:
    """Every text in a record or a part of it in which a pattern is found, with its path."""
    found: list[tuple[Path, str]] = []
    _collect(value, path, pattern.search, found)
    return found


def _collect(value: object, path: Path, search: Callable[[str], object], found: list[tuple[Path, str]]) -> None:
    if isinstance(value, str):
        if search(value):
            found.append((path, value))
        return
    for name, part in _parts(value):
        if isinstance(part, str):
            if search(part):
                found.append(((*path, name), part))
        elif part:
            _collect(part, (*path, name), search, found)


def _parts(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, tuple):
        return enumerate(value)
    if isinstance(value, dict):
        return value.items()
    return value.__dict__.items() if isinstance(value, BaseModel) else ()


def circle(start: str, following: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """The way from a node back to itself, or nothing; the shortest, and without recursion."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    queue = [start]
    for node in queue:
        for after in following(node):
            if after == start:
                return (*ways[node], start)
            if after not in ways:
                ways[after] = (*ways[node], after)
                queue.append(after)
    return ()
