"""The account of an import as lines of text that a steward without programming can follow; printed by the command."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields

from socialmap.imports.outcome import ImportOutcome, Messages, read_messages
from socialmap.model import RECORD_TYPES
from socialmap.problems import Place, Problem

Describe = Callable[[Problem], str]


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
    if outcome.refused:
        yield messages.fill("refused", count=len(outcome.refused))
    for refusal in outcome.refused:
        yield from (f"  {_where(problem.place)}: {_key(problem)}{told(problem)}" for problem in refusal.why)
    if outcome.doubts:
        yield messages.fill("doubts", count=len(outcome.doubts))
        yield from (f"  {_where(doubt.place)}: {told(doubt)}" for doubt in outcome.doubts)
    if outcome.notes:
        yield messages.fill("notes", count=len(outcome.notes))
        yield from (f"  {_where(problem.place)}: {told(problem)}" for problem in outcome.notes)
    yield from _column_lines(outcome, messages)


def _totals(outcome: ImportOutcome, messages: Messages) -> Iterator[str]:
    left_out, refused = outcome.left_out, len(outcome.refused)
    yield messages.fill("rows-read", count=outcome.rows_in + left_out.total)
    yield from _counted({f"left-{item.name}": getattr(left_out, item.name) for item in fields(left_out)}, messages)
    yield messages.fill("rows-in", rows_in=outcome.rows_in, rows_out=outcome.rows_out, refused=refused)
    written = {kind: outcome.count(kind) for kind in RECORD_TYPES}
    yield messages.fill("records", count=sum(written.values()))
    yield from _counted({f"count-{kind}": count for kind, count in written.items()}, messages)
    made = outcome.made
    yield from _counted({f"made-{item.name}": getattr(made, item.name) for item in fields(made)}, messages)


def _counted(counts: Mapping[str, int], messages: Messages) -> Iterator[str]:
    """A line for each count that is not nothing."""
    yield from ("  " + messages.fill(name, count=count) for name, count in counts.items() if count)


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
