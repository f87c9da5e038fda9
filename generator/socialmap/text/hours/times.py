"""Times of day read from tokens: one span at an index, with the span and the index after it; called by the reader."""

from collections.abc import Sequence

from socialmap.text.hours.tokens import Token, UnreadableError
from socialmap.text.hours.values import DAY, Span

_NOON = DAY // 2
_EARLIEST_BARE = 6
_TIMES = ("clock", "number")


def starts_time(tokens: Sequence[Token], i: int, /) -> bool:
    """Whether a time begins at `i`."""
    return tokens[i].kind in _TIMES


def read_span(
    tokens: Sequence[Token], i: int, /, *, osm: bool, lone: bool = False, join: str = "range"
) -> tuple[Span, int]:
    """One span, as `9-12`, `09:00-12:30`, `van 9 tot 17 uur`, `1-8pm`, `18:00+`; a lone start is open-ended.

    A bare number counts as a start only where `lone` says so or an hour word follows. In prose a span that would run
    through the night without saying so, or that begins in the small hours, is refused: people mean the afternoon.
    """
    start, after = tokens[i], i + 1
    said = tokens[after].kind == "hours"
    after += said
    if tokens[after].kind in ("range", join) and starts_time(tokens, after + 1):
        return _to(tokens, start, after + 1, osm=osm)
    if tokens[after].kind == "range":
        raise UnreadableError(start.start, tokens[after].end, "incomplete")
    plus = _is_open(tokens, after, osm=osm)
    if not plus and (osm or (start.kind == "number" and not said and not lone)):
        raise UnreadableError(start.start, start.end, "incomplete")
    opens = _minutes(start, limit=DAY - 1)
    if not osm and start.kind == "number" and opens < _EARLIEST_BARE * 60:
        raise UnreadableError(start.start, start.end, "ambiguous")
    return Span(opens, opens, open_end=True), after + plus


def _is_open(tokens: Sequence[Token], i: int, *, osm: bool) -> bool:
    """Whether a plus sign leaves the end open; in prose "9-12 + 13-17" it only joins."""
    return tokens[i].kind == "plus" and (osm or tokens[i + 1].kind not in (*_TIMES, "day", "days"))


def _to(tokens: Sequence[Token], start: Token, i: int, *, osm: bool) -> tuple[Span, int]:
    end, after = tokens[i], i + 1
    after += tokens[after].kind == "hours"
    plus = _is_open(tokens, after, osm=osm)
    opens, closes = _minutes(start, limit=DAY), _minutes(end, limit=2 * DAY if osm else DAY)
    if not osm:
        opens, closes = _halves(start, end, opens, closes)
        _refuse_guess(start, end, opens, closes)
    if opens == DAY:
        opens, closes = 0, closes if closes > 0 else DAY
    if closes <= opens:
        closes += DAY
    return Span(opens, closes, open_end=plus), after + plus


def _minutes(token: Token, *, limit: int) -> int:
    minutes = token.value if token.kind == "clock" else token.value * 60
    if minutes > limit:
        raise UnreadableError(token.start, token.end, "time")
    return minutes


def _halves(start: Token, end: Token, opens: int, closes: int) -> tuple[int, int]:
    """The side that says no am or pm takes it from the other where only one reading runs forward."""
    if end.half and not start.half and opens < _NOON + 60:
        low, high = opens % _NOON, closes % _NOON
        if end.half == 1 and low >= high:
            raise UnreadableError(start.start, end.end, "ambiguous")
        return (low + _NOON if end.half == 2 and low < high else low), closes
    if start.half == 1 and not end.half and closes < opens:
        raise UnreadableError(end.start, end.end, "ambiguous")
    if start.half == 2 and not end.half and closes < _NOON and closes % _NOON > opens % _NOON:
        return opens, closes + _NOON
    return opens, closes


def _refuse_guess(start: Token, end: Token, opens: int, closes: int) -> None:
    bare = start.kind == end.kind == "number" and not start.text.startswith("0")
    if bare and opens < _EARLIEST_BARE * 60 and closes != DAY and (opens, closes) != (0, 0):
        raise UnreadableError(start.start, end.end, "ambiguous")
    told = end.half or (end.text.startswith("0") and ":" in end.text) or closes == 0
    if closes <= opens <= _NOON and not told and not start.half:
        raise UnreadableError(start.start, end.end, "ambiguous")
