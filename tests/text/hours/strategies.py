"""Any opening hours, in the one form that the reader gives; for the properties of the writers and the derivations."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from socialmap.text.hours import Dates, Day, Hours, Point, Rhythm, Rule, Span, Weeks
from socialmap.text.hours.values import HolidayKind, State

minutes = st.integers(0, 1439)
closed_spans = st.builds(
    lambda start, length, open_end: Span(start, start + length, open_end), minutes, st.integers(1, 1440), st.booleans()
)
open_spans = minutes.map(lambda start: Span(start, start, open_end=True))
plain_days = st.sets(st.integers(0, 6), min_size=1, max_size=6).map(
    lambda found: tuple(Day(day) for day in sorted(found))
)
nth_days = st.sets(st.builds(Day, st.integers(0, 6), st.sampled_from([-2, -1, 1, 2, 3, 4, 5])), min_size=1, max_size=4)
days = st.one_of(st.just(()), plain_days, nth_days.map(lambda found: tuple(sorted(found))))
KINDS: list[tuple[HolidayKind, ...]] = [(), (), ("PH",), ("SH",), ("PH", "SH")]
kinds = st.sampled_from(KINDS)
calendar = st.dates(date(1990, 1, 1), date(2100, 12, 31))
yearless = st.builds(lambda a, b: Dates(Point(0, a.month, a.day), Point(0, b.month, b.day)), calendar, calendar)
months = st.builds(
    lambda first, last: Dates(
        Point(0, first, 1), Point(0, last, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][last - 1])
    ),
    st.integers(1, 12),
    st.integers(1, 12),
)
dated = (
    st.tuples(calendar, calendar)
    .map(sorted)
    .map(lambda pair: Dates(*(Point(day.year, day.month, day.day) for day in pair)))
)
dates = st.sets(st.one_of(yearless, months, dated), max_size=3).map(lambda found: tuple(sorted(found)))
weeks = st.sets(st.tuples(st.integers(1, 53), st.integers(1, 53), st.integers(1, 4)), max_size=2).map(
    lambda found: tuple(sorted({Weeks(min(a, b), max(a, b), step if a != b else 1) for a, b, step in found}))
)
rhythms = st.one_of(
    st.none(), st.builds(Rhythm, st.integers(2, 9), st.sampled_from(["week", "month"]), st.one_of(st.none(), calendar))
)
comments = st.one_of(st.just(""), st.text("abc xyzé", min_size=1, max_size=12).map(str.strip))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    spans = tuple(sorted(draw(st.sets(st.one_of(closed_spans, open_spans), max_size=3))))
    rhythm, found, holidays = draw(rhythms), draw(days), draw(kinds)
    states: list[State] = ["open", "by_appointment"] if spans else ["by_appointment", "unknown"]
    state = draw(st.sampled_from(states if rhythm else [*states, "closed", "unknown"]))
    within = draw(kinds) if found and not holidays else ()
    return Rule(state, spans, found, holidays, within, draw(dates), draw(weeks), rhythm, comment=draw(comments))


@st.composite
def known_hours(draw: st.DrawFn) -> Hours:
    first, *rest = draw(st.lists(rules(), min_size=1, max_size=4))
    joined = [replace(rule, adds=rule.state != "closed" and draw(st.booleans())) for rule in rest]
    return Hours("known", (first, *joined), draw(st.booleans()))
