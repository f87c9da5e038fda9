"""How long ago a record was checked, against how often that should be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from socialmap.model import Organization, Record, Service, Term

Level = Literal["fresh", "due", "old", "expired", "unknown"]
MONTHS = 12
KEPT = "assured_date"


@dataclass(frozen=True, slots=True)
class Freshness:
    """When a record has to be checked again, and how far past that it is.

    `due` is past its review date, `old` twice past it, `expired` three times: then it leaves the lists, unless somebody
    keeps it with a reason (`allowed`).
    """

    level: Level
    review_date: date | None = None


def freshness(record: Record, *, kinds: Mapping[str, Term], today: date) -> Freshness:
    """The freshness of a record on a day; unknown when it was never checked."""
    if record.assured_date is None:
        return Freshness("unknown")
    months = review_months(record, kinds=kinds)
    passed = sum(today >= add_months(record.assured_date, months * times) for times in (1, 2, 3))
    levels: tuple[Level, ...] = ("fresh", "due", "old", "old" if KEPT in record.allowed else "expired")
    return Freshness(levels[passed], add_months(record.assured_date, months))


def review_months(record: Record, *, kinds: Mapping[str, Term]) -> int:
    """Months between two checks: the record's own, else the shortest of its kinds, else a year."""
    if record.review_months:
        return record.review_months
    if isinstance(record, Service):
        known = [kinds[kind].review_months for kind in record.kinds if kind in kinds]
        return min((months for months in known if months), default=MONTHS)
    return 6 if isinstance(record, Organization) and record.kind == "residents_initiative" else MONTHS


def add_months(day: date, months: int, /) -> date:
    """The same day so many months later; the last of that month where it has no such day."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(f"no month has a day {day.day}")
