"""Work lists open in a spreadsheet and in a calendar, as other programs read them."""

import csv
from datetime import date, timedelta
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from socialmap.exports.reminders import Reminder, reminder_uid, write_reminders, write_worklist

TODAY = date(2026, 11, 22)
PRINTED = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)


def read_back(calendar: bytes) -> list[dict[str, object]]:
    """The events of a calendar, as a real calendar library reads them."""
    return [
        {
            "uid": str(event["UID"]),
            "day": event.decoded("DTSTART"),
            "until": event.decoded("DTEND"),
            "summary": str(event["SUMMARY"]),
            "description": str(event.get("DESCRIPTION", "")),
            "alarm": event.walk("VALARM")[0].decoded("TRIGGER"),
        }
        for event in Calendar.from_ical(calendar).walk("VEVENT")
    ]


@given(PRINTED, PRINTED)
def test_a_calendar_reads_back_what_was_written(summary: str, description: str) -> None:
    reminder = Reminder(reminder_uid("due", "aanbod/x"), TODAY, summary, description)
    (event,) = read_back(write_reminders([reminder], name="Taken; van ons", stamp=TODAY))
    assert (event["uid"], event["day"], event["until"]) == (reminder.uid, TODAY, TODAY + timedelta(days=1))
    assert (event["summary"], event["description"]) == (summary, description)
    assert event["alarm"] == timedelta(hours=9)


def test_no_line_of_a_calendar_is_longer_than_the_standard_allows() -> None:
    written = write_reminders([Reminder("u", TODAY, "é" * 300)], name="x" * 200, stamp=TODAY)
    assert max(len(line) for line in written.split(b"\r\n")) <= 75


def test_the_same_task_has_the_same_identifier_and_another_has_not() -> None:
    assert reminder_uid("due", "a") == reminder_uid("due", "a") != reminder_uid("due", "b")


def test_a_table_opens_in_excel_and_calculates_nothing() -> None:
    written = write_worklist(["Rol", "Wat"], [["Redactie", '=HYPERLINK("x")'], ["Balie; loket", "regel\neen"]])
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == [["Rol", "Wat"], ["Redactie", '\'=HYPERLINK("x")'], ["Balie; loket", "regel\neen"]]
