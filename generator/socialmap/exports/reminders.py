"""Work lists for other programs: a table for a spreadsheet, and reminders for a calendar (RFC 5545)."""

import csv
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO

from socialmap.exports.rows import as_text

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})
FOLD = 73


@dataclass(frozen=True, slots=True)
class Reminder:
    """A day on which something has to be done; `uid` stays the same while it is the same task."""

    uid: str
    day: date
    summary: str
    description: str = ""
    url: str = ""


def write_worklist(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as Dutch Excel opens it: UTF-8 with a mark, semicolons, no cell that is taken for a formula."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([as_text(cell) for cell in row] for row in rows)
    return (BOM + text.getvalue()).encode()


def write_reminders(reminders: Iterable[Reminder], *, name: str, stamp: date) -> bytes:
    """A calendar with a whole day for each reminder, and an alarm in the morning of that day."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//socialmap//socialmap//NL", f"X-WR-CALNAME:{_text(name)}")
    lines = (*head, *(line for each in reminders for line in _event(each, stamp)), "END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def reminder_uid(*parts: str) -> str:
    """The identifier of a reminder, the same whenever these parts are."""
    return f"{hashlib.blake2b('|'.join(parts).encode(), digest_size=8).hexdigest()}@socialmap"


def _event(reminder: Reminder, stamp: date) -> tuple[str, ...]:
    return (
        "BEGIN:VEVENT",
        f"UID:{reminder.uid}",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{reminder.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{reminder.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(reminder.summary)}",
        *([f"DESCRIPTION:{_text(reminder.description)}"] if reminder.description else []),
        *([f"URL:{reminder.url}"] if reminder.url else []),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(reminder.summary)}",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
    )


def _text(value: str) -> str:
    return value.translate(ESCAPED)


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, each but the first after a space."""
    pieces, piece = [], ""
    for sign in line:
        if len((piece + sign).encode()) > FOLD:
            pieces.append(piece)
            piece = ""
        piece += sign
    return "\r\n ".join((*pieces, piece))
