"""What the reader does at holidays, week numbers and rhythms; the table in `reader` says at which token."""

from socialmap.text.hours.clause import Clause
from socialmap.text.hours.cursor import Cursor
from socialmap.text.hours.days import parity_weeks, read_rhythm, read_weeks
from socialmap.text.hours.tokens import UnreadableError
from socialmap.text.hours.values import HolidayKind

HOLIDAYS: tuple[HolidayKind, ...] = ("PH", "SH")
_LISTS = ("comma", "and", "slash")


def on_holiday(cursor: Cursor) -> None:
    listed = cursor.joined == "comma"
    clause = cursor.beside(days=True)
    if (
        not cursor.osm
        and clause.days
        and not clause.spans
        and not clause.excepts
        and cursor.tokens[cursor.i - 1].kind not in _LISTS
    ):
        return _inside(cursor, clause, listed=listed)
    if clause.days and not clause.listed and cursor.tokens[cursor.i - 1].kind == "day" and clause.excepts:
        raise clause.blame()
    clause.holidays.append(HOLIDAYS[cursor.tokens[cursor.i].value])
    cursor.i += 1
    return None


def _inside(cursor: Cursor, clause: Clause, *, listed: bool) -> None:
    """Holidays right after days are where those days are: "ma-vr in schoolvakanties"; after "en" they join them."""
    token = cursor.tokens[cursor.i]
    said = cursor.tokens[cursor.i - 1].kind == "noise"
    joins = listed and (cursor.follows("and") or clause.state == "closed")
    if not said or clause.within or (not joins and (listed or clause.holidays)):
        raise UnreadableError(clause.start, token.end, "ambiguous")
    (clause.holidays if joins else clause.within).append(HOLIDAYS[token.value])
    cursor.i += 1


def on_week(cursor: Cursor) -> None:
    """Numbers after "week" are weeks, after "elke week" and "wekelijks" they are times."""
    token, following = cursor.tokens[cursor.i], cursor.tokens[cursor.i + 1]
    every = token.value == 1 or (cursor.i > 0 and cursor.tokens[cursor.i - 1].kind == "every")
    cursor.i += 1
    if following.kind == "number" and not every:
        clause = cursor.select()
        weeks, cursor.i = read_weeks(cursor.tokens, cursor.i)
        clause.weeks.extend(weeks)
    else:
        cursor.clause.weekly = not cursor.osm


def on_parity(cursor: Cursor) -> None:
    token = cursor.tokens[cursor.i]
    if cursor.tokens[cursor.i + 1].kind != "week":
        raise cursor.refuse(token)
    clause = cursor.select()
    if clause.weeks and not cursor.osm:
        raise cursor.refuse(token)
    clause.weeks.append(parity_weeks(token.value))
    clause.weekly = not cursor.osm
    cursor.i += 2


def on_rhythm(cursor: Cursor) -> None:
    rhythm, after = read_rhythm(cursor.tokens, cursor.i)
    if rhythm:
        cursor.select().rhythm = rhythm
    cursor.i = after


def on_monthly(cursor: Cursor) -> None:
    cursor.select().monthly = True
    cursor.i += 1


def on_permonth(cursor: Cursor) -> None:
    """Words such as "van de maand": the statement needs the nth weekday or the day of the month that they belong to."""
    cursor.clause.monthly = cursor.clause.monthly or not cursor.osm
    cursor.i += 1
