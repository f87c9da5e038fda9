"""Calendars as others read them: the same days and local times, over the change of the clock and in any language."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st

from socialmap.derive.series import Series, series_of
from socialmap.exports.calendar import Event, write_calendar, write_event, write_zone
from socialmap.text.hours import Day

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
ZONE = write_zone(AMSTERDAM, first=FIRST, last=LAST)


def event(series: Series, **values: object) -> Event:
    fixed: dict[str, object] = {"uid": "a-0@x", "start": 600, "end": 720, "stamp": FIRST, "summary": "Koffie"}
    return Event(series=series, **{**fixed, **values})  # type: ignore[arg-type]


def calendar(*events: Event) -> bytes:
    written = [write_event(each, zone=AMSTERDAM) for each in events]
    return write_calendar(written, name="Koffie; en, thee", language="nl", zone=ZONE)


def read_back(written: bytes) -> list[tuple[datetime, datetime]]:
    """Start and end of each occurrence as a calendar program sees them."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(written)).between(FIRST, LAST + timedelta(days=1))
    return sorted((each["DTSTART"].dt, each["DTEND"].dt) for each in found)


def local(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM)


def test_a_weekly_event_keeps_its_local_time_over_the_change_of_the_clock() -> None:
    days = [date(2026, 10, 19), date(2026, 10, 26), date(2026, 11, 2)]
    written = calendar(event(Series(days[0], days[-1], "weekly", 1, (Day(0),))))
    assert read_back(written) == [(local(day, 10), local(day, 12)) for day in days]
    assert [start.utcoffset() for start, _ in read_back(written)] == [timedelta(hours=each) for each in (2, 1, 1)]


def test_the_zone_says_when_the_clock_changes() -> None:
    parts = [
        (part.name, part["DTSTART"].to_ical().decode(), part["TZOFFSETFROM"].to_ical(), part["TZOFFSETTO"].to_ical())
        for part in icalendar.Calendar.from_ical(calendar(event(Series(FIRST, FIRST)))).walk()
        if part.name in ("STANDARD", "DAYLIGHT")
    ]
    assert parts == [
        ("STANDARD", "20260101T000000", "+0100", "+0100"),
        ("DAYLIGHT", "20260329T020000", "+0100", "+0200"),
        ("STANDARD", "20261025T030000", "+0200", "+0100"),
        ("DAYLIGHT", "20270328T020000", "+0100", "+0200"),
        ("STANDARD", "20271031T030000", "+0200", "+0100"),
    ]


def test_the_zone_stands_by_itself_when_the_program_does_not_know_its_name() -> None:
    written = calendar(event(Series(date(2026, 3, 23), date(2026, 4, 6), "weekly", 1, (Day(0),))))
    foreign = written.replace(b"Europe/Amsterdam", b"Gemeente/Onbekend")
    assert [start.utcoffset() for start, _ in read_back(foreign)] == [timedelta(hours=each) for each in (1, 2, 2)]


@given(st.sets(st.integers(0, 700), min_size=1, max_size=40), st.integers(0, 1439), st.integers(1, 600))
def test_any_days_and_times_are_read_back(offsets: set[int], start: int, length: int) -> None:
    days = sorted(FIRST + timedelta(days=offset) for offset in offsets)
    events = [
        event(series, uid=f"{number}@x", start=start, end=start + length)
        for number, series in enumerate(series_of(days))
    ]
    expected = [datetime(day.year, day.month, day.day) + timedelta(minutes=start) for day in days]
    found = [begin.replace(tzinfo=None) for begin, _ in read_back(calendar(*events))]
    assert [each for each in found if not is_twice(each)] == [each for each in expected if not is_twice(each)]


def is_twice(moment: datetime) -> bool:
    """Whether the moment is in an hour that the change of the clock skips, or after which it comes again."""
    return moment.date() in (date(2026, 3, 29), date(2027, 3, 28), date(2026, 10, 25), date(2027, 10, 31)) and (
        moment.hour in (2, 3)
    )


def test_text_keeps_its_signs_and_long_lines_are_folded() -> None:
    words = "Koffie, thee; en \\ koek\nvoor iedereen — مرحبا بكم جميعًا في بيت الحي كل يوم اثنين وأربعاء وجمعة صباحًا"
    written = calendar(event(Series(FIRST, FIRST), summary=words, language="ar", description=words, location=words))
    assert max(map(len, written.split(b"\r\n"))) <= 75
    (found,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert str(found["SUMMARY"]) == str(found["DESCRIPTION"]) == str(found["LOCATION"]) == words
    assert found["SUMMARY"].params["LANGUAGE"] == "ar"


def test_no_end_is_no_end() -> None:
    (found,) = icalendar.Calendar.from_ical(calendar(event(Series(FIRST, FIRST), end=None))).walk("VEVENT")
    assert "DTEND" not in found


def test_after_midnight_ends_the_next_day() -> None:
    written = calendar(event(Series(date(2026, 11, 27), date(2026, 11, 27)), start=1200, end=1470))
    assert read_back(written) == [(local(date(2026, 11, 27), 20), local(date(2026, 11, 28), 0, 30))]
