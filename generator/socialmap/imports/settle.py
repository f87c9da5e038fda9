"""Sketches become records: ids are given, every row is checked whole, and what cannot stay is refused with reasons."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from socialmap.imports.aside import Aside
from socialmap.imports.outcome import NOTHING_MADE, Made, Refusal
from socialmap.imports.refs import mentions, resolved
from socialmap.imports.sketch import Ref, Sketch, SketchedRow, Value
from socialmap.model import RecordType
from socialmap.problems import Origin, Place, Problem
from socialmap.text.words import slugify

Validate = Callable[[RecordType, Mapping[str, object], Origin], tuple[Problem, ...]]
Taken = Callable[[RecordType, str], str]
Faults = Mapping[tuple[RecordType, str], tuple[Problem, ...]]
ID_LENGTH: Final = 80
RESERVED: Final = frozenset(
    {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


@dataclass(frozen=True, slots=True)
class Settled:
    """A record that is ready to be written."""

    type: RecordType
    id: str
    values: Mapping[str, Value]

    @property
    def key(self) -> tuple[RecordType, str]:
        """Its type and id."""
        return self.type, self.id


@dataclass(frozen=True, slots=True)
class Settlement:
    """All rows after checking; `stopping` are the errors in records that no row made."""

    records: tuple[Settled, ...]
    rows_out: int
    refused: tuple[Refusal, ...]
    notes: tuple[Problem, ...]
    stopping: tuple[Problem, ...] = ()
    made: Made = NOTHING_MADE


Trial = Callable[[tuple[Settled, ...]], Faults]


def no_trial(_records: tuple[Settled, ...]) -> Faults:
    """No error: for those who do not try the records in a data folder."""
    return {}


@dataclass(frozen=True, slots=True)
class Checks:
    """What a record is held against: the model, the files that are there already, and what may be set aside.

    `trial` gives the errors of records once they stand in the data folder, beside all that is there.
    """

    validate: Validate
    taken: Taken
    aside: Aside
    trial: Trial = no_trial


@dataclass(slots=True)
class _Ids:
    """The ids given so far in one import."""

    used: dict[tuple[RecordType, str], bool] = field(default_factory=dict)
    by_key: dict[Ref, str] = field(default_factory=dict)

    def give(self, sketch: Sketch, *, ordinal: int) -> str:
        base = slugify(sketch.named) or f"{sketch.type}-{ordinal}"
        chosen = base if sketch.shared and self.used.get((sketch.type, base)) else self._free(sketch.type, base)
        self.used[sketch.type, chosen] = sketch.shared
        for key in sketch.keys:
            self.by_key.setdefault(Ref(sketch.type, key), chosen)
        return chosen

    def _free(self, kind: RecordType, base: str) -> str:
        number, chosen = 1, base
        while (kind, chosen) in self.used or chosen in RESERVED:
            number += 1
            tail = f"-{number}"
            chosen = base[: ID_LENGTH - len(tail)].rstrip("-") + tail
        return chosen


def settle(rows: Iterable[SketchedRow], *, checks: Checks) -> Settlement:
    """The records of all rows that are right, and a refusal for each that is not.

    A row goes in whole or not at all; a mention of a record that is refused or absent is left out and told. Refusing a
    row may leave another without what it names, so the rest is tried again until all of it can stay.
    """
    ids = _Ids()
    named = [(row, [(s, ids.give(s, ordinal=n)) for s in row.sketches]) for n, row in enumerate(rows, start=1)]
    judged = [_judge(row, given, ids.by_key, checks) for row, given in named]
    while True:
        accepted = [verdict for verdict in judged if not verdict.problems]
        there = {record.key for verdict in accepted for record in verdict.records}
        known = {ref: given for ref, given in ids.by_key.items() if (ref.type, given) in there}
        records, notes = _finish(accepted, known)
        faults = checks.trial(records)
        if there.isdisjoint(faults):
            break
        judged = [_held(verdict, faults) for verdict in judged]
    refused = tuple(Refusal(verdict.row.place, verdict.problems) for verdict in judged if verdict.problems)
    stopping = tuple(problem for found in faults.values() for problem in found)
    return Settlement(records, len(accepted), refused, notes, stopping, _made(accepted))


@dataclass(frozen=True, slots=True)
class _Verdict:
    row: SketchedRow
    records: tuple[Settled, ...]
    notes: tuple[Problem, ...]
    problems: tuple[Problem, ...]


def _made(accepted: Iterable[_Verdict]) -> Made:
    per_row = [{record.key for record in verdict.records} for verdict in accepted]
    rows_of = Counter(key for keys in per_row for key in keys)
    several = sum(len(keys) > 1 for keys in per_row)
    return Made(several=several, shared=sum(count > 1 for count in rows_of.values()))


def _held(verdict: _Verdict, faults: Faults) -> _Verdict:
    """The verdict with the errors that its records would have in the data folder."""
    found = (
        replace(problem, place=_place(problem, record.type, verdict.row))
        for record in verdict.records
        for problem in faults.get(record.key, ())
    )
    return verdict if verdict.problems else replace(verdict, problems=tuple(found))


Given = list[tuple[Sketch, str]]


def _judge(row: SketchedRow, given: Given, known: Mapping[Ref, str], checks: Checks) -> _Verdict:
    notes, problems, records = list(row.notes), list(row.faults), []
    for sketch, chosen in given:
        tidy, found = checks.aside.unreadable_hours({"id": chosen, **sketch.values}, sketch.type, row)
        notes += found
        tidy, found, wrong = _check(Settled(sketch.type, chosen, tidy), known, checks, row)
        notes += found
        problems += wrong
        existing = checks.taken(sketch.type, chosen)
        if existing:
            problems.append(Problem("import-exists", row.place, {"file": existing}))
        records.append(Settled(sketch.type, chosen, tidy))
    return _Verdict(row, tuple(records), tuple(notes), tuple(problems))


Checked = tuple[Mapping[str, Value], tuple[Problem, ...], tuple[Problem, ...]]


def _check(record: Settled, known: Mapping[Ref, str], checks: Checks, row: SketchedRow) -> Checked:
    place = row.place
    origin = Origin(place.file, place.line or 1, place.line)
    wrong = checks.validate(record.type, resolved(record.values, known), origin)
    if not wrong:
        return record.values, (), ()
    kept, notes = checks.aside.unusable(record.values, wrong, place_of=lambda name: row.place_of(record.type, name))
    if notes:
        wrong = checks.validate(record.type, resolved(kept, known), origin)
    placed = tuple(replace(problem, place=_place(problem, record.type, row)) for problem in wrong)
    return kept, notes, placed


def _place(problem: Problem, kind: RecordType, row: SketchedRow) -> Place:
    return row.place_of(kind, str(problem.path[0])) if problem.path else row.place


def _finish(accepted: Iterable[_Verdict], known: Mapping[Ref, str]) -> tuple[tuple[Settled, ...], tuple[Problem, ...]]:
    records: dict[tuple[RecordType, str], Settled] = {}
    notes: list[Problem] = []
    for verdict in accepted:
        notes += verdict.notes
        for record in verdict.records:
            done = replace(record, values=resolved(record.values, known))
            first = records.setdefault(record.key, done)
            notes += _lost(record, known, verdict.row.place)
            if first != done:
                notes.append(Problem("import-differs", verdict.row.place, {"id": f"{record.type}/{record.id}"}))
    return tuple(records.values()), tuple(notes)


def _lost(record: Settled, known: Mapping[Ref, str], place: Place) -> Iterator[Problem]:
    for ref in mentions(record.values):
        if ref not in known:
            yield Problem("import-refers", place, {"key": ref.key, "type": ref.type})
