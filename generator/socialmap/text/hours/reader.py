"""The tokens of opening hours turned into statements; called by `read`, which makes rules of the statements.

The reader goes through the tokens once. A statement ends at a full stop, semicolon or new line, and where days
follow a time: "ma 9-12, di 13-17" and "Mon 9-12 Tue 1pm-5pm" are two.
What has no place in a statement is refused, never skipped.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from socialmap.text.hours import recurring, selecting, stating
from socialmap.text.hours.cursor import Cursor
from socialmap.text.hours.tokens import read_tokens


def read_statements(text: str, /) -> Cursor:
    """The cursor at the end of the text, with all statements; raises `UnreadableError` at what cannot be read."""
    cursor = Cursor(text, read_tokens(text))
    tokens = cursor.tokens
    while tokens[cursor.i].kind != "end":
        handler = _HANDLERS.get(tokens[cursor.i].kind)
        if handler is None:
            raise cursor.refuse(tokens[cursor.i])
        handler(cursor)
        cursor.clause.end = tokens[cursor.i - 1].end
    cursor.flush("strong")
    return cursor


_HANDLERS: Mapping[str, Callable[[Cursor], None]] = MappingProxyType(
    {
        "day": selecting.on_days,
        "days": selecting.on_days,
        "ord": selecting.on_ordinal,
        "month": selecting.on_dates,
        "year": selecting.on_dates,
        "date": selecting.on_dates,
        "number": selecting.on_number,
        "clock": selecting.on_time,
        "from": selecting.on_from,
        "at": selecting.on_from,
        "between": selecting.on_between,
        "range": selecting.on_until,
        "holiday": recurring.on_holiday,
        "week": recurring.on_week,
        "parity": recurring.on_parity,
        "rhythm": recurring.on_rhythm,
        "every": recurring.on_rhythm,
        "closed": stating.on_closed,
        "unknown": stating.on_unknown,
        "open": stating.on_open,
        "always": stating.on_always,
        "appointment": stating.on_appointment,
        "or": stating.on_or,
        "fallback": stating.on_fallback,
        "not": stating.on_except,
        "comment": stating.on_comment,
        "stop": stating.on_stop,
        "line": stating.on_line,
        "comma": stating.on_comma,
        "and": stating.on_and,
        "plus": stating.on_plus,
        "(": stating.on_skip,
        ")": stating.on_bracket,
        "colon": stating.on_skip,
        "hours": stating.on_skip,
        "noise": stating.on_skip,
        "permonth": recurring.on_permonth,
        "also": stating.on_also,
        "monthly": recurring.on_monthly,
    }
)
