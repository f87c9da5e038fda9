"""Dates, months and years read from tokens, in the order of any of the three ways of writing; called by the reader.

Each function takes the tokens and an index and gives the value with the index after it.
"""

from collections.abc import Sequence

from socialmap.text.hours.tokens import Token, UnreadableError
from socialmap.text.hours.values import FIRST_YEAR, LAST_YEAR, MONTH_DAYS, Dates, Point

_LISTS = ("comma", "and")
_ENGLISH = ("st", "nd", "rd", "th")
_UNSAID = 0
_HOURS = 24
_FIRST_BARE_YEAR = 2020


def starts_date(tokens: Sequence[Token], i: int, /) -> bool:
    """Whether a date, month or year begins at `i`: also "24, 25 en 26 december" and "10-16 april"."""
    kind = tokens[i].kind
    if kind in ("date", "month", "year"):
        return True
    if kind == "ord" and tokens[i].value < 1:
        return False
    return kind in ("number", "ord") and _month_after(tokens, i) > 0


def read_dates(tokens: Sequence[Token], i: int, /) -> tuple[tuple[Dates, ...], int]:
    """One date, a list of days in one month, or a range of dates, months or years."""
    if tokens[i].kind in ("number", "ord"):
        months = _month_after(tokens, i)
        if months > i + 1 and tokens[i + 1].kind in _LISTS:
            return _listed(tokens, i, months)
    first, after = _point(tokens, i, before=None)
    if tokens[after].kind != "range" or not _continues(tokens, after + 1, first):
        return (Dates(_opened(first), _closed(first)),), after
    if not tokens[after].value:
        raise UnreadableError(tokens[after].start, tokens[after].end, "ambiguous")
    last, end = _point(tokens, after + 1, before=first)
    return (_range(first, last, tokens[i], tokens[end - 1]),), end


def read_open_dates(tokens: Sequence[Token], i: int, /, *, until: bool) -> tuple[tuple[Dates, ...], int]:
    """The dates up to or from one day, which needs its year: without one, nobody knows where it stops."""
    point, after = _point(tokens, i, before=None)
    if not point.year:
        raise UnreadableError(tokens[i].start, tokens[after - 1].end, "ambiguous")
    if until:
        return (Dates(Point(FIRST_YEAR, 1, 1), _closed(point)),), after
    return (Dates(_opened(point), Point(LAST_YEAR, 12, 31)),), after


def could_be_hours(tokens: Sequence[Token], i: int, end: int, /) -> bool:
    """Whether dates that were read end in "juli 10-12", of which the figures may as well be hours."""
    if end - i < 4 or [token.kind for token in tokens[end - 4 : end]] != ["month", "number", "range", "number"]:
        return False
    return tokens[end - 3].value < tokens[end - 1].value <= _HOURS


def could_be_clock(tokens: Sequence[Token], i: int, /) -> bool:
    """Whether four digits alone may be a time: "0900-1700", "2000 uur"."""
    if tokens[i].kind != "year" or tokens[i + 1].kind == "month":
        return False
    ranged = tokens[i + 1].kind == "range" and tokens[i + 2].kind == "year" and tokens[i + 3].kind != "month"
    return ranged or tokens[i + 1].kind == "hours" or tokens[i].value < _FIRST_BARE_YEAR


def every_month(day: int, /) -> tuple[Dates, ...]:
    """The same day of each month that has it."""
    return tuple(Dates(Point(0, m, day), Point(0, m, day)) for m in range(1, 13) if day <= MONTH_DAYS[m - 1])


def _month_after(tokens: Sequence[Token], i: int) -> int:
    """The index of the month that the day numbers at `i` belong to; 0 when these are no days of a month."""
    ranged = tokens[i + 1].kind == "range"
    while True:
        following = tokens[i + 1]
        if following.kind == "month":
            return i + 1
        if following.kind not in (("range",) if ranged else _LISTS) or tokens[i + 2].kind not in ("number", "ord"):
            return 0
        if ranged and tokens[i + 3].kind != "month":
            return 0
        i += 2


def _listed(tokens: Sequence[Token], i: int, month: int) -> tuple[tuple[Dates, ...], int]:
    year, after = (tokens[month + 1].value, month + 2) if tokens[month + 1].kind == "year" else (_UNSAID, month + 1)
    days = [token for token in tokens[i:month] if token.kind not in _LISTS]
    points = (_checked(Point(year, tokens[month].value, day.value), day) for day in days)
    return tuple(Dates(point, point) for point in points), after


def _continues(tokens: Sequence[Token], i: int, first: Point) -> bool:
    """Whether what follows a range sign is the end of the dates and not of times."""
    if starts_date(tokens, i):
        return True
    return tokens[i].kind == "number" and first.day > 0 and first.month > 0 and tokens[i + 1].kind != "hours"


def _point(tokens: Sequence[Token], i: int, *, before: Point | None) -> tuple[Point, int]:
    """A point whose parts are 0 when unsaid; `before` lends its month to a lone day number (`Apr 10-16`)."""
    token = tokens[i]
    if token.kind == "date":
        return _checked(Point(token.value // 10000, token.value // 100 % 100, token.value % 100), token), i + 1
    if token.kind in ("number", "ord"):
        return _day_first(tokens, i, before=before)
    year, i = (token.value, i + 1) if token.kind == "year" else (_UNSAID, i)
    if tokens[i].kind != "month":
        return Point(year, 0, 0), i
    if before is not None and _ends_before_hours(tokens, i):
        return Point(year, tokens[i].value, 0), i + 1
    return _month_first(tokens, i, year)


def _day_first(tokens: Sequence[Token], i: int, *, before: Point | None) -> tuple[Point, int]:
    token, following = tokens[i], tokens[i + 1]
    if following.kind == "month":
        year, end = (tokens[i + 2].value, i + 3) if tokens[i + 2].kind == "year" else (_UNSAID, i + 2)
        return _checked(Point(year, following.value, token.value), token), end
    if before is not None:
        return _checked(Point(before.year, before.month, token.value), token), i + 1
    if following.kind == "range":
        month = tokens[_month_after(tokens, i)]
        return _checked(Point(_UNSAID, month.value, token.value), token), i + 1
    raise UnreadableError(token.start, token.end, "date")


def _is_day_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether the figure at `i` is a day of the month before it: not an hour, and not the nth of a weekday."""
    day = tokens[i]
    if day.kind not in ("number", "ord") or day.value < 1 or tokens[i + 1].kind in ("hours", "month"):
        return False
    return not _opens_span(tokens, i) if day.kind == "number" else not _counts_weekdays(tokens, i)


def _ends_before_hours(tokens: Sequence[Token], i: int) -> bool:
    """Whether the month at `i` ends a range and the span of hours comes right after it: "apr-okt 10-18"."""
    kinds = [token.kind for token in tokens[i + 1 : i + 4]]
    return kinds == ["number", "range", "number"]


def _opens_span(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number is the start of "10-12 uur" or "9-12:30"."""
    if tokens[i + 1].kind != "range" or tokens[i + 2].kind not in ("number", "clock"):
        return False
    return tokens[i + 2].kind == "clock" or tokens[i + 3].kind == "hours"


def _counts_weekdays(tokens: Sequence[Token], i: int) -> bool:
    """Whether ordinals belong to a weekday after them: "apr-sep 2e woensdag"; "Sep 2nd Wednesday" could be either."""
    end = i + 1
    while tokens[end].kind in (*_LISTS, "range", "noise", "ord"):
        end += 1
    if tokens[end].kind != "day" or tokens[end - 1].kind != "ord":
        return False
    if end == i + 1 and tokens[i].text[-2:].casefold() in _ENGLISH and tokens[end + 1].kind != "permonth":
        raise UnreadableError(tokens[i - 1].start, tokens[end].end, "ambiguous")
    return True


def _month_first(tokens: Sequence[Token], i: int, year: int) -> tuple[Point, int]:
    month, day = tokens[i], tokens[i + 1]
    if _is_day_of(tokens, i + 1):
        end = i + 2
        if not year and tokens[end].kind == "year":
            year, end = tokens[end].value, end + 1
        return _checked(Point(year, month.value, day.value), day), end
    if not year and day.kind == "year":
        return Point(day.value, month.value, 0), i + 2
    return Point(year, month.value, 0), i + 1


def _checked(point: Point, token: Token) -> Point:
    if not 1 <= point.month <= 12 or not 1 <= point.day <= _month_days(point.year, point.month):
        raise UnreadableError(token.start, token.end, "date")
    if point.year and point.year < FIRST_YEAR:
        raise UnreadableError(token.start, token.end, "date")
    return point


def _month_days(year: int, month: int) -> int:
    """The days of a month; February without a year may have 29."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return MONTH_DAYS[month - 1] - (month == 2 and not leap)


def _opened(point: Point) -> Point:
    return Point(point.year, point.month or 1, point.day or 1)


def _closed(point: Point) -> Point:
    month = point.month or 12
    return Point(point.year, month, point.day or _month_days(point.year, month))


def _range(first: Point, last: Point, start: Token, end: Token) -> Dates:
    """Both ends complete: a year said once counts for both, passing the turn of the year where that must be."""
    low, high = _opened(first), _closed(last)
    passes = (high.month, high.day) < (low.month, low.day)
    if low.year and not high.year:
        year = low.year + passes
        high = Point(year, high.month, min(high.day, _month_days(year, high.month)))
    elif high.year and not low.year:
        low = Point(high.year - passes, low.month, low.day)
    if high.year > LAST_YEAR or (low.year and high < low):
        raise UnreadableError(start.start, end.end, "date")
    return Dates(low, high)
