"""The days and times of activities: as written, without the days that are cancelled, and as another library counts."""

from datetime import date, datetime, timedelta
from pathlib import Path

import yaml
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from socialmap.derive.occurrences import Occurrence, OpenDays, occurrences, open_days, times_of
from socialmap.model import Schedule, Service
from socialmap.text.hours import Holidays, Hours, days_between, read_hours, spans_on

FIRST, LAST = date(2026, 11, 1), date(2026, 12, 31)
START, END = datetime(2026, 1, 5), datetime(2027, 12, 31)
WRITTEN = (
    "ma 9-12; do 19-21; gesloten op feestdagen",
    "laatste vrijdag van de maand 10-12; 2e dinsdag van de maand 14-16; gesloten in schoolvakanties",
    "schoolvakanties ma-do 9:30-15:00; vr 10-11",
    "apr-sep: 2e woensdag van de maand 14:00-16:30; di 9-10",
    "even weken za 10:00-14:00",
    "om de week op donderdag vanaf 5 november 2026 19:30-21:30; feestdagen 10-12",
)
EVERY_AND_LAST = "BYDAY=MO,-1TH"
"""The other library takes every Monday *and* last Thursday as days that are both; RFC 5545 says either."""
HOLIDAYS = Holidays({date(2026, 12, 25): "Eerste kerstdag"}, (("Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3)),))


def days_of(schedule: Schedule) -> OpenDays:
    return open_days(schedule.hours, days_between(FIRST, LAST, holidays=HOLIDAYS))


def found(**values: object) -> tuple[Occurrence, ...]:
    fixed: dict[str, object] = {"id": "a", "name": {"nl": "A"}, "kinds": ["activiteit"], "themes": ["geld"]}
    service = Service.model_validate({**fixed, **values})
    return occurrences(service.id, times_of(service, open_days=days_of))


def days(**values: object) -> list[str]:
    return [each.day.isoformat()[5:] for each in found(**values)]


def test_the_first_monday_of_the_month_is_once_a_month() -> None:
    assert found(schedule="1e maandag van de maand 14:00-16:00") == (
        Occurrence(date(2026, 11, 2), 840, 960, "a"),
        Occurrence(date(2026, 12, 7), 840, 960, "a"),
    )


def test_each_place_has_its_own_times() -> None:
    at = [{"location": "linde", "schedule": "ma 10:00-11:00"}, {"location": "molen", "schedule": "1e di 9:00-10:00"}]
    assert [(each.day.day, each.location) for each in found(locations=at, end_date="2026-11-09")] == [
        (2, "linde"),
        (3, "molen"),
        (9, "linde"),
    ]


def test_the_services_own_times_are_at_its_one_place() -> None:
    one, two = [{"location": "theater"}], [{"location": "theater"}, {"location": "zaal"}]
    assert found(schedule="25 december 2026 15:00-20:00", locations=one)[0].location == "theater"
    assert found(schedule="25 december 2026 15:00-20:00", locations=two)[0].location == ""


def test_first_and_last_day_are_days_of_it() -> None:
    assert days(schedule="wo 10:00-12:00", start_date="2026-11-11", end_date="2026-11-25") == [
        "11-11",
        "11-18",
        "11-25",
    ]


def test_cancelled_days_and_closures_are_left_out() -> None:
    closed = {"from_date": "2026-11-12", "until": "2026-11-26"}
    assert days(schedule="do 10:00-12:00", cancelled=["2026-12-03"], closed=closed, end_date="2026-12-10") == [
        "11-05",
        "12-10",
    ]


def test_holidays_and_school_holidays_count() -> None:
    assert days(schedule="vr 10:00-12:00; gesloten op feestdagen", start_date="2026-12-15") == ["12-18"]
    assert days(schedule="ma 10:00-12:00; niet in de schoolvakanties", start_date="2026-12-07") == ["12-07", "12-14"]


def test_every_other_week_counts_from_its_start_and_is_left_out_without_one() -> None:
    assert days(schedule="om de week op donderdag vanaf 5 november 2026 19:30-21:30") == [
        "11-05",
        "11-19",
        "12-03",
        "12-17",
        "12-31",
    ]
    assert days(schedule="elke 2 weken op donderdag 19:30-21:30") == []


def test_by_appointment_and_day_and_night_are_no_events() -> None:
    for written in ("op afspraak", "onbekend", "altijd open"):
        assert days(schedule=written) == []


def test_a_paused_service_has_no_days() -> None:
    assert days(schedule="wo 10:00-12:00", status="paused") == []


def test_an_end_that_nobody_knows_is_said() -> None:
    assert [(o.start, o.end, o.open_end) for o in found(schedule="26 november 2026 vanaf 19:30")] == [
        (1170, 1170, True)
    ]


def test_after_midnight_belongs_to_the_day_before() -> None:
    assert [(each.day.day, each.end) for each in found(schedule="27 november 2026 20:00-00:30")] == [(27, 1470)]


def test_real_dutch_recurrence_sentences_fall_on_the_days_of_another_library(shared: Path) -> None:
    rules = yaml.safe_load((shared / "recurrence-nl" / "data.yaml").read_text("utf-8"))
    compared = []
    days = days_between(START.date(), END.date(), holidays=Holidays())
    for rule, text in rules.items():
        since = " vanaf 5 januari 2026" if "INTERVAL" in rule else ""
        hours = read_hours(f"{text['nl']}{since} 10:00-12:00")
        if not isinstance(hours, Hours) or "DAY" not in rule or rule.endswith(EVERY_AND_LAST):
            continue
        ours = sorted(day for found in open_days(hours, days).values() for day in found)
        theirs = rrulestr(rule, dtstart=START).between(START, END, inc=True)
        assert ours == [moment.date() for moment in theirs], (rule, text["nl"])
        compared.append(rule)
    print(f"{len(compared)} of {len(rules)} sentences compared")
    assert len(compared) >= 15


@given(st.sampled_from(WRITTEN), st.integers(0, 400))
def test_each_day_is_what_the_hours_say_of_that_day_alone(written: str, ahead: int) -> None:
    hours = read_hours(written)
    assert isinstance(hours, Hours)
    first = date(2026, 1, 1) + timedelta(days=ahead)
    found = open_days(hours, days_between(first, first + timedelta(days=60), holidays=HOLIDAYS))
    days = [first + timedelta(days=each) for each in range(61)]
    open_on = [(slot.span, day) for day in days for slot in spans_on(hours, day, HOLIDAYS) if slot.state == "open"]
    assert {(span, day) for span, on in found.items() for day in on} == set(open_on)
    assert all(list(on) == sorted(on) for on in found.values())
