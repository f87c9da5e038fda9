"""Calendars as iCalendar (RFC 5545): events that repeat by a rule, in local time with the time zone they are in.

Written by hand, line by line: a site has one file per activity and language, and the libraries for this format take
fifteen times as long as all the rest of a page. The tests read every file back with such a library.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from socialmap.derive.series import Series
from socialmap.text.hours import Day

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})
BARE = str.maketrans("", "", "-:")
LINE = 75
PRODUCT = "-//socialmap//socialmap//NL"
_needs_escaping = re.compile(r"[\\;,\n\r]").search


@dataclass(frozen=True, slots=True)
class Event:
    """What repeats: `start` and `end` are minutes from midnight, the end empty when nobody knows it.

    `uid` is the same in every version of the calendar, so that a newer one takes the place of an older. `stamp` is the
    day of the last change. `point` is latitude and longitude.
    """

    uid: str
    series: Series
    start: int
    end: int | None
    stamp: date
    summary: str
    language: str = ""
    description: str = ""
    location: str = ""
    point: tuple[float, float] | None = None
    url: str = ""


def write_calendar(events: Iterable[bytes], *, name: str, language: str, zone: bytes) -> bytes:
    """A calendar of written events and the zone that their times are in; calendar programs ask for it anew each day."""
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"NAME;LANGUAGE={language}:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    )
    return b"".join((_lines(head), zone, *events, b"END:VCALENDAR\r\n"))


def write_event(event: Event, *, zone: ZoneInfo) -> bytes:
    """An event as its part of a calendar."""
    return _lines(("BEGIN:VEVENT", *_properties(event, zone), "END:VEVENT"))


def _properties(event: Event, zone: ZoneInfo) -> Iterator[str]:
    first, spoken = event.series.first, f";LANGUAGE={event.language}" if event.language else ""
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{event.stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;TZID={zone.key}:{_local(first, event.start)}"
    if event.end is not None:
        yield f"DTEND;TZID={zone.key}:{_local(first, event.end)}"
    yield from _repeats(event, zone)
    yield f"SUMMARY{spoken}:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION{spoken}:{_text(event.description)}"
    if event.location:
        yield f"LOCATION{spoken}:{_text(event.location)}"
    if event.point:
        yield f"GEO:{event.point[0]:.6f};{event.point[1]:.6f}"
    if event.url:
        yield f"URL:{event.url}"


def _repeats(event: Event, zone: ZoneInfo) -> Iterator[str]:
    """The rule up to the last day's start in UTC, as RFC 5545 asks, and the days that are left out."""
    series = event.series
    if series.frequency == "once":
        return
    last = _moment(series.last, event.start).replace(tzinfo=zone).astimezone(UTC)
    every = f";INTERVAL={series.every}" if series.every > 1 else ""
    yield f"RRULE:FREQ={series.frequency.upper()}{every}{_days(series)};UNTIL={last:%Y%m%dT%H%M%SZ}"
    if series.but_not:
        yield f"EXDATE;TZID={zone.key}:{','.join(_local(day, event.start) for day in series.but_not)}"


def _days(series: Series) -> str:
    if series.month_days:
        return f";BYMONTHDAY={','.join(map(str, series.month_days))}"
    return f";BYDAY={','.join(map(_weekday, series.days))}"


def _weekday(day: Day) -> str:
    return f"{day.nth or ''}{WEEKDAYS[day.weekday]}"


def _moment(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _local(day: date, minutes: int) -> str:
    return _moment(day, minutes).isoformat(timespec="seconds").translate(BARE)


def write_zone(zone: ZoneInfo, *, first: date, last: date) -> bytes:
    """The offsets of a time zone between two days, both included, with each change of the clock."""
    start = datetime.combine(first, time())
    parts = [_observance(zone, start, start.replace(tzinfo=zone))]
    for ahead in range((last - first).days + 1):
        before = start + timedelta(days=ahead)
        if before.replace(tzinfo=zone).utcoffset() != (before + timedelta(days=1)).replace(tzinfo=zone).utcoffset():
            parts.append(_observance(zone, *_change(zone, before)))
    return _lines(("BEGIN:VTIMEZONE", f"TZID:{zone.key}", *(line for part in parts for line in part), "END:VTIMEZONE"))


def _change(zone: ZoneInfo, day: datetime) -> tuple[datetime, datetime]:
    """The local moment before the change of the clock on a day, in the old offset, and the same moment after it."""
    old = day.replace(tzinfo=zone)
    minute = next(at for at in range(24 * 60 + 1) if _later(old, at).utcoffset() != old.utcoffset())
    return day + timedelta(minutes=minute), _later(old, minute)


def _later(moment: datetime, minutes: int) -> datetime:
    """So many minutes later by a clock that nobody changes."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)


def _observance(zone: ZoneInfo, local: datetime, after: datetime) -> tuple[str, ...]:
    """From a local moment, as clocks show it before they change, until the next observance."""
    kind = "DAYLIGHT" if after.dst() else "STANDARD"
    before = (after.astimezone(UTC) - timedelta(minutes=1)).astimezone(zone)
    return (
        f"BEGIN:{kind}",
        f"DTSTART:{local:%Y%m%dT%H%M%S}",
        f"TZOFFSETFROM:{before:%z}",
        f"TZOFFSETTO:{after:%z}",
        f"TZNAME:{after.tzname()}",
        f"END:{kind}",
    )


def _text(value: str) -> str:
    return value.translate(ESCAPED) if _needs_escaping(value) else value


def _lines(lines: Iterable[str]) -> bytes:
    return b"".join(folded + b"\r\n" for folded in map(_fold, lines))


def _fold(line: str) -> bytes:
    """A line of at most 75 octets; the rest of a longer one goes on in lines that begin with a space."""
    left = line.encode()
    if len(left) <= LINE:
        return left
    parts: list[bytes] = []
    while len(left) > LINE:
        cut = LINE - bool(parts)
        while left[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(left[:cut])
        left = left[cut:]
    return b"\r\n ".join((*parts, left))
