"""Weekdays, ordinals, weeks and rhythms read from tokens; called by the reader.

Each function takes the tokens and an index and gives the value with the index after it.
"""

from collections.abc import Sequence

from socialmap.text.hours.tokens import Token, UnreadableError
from socialmap.text.hours.values import Day, Rhythm, Weeks

WEEK = 7
ALL_DAYS = tuple(Day(weekday) for weekday in range(WEEK))
_LISTS = ("comma", "and", "slash")
_LAST_WEEK = 53


def read_days(tokens: Sequence[Token], i: int, /) -> tuple[tuple[Day, ...], int]:
    """One weekday, a range of weekdays, a named group, or OSM's `Th[1,-1]`."""
    token = tokens[i]
    if token.kind == "days":
        return tuple(day for day in ALL_DAYS if token.value >> day.weekday & 1), i + 1
    if tokens[i + 1].kind == "[":
        return _bracketed(tokens, i)
    if tokens[i + 1].kind == "range" and tokens[i + 2].kind == "day":
        return _between(token.value, tokens[i + 2].value), i + 3
    return (Day(token.value),), i + 1


def list_end(tokens: Sequence[Token], i: int, /) -> int:
    """The index after a list of weekdays, groups of them and holidays."""
    while True:
        while tokens[i].kind == "noise":
            i += 1
        i = i + 1 if tokens[i].kind == "holiday" else read_days(tokens, i)[1]
        if tokens[i].kind not in _LISTS or tokens[i + 1].kind not in ("day", "days", "holiday", "noise"):
            return i
        following = i + 1
        while tokens[following].kind == "noise":
            following += 1
        if tokens[following].kind not in ("day", "days", "holiday"):
            return i
        i = following


def _between(first: int, last: int) -> tuple[Day, ...]:
    return tuple(Day((first + step) % WEEK) for step in range((last - first) % WEEK + 1))


def _bracketed(tokens: Sequence[Token], i: int) -> tuple[tuple[Day, ...], int]:
    day, i = tokens[i].value, i + 2
    found: list[Day] = []
    while True:
        nths, i = _nths(tokens, i)
        found.extend(Day(day, nth) for nth in nths)
        if tokens[i].kind == "]":
            break
        if tokens[i].kind != "comma":
            raise UnreadableError(tokens[i].start, tokens[i].end, "day")
        i += 1
    if tokens[i + 1].kind in ("plus", "range") and tokens[i + 2].kind in ("number", "dayword", "day"):
        raise UnreadableError(tokens[i + 1].start, tokens[i + 2].end, "unsupported")
    return tuple(found), i + 1


def _nths(tokens: Sequence[Token], i: int) -> tuple[tuple[int, ...], int]:
    negative = tokens[i].kind == "range"
    i += negative
    token = tokens[i]
    if token.kind != "number" or not 1 <= token.value <= 5:
        raise UnreadableError(token.start, token.end, "day")
    if not negative and tokens[i + 1].kind == "range" and tokens[i + 2].kind == "number":
        last = tokens[i + 2].value
        if token.value <= last <= 5:
            return tuple(range(token.value, last + 1)), i + 3
    return (-token.value if negative else token.value,), i + 1


def read_ordinals(tokens: Sequence[Token], i: int, /) -> tuple[tuple[int, ...], int]:
    """The ordinals that stand before a day: `1e`, `eerste en derde`, `2nd - 4th`."""
    found = [tokens[i].value]
    i += 1
    while tokens[i].kind in (*_LISTS, "range") and (following := _next_ordinal(tokens, i + 1)):
        value = tokens[following].value
        found.extend(range(found[-1] + 1, value + 1) if tokens[i].kind == "range" else (value,))
        i = following + 1
    return tuple(found), i


def _next_ordinal(tokens: Sequence[Token], i: int) -> int:
    """The index of the ordinal at `i`, a word like "de" aside; 0 when there is none."""
    i += tokens[i].kind == "noise"
    return i if tokens[i].kind == "ord" else 0


def read_nth_days(tokens: Sequence[Token], i: int, nths: tuple[int, ...], /) -> tuple[tuple[Day, ...], int]:
    """The days that the ordinals belong to; "first Monday and Friday" could mean either, so it is refused."""
    token = tokens[i]
    bad = next((nth for nth in nths if nth == 0 or not -5 <= nth <= 5), None)
    if token.kind != "day" or bad is not None:
        raise UnreadableError(tokens[i - 1].start, token.end, "day")
    if tokens[i + 1].kind in (*_LISTS, "range") and tokens[i + 2].kind == "day":
        raise UnreadableError(token.start, tokens[i + 2].end, "ambiguous")
    return tuple(Day(token.value, nth) for nth in nths), i + 1


def read_weeks(tokens: Sequence[Token], i: int, /) -> tuple[tuple[Weeks, ...], int]:
    """The week numbers at `i`: `2-52/2`, `1,3,5`, `10 t/m 20`."""
    found: list[Weeks] = []
    while True:
        first = _week(tokens[i])
        last, step, i = first, 1, i + 1
        if tokens[i].kind == "range" and tokens[i + 1].kind == "number":
            last, i = _week(tokens[i + 1]), i + 2
            if tokens[i].kind == "slash" and tokens[i + 1].kind == "number":
                step, i = max(1, tokens[i + 1].value), i + 2
        if last < first:
            raise UnreadableError(tokens[i - 1].start, tokens[i - 1].end, "date")
        found.append(Weeks(first, last, step))
        if tokens[i].kind not in ("comma", "and") or tokens[i + 1].kind != "number" or _is_time(tokens, i + 1):
            return tuple(found), i
        i += 1


def _is_time(tokens: Sequence[Token], i: int) -> bool:
    """A number that says an hour: followed by "uur", or a range that ends in one."""
    if tokens[i + 1].kind != "range" or tokens[i + 2].kind == "end":
        return tokens[i + 1].kind == "hours"
    return tokens[i + 3].kind == "hours"


def _week(token: Token) -> int:
    if token.kind != "number" or not 1 <= token.value <= _LAST_WEEK:
        raise UnreadableError(token.start, token.end, "date")
    return token.value


def parity_weeks(odd: int, /) -> Weeks:
    """The even or the odd weeks of the year."""
    return Weeks(1, _LAST_WEEK, 2) if odd else Weeks(2, _LAST_WEEK - 1, 2)


def read_rhythm(tokens: Sequence[Token], i: int, /) -> tuple[Rhythm | None, int]:
    """The rhythm at `i`: "om de week", "elke 4 weken", "every other (Friday)"; None when "elke" is just that."""
    token, following = tokens[i], tokens[i + 1]
    if token.kind == "rhythm":
        unit = following.kind in ("week", "months")
        return Rhythm(
            abs(token.value), "month" if token.value < 0 or following.kind == "months" else "week"
        ), i + 1 + unit
    if following.kind in ("count", "number") and tokens[i + 2].kind in ("week", "months"):
        if not 1 <= following.value <= _LAST_WEEK:
            raise UnreadableError(following.start, following.end, "date")
        unit = tokens[i + 2].kind == "months"
        return (
            None if following.value == 1 and not unit else Rhythm(following.value, "month" if unit else "week")
        ), i + 3
    if token.text.casefold().startswith(("om ", "eens ")) and following.kind != "week":
        raise UnreadableError(token.start, following.end, "ambiguous")
    return None, i + 1
