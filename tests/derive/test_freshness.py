"""How fresh a record is: half-open edges, months of unequal length, and whose interval counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.derive.freshness import Freshness, add_months, freshness, review_months
from socialmap.model import Organization, Record, Service, Term

DATES = st.dates(date(1990, 1, 1), date(2100, 1, 1))
KINDS = {
    "maaltijd": Term(id="maaltijd", name={"nl": "Maaltijd"}, review_months=3),
    "hulp": Term(id="hulp", name={"nl": "Hulp"}, review_months=6),
    "anders": Term(id="anders", name={"nl": "Anders"}),
}


def organization(**values: object) -> Organization:
    return Organization.model_validate({"id": "x", "name": {"nl": "X"}, **values})


def service(*kinds: str, **values: object) -> Service:
    fixed = {"id": "x", "name": {"nl": "X"}, "themes": ["geld"], "kinds": kinds}
    return Service.model_validate({**fixed, **values})


@pytest.mark.parametrize(
    ("today", "level"),
    [
        (date(2026, 1, 15), "fresh"),
        (date(2026, 4, 14), "fresh"),
        (date(2026, 4, 15), "due"),
        (date(2026, 7, 14), "due"),
        (date(2026, 7, 15), "old"),
        (date(2026, 10, 14), "old"),
        (date(2026, 10, 15), "expired"),
        (date(2036, 1, 1), "expired"),
    ],
)
def test_a_level_changes_on_the_day_itself(today: date, level: str) -> None:
    record = organization(assured_date=date(2026, 1, 15), review_months=3)
    assert freshness(record, kinds={}, today=today) == Freshness(level, date(2026, 4, 15))  # type: ignore[arg-type]


def test_what_was_never_checked_is_unknown_not_old() -> None:
    assert freshness(organization(), kinds={}, today=date(2026, 1, 1)) == Freshness("unknown")


@pytest.mark.parametrize(
    ("record", "months"),
    [
        (organization(review_months=5, kind="residents_initiative"), 5),
        (organization(kind="residents_initiative"), 6),
        (organization(), 12),
        (service("hulp", "maaltijd"), 3),
        (service("hulp", "anders", "onbekend"), 6),
        (service("anders"), 12),
        (service("maaltijd", review_months=9), 9),
    ],
)
def test_the_interval_is_its_own_else_the_shortest_of_its_kinds(record: Record, months: int) -> None:
    assert review_months(record, kinds=KINDS) == months


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 8, 31), 3, date(2026, 11, 30)),
        (date(2026, 11, 22), 12, date(2027, 11, 22)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_the_same_day_or_the_last_of_the_month(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(DATES, DATES, st.integers(0, 60))
def test_later_days_stay_later(one: date, other: date, months: int) -> None:
    first, last = sorted((one, other))
    assert add_months(first, months) <= add_months(last, months)


@given(DATES, st.integers(0, 60))
def test_months_later_is_in_that_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


def test_what_somebody_keeps_with_a_reason_never_expires() -> None:
    kept = service("maaltijd", assured_date="2026-01-15", allowed={"assured_date": "De enige in het dorp."})
    assert freshness(kept, kinds=KINDS, today=date(2036, 1, 1)).level == "old"
