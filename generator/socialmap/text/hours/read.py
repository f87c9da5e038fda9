"""Opening hours read from text: the one entrance for every way in which people write them."""

from dataclasses import replace
from itertools import pairwise

from socialmap.text.hours.clause import Clause, build_rule
from socialmap.text.hours.cursor import Cursor
from socialmap.text.hours.days import ALL_DAYS
from socialmap.text.hours.reader import read_statements
from socialmap.text.hours.suggest import suggestions
from socialmap.text.hours.tokens import UnreadableError
from socialmap.text.hours.values import Day, Hours, HoursFault, Rule, Span
from socialmap.text.hours.week import is_exceptional

_LONGEST = 4000


def read_hours(text: str, /) -> Hours | HoursFault:
    """The opening hours that `text` says, in Dutch, English or OpenStreetMap's `opening_hours` syntax.

    OSM syntax keeps OSM's meaning: a later rule takes the place of earlier ones on its days. In prose, times on the
    same days that do not overlap add up ("ma-vr 9-12; do 19-21"), those that overlap take the place of the earlier, and
    exceptions (holidays, dates, some of the days of another statement) count wherever they stand. A season, weeks or
    holidays after the times narrow them ("ma-vr 10-15 in de schoolvakanties") where it is clear which. Days without a
    time are days of which the time is unknown. A text that says anything the reader does not know, or that people
    could take in two ways, gives a `HoursFault`; its suggestion, when there is one, reads.
    """
    try:
        return parse_hours(text)
    except UnreadableError as error:
        return _fault(text, error)


def parse_hours(text: str, /) -> Hours:
    """The opening hours, or an `UnreadableError` at the first part that cannot be read."""
    if len(text) > _LONGEST:
        raise UnreadableError(_LONGEST, len(text), "unsupported")
    reader = read_statements(text)
    if not reader.clauses and not reader.or_by_appointment:
        raise UnreadableError(0, len(text), "incomplete" if text.strip() else "empty")
    return _hours(reader)


def _hours(reader: Cursor) -> Hours:
    clauses, osm = reader.clauses, reader.osm
    if not clauses:
        return Hours("by_appointment")
    if len(clauses) == 1 and (alone := _alone(clauses[0])):
        return replace(alone, or_by_appointment=reader.or_by_appointment and alone.kind == "unknown")
    rules = _osm_rules(clauses) if osm else _prose_rules(clauses)
    return Hours("known", rules, reader.or_by_appointment)


def _alone(clause: Clause) -> Hours | None:
    """A text that says only that it is by appointment, or unknown."""
    if clause.selects or clause.spans:
        return None
    rule = build_rule(clause, osm=True)
    if rule.comment or rule.rhythm:
        return None
    if rule.state == "by_appointment":
        return Hours("by_appointment")
    return Hours("unknown") if rule.state == "unknown" else None


def _osm_rules(clauses: list[Clause]) -> tuple[Rule, ...]:
    rules = [build_rule(clauses[0], osm=True)]
    for clause in clauses[1:]:
        rule = build_rule(clause, osm=True)
        adds = clause.joined == "weak" and rule.state != "closed"
        rules.append(replace(rule, adds=True) if adds else rule)
    return tuple(rules)


def _prose_rules(clauses: list[Clause]) -> tuple[Rule, ...]:
    for before, clause in pairwise(clauses):
        if clause.state and not clause.selects and clause.state != "closed" and not clause.spans:
            raise clause.blame()
        if clause.state == "closed" and not clause.selects and not clause.spans and before.selects:
            raise clause.blame()
    if len(clauses) > 1:
        _refuse_loose(clauses)
    rules: list[Rule] = []
    for rule in _widest_first([build_rule(clause, osm=False) for clause in clauses]):
        adds = any(_meets(rule, earlier) for earlier in rules) and _fits(rule, rules)
        rules.append(replace(rule, adds=True) if adds else rule)
    rules.sort(key=is_exceptional)
    if rules[0].adds:
        rules[0] = replace(rules[0], adds=False)
    return tuple(rules)


def _refuse_loose(clauses: list[Clause]) -> None:
    """Refuse a season without times beside statements with times, and an exception to one of several statements."""
    timed = [clause for clause in clauses if clause.spans and clause.lends]
    for clause in clauses:
        exception = clause.state == "closed" and clause.tight and not clause.days and not clause.spans
        if (clause.restricts and timed) or (exception and len(timed) > 1):
            raise clause.blame()


def _widest_first(rules: list[Rule]) -> list[Rule]:
    """The rules with each one after those for more days than its own, so that it is the exception to them."""
    found: list[Rule] = []
    for rule in rules:
        inner = [other for other in found if _narrower(other, rule)]
        found = [*(other for other in found if other not in inner), rule, *inner]
    return found


def _narrower(rule: Rule, other: Rule) -> bool:
    """Whether a rule is about some of the days of the other, and about no more."""
    if (rule.holidays and rule.state != "closed") or other.holidays or not _only_where(rule, other):
        return False
    days, others = set(rule.days or ALL_DAYS), set(other.days or ALL_DAYS)
    if rule.holidays and not rule.days:
        return False
    within = all(day in others or Day(day.weekday) in others for day in days)
    return within and (days != others or rule.dates != other.dates)


def _only_where(rule: Rule, other: Rule) -> bool:
    seasons = ((rule.dates, other.dates), (rule.weeks, other.weeks), (rule.within, other.within))
    return rule.rhythm == other.rhythm and all(mine == theirs or not theirs for mine, theirs in seasons)


def _meets(rule: Rule, other: Rule) -> bool:
    days = {day.weekday for day in rule.days}
    others = {day.weekday for day in other.days}
    return not days or not others or not days.isdisjoint(others)


def _fits(rule: Rule, earlier: list[Rule]) -> bool:
    """Whether the times go beside all earlier ones on the same days of the same season."""
    if rule.state == "closed" or not rule.spans:
        return False
    for other in earlier:
        if other.state == "closed" or not _meets(rule, other):
            continue
        if (
            other.dates != rule.dates
            or (other.holidays, other.within) != (rule.holidays, rule.within)
            or not other.spans
            or _overlap(rule.spans, other.spans)
        ):
            return False
    return True


def _overlap(spans: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return any(a.start == b.start or (a.start < b.end and b.start < a.end) for a in spans for b in others)


def _fault(text: str, error: UnreadableError) -> HoursFault:
    fragment = text[error.start : error.end]
    return HoursFault(fragment, error.start, error.reason, next(filter(_reads, suggestions(text, error)), ""))


def _reads(text: str) -> bool:
    try:
        parse_hours(text)
    except UnreadableError:
        return False
    return True
