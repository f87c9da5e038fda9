"""Opening hours: read from the way people write them, and everything that follows from them.

`read_hours(text)` gives an `Hours` or a `HoursFault` and never raises. From an `Hours`:

- `week_table` and `describe` give the regular week as values that a template prints in any language;
- `exceptions` and `periods` give the dates that differ, with the name of the holiday or the comment;
- `spans_on` gives one day, `days_between` days in a row to ask for together, `state_at` one moment; holidays come in
  as a `Holidays` value;
- `to_osm`, `to_schema_org` and `to_hsds` write them for others; `read_hours(to_osm(hours))` gives equal hours.

Nothing is kept between calls: whoever reads the same text often remembers the answer. Unknown is never closed:
`Hours.kind` and a slot's `state` say so.
"""

from socialmap.text.hours.calendar import Days, days_between, whole_weeks
from socialmap.text.hours.evaluate import Moment, Slot, spans_on, state_at
from socialmap.text.hours.exports import Pairs, to_hsds, to_schema_org
from socialmap.text.hours.osm import to_osm
from socialmap.text.hours.read import read_hours
from socialmap.text.hours.values import (
    Dates,
    Day,
    Holidays,
    Hours,
    HoursFault,
    Point,
    Rhythm,
    Rule,
    Span,
    Weeks,
)
from socialmap.text.hours.week import DayRow, Deviation, Entry, Part, Period, describe, exceptions, periods, week_table

__all__ = [
    "Dates",
    "Day",
    "DayRow",
    "Days",
    "Deviation",
    "Entry",
    "Holidays",
    "Hours",
    "HoursFault",
    "Moment",
    "Pairs",
    "Part",
    "Period",
    "Point",
    "Rhythm",
    "Rule",
    "Slot",
    "Span",
    "Weeks",
    "days_between",
    "describe",
    "exceptions",
    "periods",
    "read_hours",
    "spans_on",
    "state_at",
    "to_hsds",
    "to_osm",
    "to_schema_org",
    "week_table",
    "whole_weeks",
]
