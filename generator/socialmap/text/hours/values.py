"""What opening hours are once read: frozen values that every other module of this package takes or gives.

Called by the reader, the writers and the derivations; the model keeps an `Hours` beside the text that the editor wrote.
Rules follow the OpenStreetMap `opening_hours` specification: of the rules that match a day, a later one takes the place
of the earlier ones, unless it `adds` to them or closes only part of the day.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

State = Literal["open", "closed", "by_appointment", "unknown"]
Kind = Literal["known", "by_appointment", "unknown"]
HolidayKind = Literal["PH", "SH"]
Unit = Literal["week", "month"]
Reason = Literal["empty", "word", "sign", "time", "date", "day", "incomplete", "ambiguous", "unsupported"]

_RHYTHM = re.compile(r"every ([1-9]\d?) (week|month)s(?: from (\d{4}-\d\d-\d\d))?")
DAY = 1440
MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIRST_YEAR, LAST_YEAR = 1900, 9999


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Minutes from midnight, half-open; `end` past 1440 is after midnight; `open_end` says that it may last longer.

    A span of which only the start is known has `end == start` and `open_end`.
    """

    start: int
    end: int
    open_end: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A weekday (Monday is 0), in every week (`nth` 0) or the nth of the month (-1 is the last)."""

    weekday: int
    nth: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A day of the year; `year` 0 is every year."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True, order=True)
class Dates:
    """Both days and all between; both with a year or both without (then it may pass the turn of the year)."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True, order=True)
class Weeks:
    """ISO week numbers, both ends included: `Weeks(2, 52, 2)` are the even weeks."""

    first: int
    last: int
    step: int = 1


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Once in so many weeks or months. Without a `start` nobody knows which ones."""

    every: int
    unit: Unit = "week"
    start: date | None = None

    @classmethod
    def read(cls, text: str, /) -> "Rhythm | None":
        """The rhythm that `str` wrote; None for any other text. It is how a rhythm travels in an OSM comment."""
        match = _RHYTHM.fullmatch(text)
        if match is None:
            return None
        try:
            start = date.fromisoformat(match[3]) if match[3] else None
        except ValueError:
            return None
        return cls(int(match[1]), "month" if match[2] == "month" else "week", start)

    def __str__(self) -> str:
        since = f" from {self.start.isoformat()}" if self.start else ""
        return f"every {self.every} {self.unit}s{since}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One statement: on which days, at what times, in what state.

    No `days` and no `holidays` is every day; `holidays` are days that join `days`; `within` limits `days` to holidays.
    A closed rule without spans closes the whole day; unknown or by appointment without spans leaves the time unsaid.
    """

    state: State = "open"
    spans: tuple[Span, ...] = ()
    days: tuple[Day, ...] = ()
    holidays: tuple[HolidayKind, ...] = ()
    within: tuple[HolidayKind, ...] = ()
    dates: tuple[Dates, ...] = ()
    weeks: tuple[Weeks, ...] = ()
    rhythm: Rhythm | None = None
    adds: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours as read: `known` has rules, perhaps `or_by_appointment` outside them; others have none."""

    kind: Kind
    rules: tuple[Rule, ...] = ()
    or_by_appointment: bool = False


@dataclass(frozen=True, slots=True)
class HoursFault:
    """The part of a text that could not be read, its offset in the text, why, and a text that does read."""

    fragment: str
    column: int
    reason: Reason
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Holidays:
    """Public holidays by date with their name; school holidays as (name, first day, last day), both included."""

    public: Mapping[date, str] = field(default_factory=dict)
    school: tuple[tuple[str, date, date], ...] = ()

    def name(self, day: date, /, *, kinds: tuple[HolidayKind, ...] = ("PH", "SH")) -> str:
        """The name of the holiday that `day` is, of the kinds asked for; empty when it is none."""
        if "PH" in kinds and day in self.public:
            return self.public[day]
        if "SH" in kinds:
            return next((name for name, first, last in self.school if first <= day <= last), "")
        return ""

    def has(self, day: date, /, *, kinds: tuple[HolidayKind, ...]) -> bool:
        """Whether `day` is a holiday of one of the kinds."""
        if "PH" in kinds and day in self.public:
            return True
        return "SH" in kinds and any(first <= day <= last for _, first, last in self.school)


NO_HOLIDAYS = Holidays()
ALL_DAY = Span(0, DAY)
