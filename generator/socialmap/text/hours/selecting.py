"""What the reader does at days, dates, weeks and times; the table in `reader` says at which token."""

from datetime import date

from socialmap.text.hours.clause import Clause
from socialmap.text.hours.cursor import Cursor
from socialmap.text.hours.dates import (
    could_be_clock,
    could_be_hours,
    every_month,
    read_dates,
    read_open_dates,
    starts_date,
)
from socialmap.text.hours.days import (
    WEEK,
    list_end,
    read_days,
    read_nth_days,
    read_ordinals,
)
from socialmap.text.hours.times import read_span, starts_time
from socialmap.text.hours.tokens import Token, UnreadableError
from socialmap.text.hours.values import Rhythm

_LISTS = ("comma", "and", "slash")
_DASHES = ("-", "–", "—", "−")
_STATES = ("closed", "unknown", "appointment")
_AFTER_DASH = ("clock", "closed", "unknown")


def on_days(cursor: Cursor) -> None:
    if cursor.in_tail and cursor.joined == "comma":
        cursor.flush("weak")
    _end_times_first(cursor)
    clause = cursor.beside(days=True)
    _within(clause, cursor.tokens[cursor.i - 1].kind)
    days, cursor.i = read_days(cursor.tokens, cursor.i)
    clause.narrowed = clause.narrowed or bool(clause.days)
    clause.daily = clause.daily or len(days) == WEEK
    clause.days.extend(days)
    if cursor.tokens[cursor.i].kind == "slash":
        cursor.i += 1


def _end_times_first(cursor: Cursor) -> None:
    """After "9-12 ma," days with a time or state of their own are the next statement; without, they join."""
    clause = cursor.clause
    if cursor.osm or cursor.joined != "comma" or clause.days_first or not (clause.spans and clause.days):
        return
    end = list_end(cursor.tokens, cursor.i)
    if starts_time(cursor.tokens, end) or cursor.tokens[end].kind in _STATES:
        cursor.flush("weak")
    else:
        clause.grown = True


def _within(clause: Clause, before: str) -> None:
    """Days after a kind of holiday without a comma are the days inside it: `SH Mo-Fr`."""
    if clause.within or not clause.holidays or clause.days or before in _LISTS:
        return
    clause.within, clause.holidays = clause.holidays, []


def on_ordinal(cursor: Cursor) -> None:
    if starts_date(cursor.tokens, cursor.i):
        return on_dates(cursor)
    if cursor.in_tail and cursor.joined == "comma":
        cursor.flush("weak")
    first, before = cursor.tokens[cursor.i], cursor.tokens[cursor.i - 1].kind if cursor.i else ""
    clause = cursor.select()
    nths, cursor.i = read_ordinals(cursor.tokens, cursor.i)
    following = cursor.tokens[cursor.i]
    if following.kind in ("permonth", "dayword", "end", "hours") or starts_time(cursor.tokens, cursor.i):
        return _month_day(cursor, clause, nths, first)
    days, cursor.i = read_nth_days(cursor.tokens, cursor.i, nths)
    if before == "every" and nths == (2,) and cursor.tokens[cursor.i].kind != "permonth":
        raise UnreadableError(first.start, cursor.tokens[cursor.i - 1].end, "ambiguous")
    clause.days.extend(days)
    return None


def _month_day(cursor: Cursor, clause: Clause, nths: tuple[int, ...], first: Token) -> None:
    cursor.i += cursor.tokens[cursor.i].kind == "dayword"
    permonth = cursor.tokens[cursor.i].kind == "permonth"
    if not (permonth or clause.monthly) or not all(1 <= nth <= 31 for nth in nths) or clause.dates:
        raise UnreadableError(first.start, cursor.tokens[cursor.i - 1].end, "unsupported")
    for nth in nths:
        clause.dates.extend(every_month(nth))


def on_dates(cursor: Cursor) -> None:
    clause = cursor.beside(days=False)
    first = cursor.i
    if not cursor.osm and could_be_clock(cursor.tokens, first):
        raise UnreadableError(cursor.tokens[first].start, cursor.tokens[first].end, "ambiguous")
    dates, cursor.i = read_dates(cursor.tokens, cursor.i)
    if clause.rhythm and clause.rhythm.start is None and dates[0].first == dates[0].last and dates[0].first.year:
        raise UnreadableError(cursor.tokens[first].start, cursor.tokens[cursor.i - 1].end, "ambiguous")
    if not cursor.osm and could_be_hours(cursor.tokens, first, cursor.i):
        raise UnreadableError(cursor.tokens[cursor.i - 3].start, cursor.tokens[cursor.i - 1].end, "ambiguous")
    clause.dates.extend(dates)


def on_number(cursor: Cursor) -> None:
    if starts_date(cursor.tokens, cursor.i):
        on_dates(cursor)
    else:
        on_time(cursor)


def on_time(cursor: Cursor, *, lone: bool = False, join: str = "range") -> None:
    clause = cursor.clause
    if not cursor.osm:
        _refuse_mixed(cursor, clause)
    if clause.spans and not clause.days_first and cursor.joined == "comma":
        cursor.flush("weak")
    elif clause.state_last and not cursor.osm:
        raise cursor.refuse(cursor.tokens[cursor.i])
    span, cursor.i = read_span(cursor.tokens, cursor.i, osm=cursor.osm, lone=lone, join=join)
    cursor.clause.spans.append(span)
    cursor.clause.days_first = cursor.clause.days_first or cursor.clause.selects
    cursor.joined = ""
    if cursor.tokens[cursor.i].kind == "slash" and starts_time(cursor.tokens, cursor.i + 1):
        cursor.i += 1


def _refuse_mixed(cursor: Cursor, clause: Clause) -> None:
    """Times of which nobody knows the days: "9-12 ma 13-17 di", "9:00 12:00", "in de vakanties, 10-12"."""
    token, last = cursor.tokens[cursor.i], clause.spans[-1] if clause.spans else None
    listed = cursor.joined == "comma"
    mixed = last and clause.selects and not clause.days_first and not listed
    doubled = last and last.start == last.end and not listed and cursor.tokens[cursor.i - 1].kind != "slash"
    if mixed or doubled or (cursor.in_tail and listed):
        raise UnreadableError(token.start, token.end, "ambiguous")


def on_between(cursor: Cursor) -> None:
    """A word like "tussen": "tussen 9 en 12 uur" is one span."""
    cursor.i += 1
    if starts_time(cursor.tokens, cursor.i) and not starts_date(cursor.tokens, cursor.i):
        on_time(cursor, lone=True, join="and")


def on_from(cursor: Cursor) -> None:
    """A word like "vanaf": before a date it opens a season, before a time it opens a span."""
    at = cursor.i + 1
    at += cursor.tokens[at].kind == "at"
    if starts_time(cursor.tokens, at) and not starts_date(cursor.tokens, at):
        cursor.i = at
        return on_time(cursor, lone=True)
    if not starts_date(cursor.tokens, at) or cursor.tokens[cursor.i].kind == "at":
        cursor.i += 1
        return None
    clause = cursor.select()
    if clause.rhythm:
        return _rhythm_start(cursor, clause, at)
    dates, after = read_dates(cursor.tokens, at)
    if any(token.kind == "range" for token in cursor.tokens[at:after]):
        clause.dates.extend(dates)
        cursor.i = after
        return None
    dates, cursor.i = read_open_dates(cursor.tokens, at, until=False)
    clause.dates.extend(dates)
    return None


def _rhythm_start(cursor: Cursor, clause: Clause, at: int) -> None:
    dates, cursor.i = read_dates(cursor.tokens, at)
    point = dates[0].first
    if clause.rhythm is None or len(dates) != 1 or point != dates[0].last or not point.year:
        raise UnreadableError(cursor.tokens[at].start, cursor.tokens[cursor.i - 1].end, "ambiguous")
    clause.rhythm = Rhythm(clause.rhythm.every, clause.rhythm.unit, date(point.year, point.month, point.day))


def on_until(cursor: Cursor) -> None:
    token, at = cursor.tokens[cursor.i], cursor.i + 1
    if token.text in _DASHES and cursor.tokens[cursor.i - 1].kind == "day" and cursor.tokens[at].kind in _AFTER_DASH:
        cursor.i += 1
        return
    if _shares_its_end(cursor):
        cursor.i += 1
        return
    if not token.value or not starts_date(cursor.tokens, at):
        raise cursor.refuse(token)
    clause = cursor.select()
    dates, cursor.i = read_open_dates(cursor.tokens, at, until=True)
    clause.dates.extend(dates)
    return


def _shares_its_end(cursor: Cursor) -> bool:
    """Whether a hyphen stands for the end of a word that follows: "zon- en feestdagen", "za- en zondag"."""
    before, token, after = cursor.tokens[cursor.i - 1], cursor.tokens[cursor.i], cursor.tokens[cursor.i + 1]
    return token.text == "-" and before.kind == "day" and before.end == token.start and after.kind == "and"
