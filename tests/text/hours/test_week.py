"""The week table, the exceptions to it and their grouping."""

from datetime import date

from hypothesis import given

from socialmap.text.hours import (
    Deviation,
    Entry,
    Holidays,
    Hours,
    Period,
    Slot,
    Span,
    describe,
    exceptions,
    periods,
    read_hours,
    spans_on,
    week_table,
)
from text.hours.strategies import known_hours

HOLIDAYS = Holidays(
    {date(2026, 12, 25): "Eerste Kerstdag", date(2026, 12, 26): "Tweede Kerstdag"},
    (("Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3)),),
)
YEAR = {"first": date(2026, 11, 22), "last": date(2027, 12, 31)}


def hours(text: str) -> Hours:
    read = read_hours(text)
    assert isinstance(read, Hours), read
    return read


def slot(start: int, end: int) -> Slot:
    return Slot(Span(start * 60, end * 60))


def test_the_week_has_seven_rows_with_what_holds_every_week() -> None:
    table = week_table(hours("ma-vr 9-12; do 19-21; gesloten op feestdagen"))
    assert [row.slots for row in table] == [
        (slot(9, 12),), (slot(9, 12),), (slot(9, 12),), (slot(9, 12), slot(19, 21)), (slot(9, 12),), (), (),
    ]  # fmt: skip


def test_nth_weekdays_and_seasons_stand_apart_with_their_rule() -> None:
    found = hours("ma 9-12; 1e maandag van de maand 14-16; 1 april t/m 30 september: za 10-16")
    table = week_table(found)
    assert table[0].entries == (Entry(slot(9, 12)), Entry(slot(14, 16), found.rules[1]))
    assert table[5].entries == (Entry(slot(10, 16), found.rules[2]),)
    assert table[5].slots == ()


def test_an_nth_weekday_that_is_closed_is_told() -> None:
    found = hours("Th 10:00-18:00; Th[1] off")
    assert week_table(found)[3].entries == (Entry(slot(10, 18)), Entry(None, found.rules[1]))


def test_unknown_hours_have_an_empty_week_and_keep_their_kind() -> None:
    assert [row.entries for row in week_table(hours("onbekend"))] == [()] * 7
    assert hours("onbekend").kind == "unknown"


def test_days_in_a_row_that_are_the_same_are_described_together() -> None:
    parts = describe(hours("ma-wo, vr 9-12; do 13-17"))
    assert [(part.first, part.last) for part in parts] == [(0, 2), (3, 3), (4, 4)]


def test_exceptions_are_the_days_that_differ_and_why() -> None:
    found = exceptions(hours("ma-vr 9-12; gesloten op feestdagen; 31 december 9-10 uur"), HOLIDAYS, **YEAR)
    assert found == (
        Deviation(date(2026, 12, 25), (), "Eerste Kerstdag"),
        Deviation(date(2026, 12, 31), (slot(9, 10),), ""),
        Deviation(date(2027, 12, 31), (slot(9, 10),), ""),
    )


def test_a_school_holiday_is_one_period() -> None:
    found = periods(exceptions(hours("ma-vr 9-12, niet in schoolvakanties"), HOLIDAYS, **YEAR))
    assert found == (Period(date(2026, 12, 21), date(2027, 1, 1), (), "Kerstvakantie"),)


def test_a_comment_is_the_reason_of_a_dated_closure() -> None:
    found = exceptions(hours('Mo-Fr 09:00-12:00; 2026 Dec 01 off "verbouwing"'), HOLIDAYS, **YEAR)
    assert found == (Deviation(date(2026, 12, 1), (), "verbouwing"),)


def test_the_edges_of_the_window_are_both_in_it() -> None:
    found = hours("Mo-Su 09:00-12:00; 2026 Dec 01-2026 Dec 31 off")
    window = exceptions(found, HOLIDAYS, first=date(2026, 12, 1), last=date(2026, 12, 2))
    assert [each.day for each in window] == [date(2026, 12, 1), date(2026, 12, 2)]
    assert exceptions(found, HOLIDAYS, first=date(2027, 1, 1), last=date(2027, 1, 9)) == ()


@given(known_hours())
def test_an_exception_gives_the_slots_of_its_day(found: Hours) -> None:
    for each in exceptions(found, HOLIDAYS, first=date(2026, 12, 18), last=date(2027, 1, 5)):
        assert each.slots == spans_on(found, each.day, HOLIDAYS)
