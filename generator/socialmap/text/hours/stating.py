"""What the reader does at words such as "gesloten" and "op afspraak", at comments and at signs between statements."""

from socialmap.text.hours.clause import Clause
from socialmap.text.hours.cursor import Cursor
from socialmap.text.hours.recurring import HOLIDAYS
from socialmap.text.hours.tokens import UnreadableError
from socialmap.text.hours.values import ALL_DAY, State

_APPOINTMENTS = ("by appointment", "op afspraak")
_ENDS = ("end", "stop", "line", "comma", "comment", ")", "fallback")


def on_state(cursor: Cursor, state: State) -> None:
    """A word such as "gesloten": after a time it tells of that time only when nothing of its own follows."""
    clause, token = cursor.clause, cursor.tokens[cursor.i]
    if (not cursor.osm and clause.spans and cursor.tokens[cursor.i + 1].kind not in _ENDS) or (
        cursor.joined == "comma" and (clause.spans or cursor.in_tail)
    ):
        cursor.flush("weak")
        clause = cursor.clause
    if clause.state and clause.state != state:
        if not clause.state_last:
            raise cursor.refuse(token)
        cursor.flush("weak")
        clause = cursor.clause
    clause.state, clause.state_last = state, clause.selects or bool(clause.spans)
    cursor.joined = ""
    cursor.i += 1


def on_closed(cursor: Cursor) -> None:
    on_state(cursor, "closed")


def on_unknown(cursor: Cursor) -> None:
    on_state(cursor, "unknown")


def on_open(cursor: Cursor) -> None:
    if cursor.osm:
        return on_state(cursor, "open")
    cursor.i += 1
    return None


def on_always(cursor: Cursor) -> None:
    clause = cursor.clause
    clause.spans.append(ALL_DAY)
    clause.days_first = True
    cursor.i += 1


def on_appointment(cursor: Cursor) -> None:
    """On appointment: an own possibility beside the times, or, after a comma or none, the way in during those times."""
    clause = cursor.clause
    before = cursor.tokens[cursor.i - 1].kind if cursor.i else ""
    if clause.excepts:
        raise cursor.refuse(cursor.tokens[cursor.i])
    cursor.i += 1
    if (
        before in ("or", "also", "and") and (clause.speaks or cursor.clauses or cursor.tokens[cursor.i].kind in _ENDS)
    ) or (not clause.speaks and cursor.clauses and cursor.tokens[cursor.i].kind in _ENDS):
        cursor.or_by_appointment = True
    elif len(clause.spans) > 1 and not cursor.osm and cursor.joined == "":
        raise clause.blame()
    else:
        clause.state, clause.state_last = "by_appointment", clause.selects
    cursor.joined = ""


def on_or(cursor: Cursor) -> None:
    following = cursor.tokens[cursor.i + 1].kind
    if following not in ("appointment", "also", "noise"):
        raise cursor.refuse(cursor.tokens[cursor.i])
    cursor.i += 1
    if cursor.tokens[cursor.i].kind in ("also", "noise"):
        if cursor.tokens[cursor.i + 1].kind != "appointment":
            raise cursor.refuse(cursor.tokens[cursor.i - 1])
        cursor.i += 1
    on_beside(cursor)


def on_beside(cursor: Cursor) -> None:
    cursor.or_by_appointment = True
    cursor.joined = ""
    cursor.i += 1


def on_fallback(cursor: Cursor) -> None:
    """OSM's `||`, which is read when an appointment follows it; the other uses of it are not."""
    comment = cursor.tokens[cursor.i + 1]
    if comment.text.strip('"').casefold() not in _APPOINTMENTS:
        raise cursor.refuse(cursor.tokens[cursor.i])
    cursor.flush("strong")
    cursor.or_by_appointment = True
    cursor.i += 2


def on_except(cursor: Cursor) -> None:
    """A word such as "niet" opens a statement that closes: what follows it are the days without."""
    following, tight = cursor.tokens[cursor.i + 1].kind, cursor.hangs
    if following == "closed" or cursor.clause.excepts:
        raise cursor.refuse(cursor.tokens[cursor.i])
    cursor.flush("weak")
    cursor.clause.state, cursor.clause.excepts, cursor.clause.tight = "closed", True, tight
    cursor.joined = ""
    cursor.i += 1


def on_comment(cursor: Cursor) -> None:
    clause, token = cursor.clause, cursor.tokens[cursor.i]
    said = token.text[1:-1].strip().replace('"', "'")
    if clause.comment and said:
        raise UnreadableError(token.start, token.end, "unsupported")
    clause.comment = said
    clause.state_last = clause.state_last or clause.selects or bool(clause.spans)
    cursor.i += 1


def on_stop(cursor: Cursor) -> None:
    cursor.flush("strong")
    cursor.joined = "strong"
    cursor.i += 1


def on_line(cursor: Cursor) -> None:
    """A new line ends a statement; after a colon it opens a list in the season, or the times of the days, before it."""
    clause, tokens = cursor.clause, cursor.tokens
    headed = cursor.i > 0 and tokens[cursor.i - 1].kind == "colon"
    blank = cursor.i > 0 and tokens[cursor.i - 1].kind == "line"
    if headed and clause.dates and not (clause.days or clause.spans or clause.state or clause.weeks):
        cursor.scope, cursor.clause = list(clause.dates), Clause(start=tokens[cursor.i].start)
    elif not (headed and clause.selects and not clause.spans):
        cursor.flush("strong")
        cursor.scope = [] if blank else cursor.scope
    cursor.joined = "strong"
    cursor.i += 1


def on_comma(cursor: Cursor) -> None:
    if cursor.joined != "strong":
        cursor.joined = "comma"
    clause = cursor.clause
    clause.listed = clause.listed or bool(clause.holidays) or (clause.state == "closed" and not clause.selects)
    cursor.i += 1


def on_bracket(cursor: Cursor) -> None:
    """A closing bracket ends the exception inside it: "(behalve juli) 19.30 uur" goes on with what stood before."""
    cursor.i += 1
    if cursor.clause.excepts or (cursor.clause.tight and cursor.clause.restricts):
        cursor.flush("weak")


def on_skip(cursor: Cursor) -> None:
    cursor.i += 1


def on_also(cursor: Cursor) -> None:
    cursor.i += 1
    if cursor.tokens[cursor.i].kind == "appointment":
        return on_beside(cursor)
    while cursor.tokens[cursor.i].kind == "noise":
        cursor.i += 1
    clause = cursor.clause
    if cursor.tokens[cursor.i].kind == "holiday" and clause.spans and clause.days:
        clause.holidays.append(HOLIDAYS[cursor.tokens[cursor.i].value])
        cursor.i += 1
        return None
    if clause.spans:
        cursor.flush("weak")
        cursor.clause.also = True
    return None


def on_plus(cursor: Cursor) -> None:
    """In prose a plus sign joins as "en" does; in OSM syntax it has its place after a time alone."""
    if cursor.osm:
        raise cursor.refuse(cursor.tokens[cursor.i])
    on_comma(cursor)


def on_and(cursor: Cursor) -> None:
    on_comma(cursor)
