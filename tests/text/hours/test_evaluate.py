"""What hours mean on a day and at a moment."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.text.hours import Holidays, Hours, Moment, Slot, Span, read_hours, spans_on, state_at
from socialmap.text.hours.evaluate import spans_reader
from text.hours.strategies import known_hours

HOLIDAYS = Holidays({date(2026, 12, 25): "Eerste Kerstdag"}, (("Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3)),))
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31))


def hours(text: str) -> Hours:
    read = read_hours(text)
    assert isinstance(read, Hours), read
    return read


def at(text: str, moment: str) -> Moment:
    return state_at(hours(text), datetime.fromisoformat(moment), HOLIDAYS)


def spans(text: str, day: str) -> list[tuple[int, int]]:
    return [(slot.span.start, slot.span.end) for slot in spans_on(hours(text), date.fromisoformat(day), HOLIDAYS)]


@pytest.mark.parametrize(
    ("moment", "state", "until"),
    [
        ("2026-11-23T08:59", "closed", "2026-11-23T09:00"),
        ("2026-11-23T09:00", "open", "2026-11-23T12:30"),
        ("2026-11-23T12:29", "open", "2026-11-23T12:30"),
        ("2026-11-23T12:30", "closed", "2026-11-24T09:00"),
        ("2026-11-27T12:30", "closed", "2026-11-30T09:00"),
    ],
)
def test_a_span_includes_its_start_and_not_its_end(moment: str, state: str, until: str) -> None:
    found = at("ma-vr 09:00-12:30", moment)
    assert (found.state, found.until) == (state, datetime.fromisoformat(until))


def test_a_span_past_midnight_belongs_to_the_day_it_began() -> None:
    assert spans("za 22:00-02:00", "2026-11-28") == [(1320, 1560)]
    assert at("za 22:00-02:00", "2026-11-29T01:59").state == "open"
    assert at("za 22:00-02:00", "2026-11-29T02:00").state == "closed"
    assert at("za 22:00-02:00; zo gesloten", "2026-11-29T01:00").state == "open"


def test_open_through_midnight_is_one_opening() -> None:
    assert at("ma 20:00-24:00; di 0:00-6:00", "2026-11-23T21:00").until == datetime(2026, 11, 24, 6)


def test_always_open_never_changes() -> None:
    assert at("24/7", "2026-11-23T03:00") == Moment("open")


def test_closed_on_a_holiday_and_open_again_after_it() -> None:
    text = "ma-vr 9-17; gesloten op feestdagen"
    assert at(text, "2026-12-24T17:00").until == datetime(2026, 12, 28, 9)
    assert at("ma-vr 9-17", "2026-12-25T10:00").state == "open"


def test_school_holidays_close_and_open() -> None:
    assert spans("di 10-12, niet in schoolvakanties", "2026-12-22") == []
    assert spans("di 10-12, niet in schoolvakanties", "2026-12-15") == [(600, 720)]
    assert spans("SH Mo-Fr 13:00-15:00", "2026-12-22") == [(780, 900)]
    assert spans("SH Mo-Fr 13:00-15:00", "2026-12-15") == []


@pytest.mark.parametrize("kind", ["onbekend", "op afspraak"])
def test_hours_that_are_not_known_are_never_closed(kind: str) -> None:
    states = {"onbekend": "unknown", "op afspraak": "by_appointment"}
    assert at(kind, "2026-11-23T03:00") == Moment(states[kind])  # type: ignore[arg-type]


def test_days_without_a_time_are_unknown_and_the_other_days_closed() -> None:
    assert at("dinsdag", "2026-11-24T10:00").state == "unknown"
    assert at("dinsdag", "2026-11-25T10:00").state == "closed"


def test_outside_the_hours_it_is_by_appointment_where_that_is_said() -> None:
    assert at("ma 9-12 of op afspraak", "2026-11-23T10:00").state == "open"
    assert at("ma 9-12 of op afspraak", "2026-11-23T13:00").state == "by_appointment"


def test_an_open_end_is_unknown_until_midnight() -> None:
    assert at("ma vanaf 18:00", "2026-11-23T17:59").state == "closed"
    assert at("ma vanaf 18:00", "2026-11-23T23:59").state == "unknown"
    assert at("ma vanaf 18:00", "2026-11-24T00:00").state == "closed"
    assert at("Mo 09:00-12:00+", "2026-11-23T11:00") == Moment("open", datetime(2026, 11, 23, 12), "unknown")


def test_nth_weekdays_of_the_month() -> None:
    found = [day for day in range(1, 32) if spans("1e en laatste maandag van de maand 14-16", f"2026-08-{day:02}")]
    assert found == [3, 31]


@pytest.mark.parametrize("short", ["v/d maand", "v.d. maand", "vd mnd"])
def test_of_the_month_may_be_written_short(short: str) -> None:
    assert hours(f"elke 1e dinsdag {short} 10-12") == hours("elke 1e dinsdag van de maand 10-12")


def test_even_weeks_are_iso_weeks() -> None:
    assert spans("even weken di 10-12", "2026-11-24") == [(600, 720)]
    assert spans("even weken di 10-12", "2026-11-17") == []


def test_every_other_week_is_unknown_until_a_start_is_said() -> None:
    assert at("om de week di 10-12", "2026-11-24T10:30").state == "unknown"
    started = "om de week di vanaf 5 januari 2027 10-12 uur"
    assert [day for day in (5, 12, 19, 26) if spans(started, f"2027-01-{day:02}")] == [5, 19]
    assert spans(started, "2026-12-22") == []
    assert at(started, "2027-01-05T10:30").state == "open"


def test_a_season_may_pass_the_turn_of_the_year() -> None:
    text = "1 oktober t/m 31 maart: za 10-16"
    assert spans(text, "2027-01-02") == [(600, 960)]
    assert spans(text, "2027-04-03") == []


def test_a_closed_part_of_the_day_is_taken_out() -> None:
    assert spans("ma-vr 9-17, gesloten 12-13 uur", "2026-11-23") == [(540, 720), (780, 1020)]


def test_slots_carry_state_and_comment() -> None:
    day = date(2026, 11, 24)
    assert spans_on(hours('di 10-12 "inloop"'), day, HOLIDAYS) == (Slot(Span(600, 720), "open", "inloop"),)
    assert spans_on(hours("di 10-12, op afspraak"), day, HOLIDAYS) == (Slot(Span(600, 720), "by_appointment"),)


@given(known_hours(), MOMENTS)
def test_the_state_changes_when_it_says_and_not_before(found: Hours, moment: datetime) -> None:
    now = state_at(found, moment, HOLIDAYS)
    if now.until is not None:
        assert now.until > moment
        then = state_at(found, now.until, HOLIDAYS)
        assert then.state == now.then != now.state


@given(known_hours(), MOMENTS)
def test_open_at_a_moment_means_a_slot_of_that_day_or_the_day_before(found: Hours, moment: datetime) -> None:
    minute, day = moment.hour * 60 + moment.minute, moment.date()
    before = date.fromordinal(day.toordinal() - 1)
    slots = [(slot, 0) for slot in spans_on(found, day, HOLIDAYS)]
    slots += [(slot, 1440) for slot in spans_on(found, before, HOLIDAYS)]
    inside = any(s.state == "open" and s.span.start <= minute + shift < s.span.end for s, shift in slots)
    assert (state_at(found, moment, HOLIDAYS).state == "open") == inside


@given(known_hours(), st.dates(date(2026, 1, 1), date(2026, 12, 10)))
def test_many_days_read_together_are_as_each_day_alone(found: Hours, first: date) -> None:
    read = spans_reader(found, HOLIDAYS)
    days = [first + timedelta(days=ahead) for ahead in range(70)]
    assert [read(day) for day in days] == [spans_on(found, day, HOLIDAYS) for day in days]


@pytest.mark.parametrize("text", ["laatste vr 9-10; 2e di 10-12", "ma-vr 9-17; gesloten op feestdagen", "za 10-12"])
def test_days_that_are_alike_are_read_once_and_right(text: str) -> None:
    read = spans_reader(hours(text), HOLIDAYS)
    days = [date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(400)]
    assert [read(day) for day in days] == [spans_on(hours(text), day, HOLIDAYS) for day in days]
