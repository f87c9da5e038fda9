"""Rules on days: checked in time, in order, and not in the future."""

from collections.abc import Iterator

from pydantic import BaseModel

from socialmap.model import Record, Service
from socialmap.problems import Path, Problem
from socialmap.rules.facts import Facts

PAIRS = (("start_date", "end_date"), ("from_date", "until"))
CODES = {"due": "SM408", "old": "SM409", "expired": "SM409"}


def check_due(facts: Facts) -> Iterator[Problem]:
    """SM408, SM409: past the day on which the facts had to be checked again, or twice past it."""
    for (kind, name), level in facts.level_of.items():
        record = facts.catalogue.records(kind)[name]
        if level in CODES and record.status != "stopped":
            case = {"case": level} if level == "expired" else {}
            yield facts.problem(CODES[level], (kind, name), ("assured_date",), date=record.assured_date, **case)


def dates_reversed(facts: Facts) -> Iterator[Problem]:
    """SM410: a last day before the first."""
    for kind, record in facts.records():
        for path, part in _periods(record):
            for first, last in PAIRS:
                start, end = getattr(part, first, None), getattr(part, last, None)
                if start and end and end < start:
                    yield facts.problem("SM410", (kind, record.id), (*path, last), first=start, last=end)


def future_date(facts: Facts) -> Iterator[Problem]:
    """SM419: checked, changed, added or taken over on a day that has yet to come."""
    for kind, record in facts.records():
        for name in ("assured_date", "last_modified", "added", "source_date"):
            day = getattr(record, name)
            if day and day > facts.today:
                yield facts.problem("SM419", (kind, record.id), (name,), date=day, today=facts.today)


def _periods(record: Record) -> Iterator[tuple[Path, BaseModel]]:
    yield (), record
    if isinstance(record, Service):
        if record.alert:
            yield ("alert",), record.alert
        if record.closed:
            yield ("closed",), record.closed


RULES = (check_due, dates_reversed, future_date)
