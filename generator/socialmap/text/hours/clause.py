"""One statement while it is being read, and the rule that it becomes; called by the reader alone."""

from dataclasses import dataclass, field
from datetime import date

from socialmap.text.hours.days import ALL_DAYS
from socialmap.text.hours.tokens import UnreadableError
from socialmap.text.hours.values import (
    ALL_DAY,
    LAST_YEAR,
    Dates,
    Day,
    HolidayKind,
    Rhythm,
    Rule,
    Span,
    State,
    Weeks,
)

_APPOINTMENT = "by appointment"


@dataclass(slots=True)
class Clause:
    """What has been read of one statement so far. `joined` is how it hangs on the one before: `strong` or `weak`."""

    start: int = 0
    end: int = 0
    joined: str = "strong"
    days: list[Day] = field(default_factory=list)
    holidays: list[HolidayKind] = field(default_factory=list)
    within: list[HolidayKind] = field(default_factory=list)
    dates: list[Dates] = field(default_factory=list)
    weeks: list[Weeks] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    rhythm: Rhythm | None = None
    state: State | None = None
    comment: str = ""
    excepts: bool = False
    monthly: bool = False
    daily: bool = False
    weekly: bool = False
    narrowed: bool = False
    state_last: bool = False
    days_first: bool = False
    listed: bool = False
    tight: bool = False
    bracketed: bool = False
    also: bool = False
    tailed: bool = False
    grown: bool = False

    @property
    def selects(self) -> bool:
        """Whether it says on which days."""
        return bool(self.days or self.holidays or self.dates or self.weeks or self.rhythm)

    @property
    def speaks(self) -> bool:
        """Whether it says anything at all."""
        return self.selects or bool(self.spans or self.state or self.comment)

    @property
    def restricts(self) -> bool:
        """Whether it says only in which season, weeks or holidays: "in de schoolvakanties"."""
        return self.selects and not (self.days or self.spans or self.state or self.comment)

    @property
    def monthdays(self) -> bool:
        """Whether its dates are single days, as "de 4e van de maand" is."""
        return bool(self.dates) and all(dates.first == dates.last for dates in self.dates)

    def falls_on(self, dates: Dates, /) -> bool:
        """Whether a date can be one of the weekdays; without a year it can."""
        point = dates.first
        weekdays = {day.weekday for day in self.days}
        return not point.year or date(point.year, point.month, point.day).weekday() in weekdays

    @property
    def lends(self) -> bool:
        """Whether what follows it goes on in its days or season: an exception lends nothing."""
        return self.state != "closed" and not (self.dates and any(dates.first == dates.last for dates in self.dates))

    @property
    def complete(self) -> bool:
        """Whether days that follow belong to the next statement."""
        return self.state_last or (bool(self.spans) and self.days_first)

    def blame(self, reason: str = "ambiguous") -> UnreadableError:
        """The error that names this whole statement."""
        return UnreadableError(self.start, self.end, "unsupported" if reason == "unsupported" else "ambiguous")


def build_rule(clause: Clause, /, *, osm: bool) -> Rule:
    """The rule that a statement says, in the one form that equal statements share."""
    _check(clause, osm=osm)
    comment, state, rhythm = _meant(clause, osm=osm)
    days, holidays = _all_or_some(clause)
    spans = tuple(sorted(set(clause.spans)))
    if state == "open" and not spans:
        spans = (ALL_DAY,)
    return Rule(
        state=state,
        spans=spans,
        days=days,
        holidays=holidays,
        within=tuple(sorted(set(clause.within))) if days else (),
        dates=tuple(sorted(set(clause.dates))),
        weeks=tuple(sorted(set(clause.weeks))),
        rhythm=rhythm,
        comment=comment,
    )


def _check(clause: Clause, *, osm: bool) -> None:
    if clause.monthly and not any(day.nth for day in clause.days) and not clause.monthdays:
        raise clause.blame()
    if not osm and clause.daily and clause.narrowed:
        raise clause.blame()
    if clause.rhythm and clause.state in ("closed", "unknown"):
        raise clause.blame("unsupported")
    if not osm and clause.monthdays and clause.days and not any(map(clause.falls_on, clause.dates)):
        raise UnreadableError(clause.start, clause.end, "date")
    if not osm and clause.grown and clause.state:
        raise clause.blame()
    if not osm and clause.holidays and (clause.dates or clause.weeks) and not clause.days:
        raise clause.blame()
    if not osm and clause.state == "closed" and clause.spans and _closes_doubtfully(clause):
        raise clause.blame()


def _closes_doubtfully(clause: Clause) -> bool:
    """Whether the times beside "gesloten" could as well be those of the days that are not closed."""
    return clause.excepts or clause.listed or bool(clause.within) or len(clause.spans) > 1


def _meant(clause: Clause, *, osm: bool) -> tuple[str, State, Rhythm | None]:
    """The comment without the parts that are data ("by appointment", "every 2 weeks"), the state and the rhythm."""
    comment, rhythm, appointment = _from_comment(clause.comment)
    rhythm = clause.rhythm or rhythm
    if not osm and rhythm == Rhythm(2) and clause.weeks and all(weeks.step == 2 for weeks in clause.weeks):
        rhythm = None
    if _on_an_unsaid_day(clause) and rhythm is None:
        rhythm = Rhythm(1)
    state = clause.state
    if appointment and state in (None, "unknown"):
        state = "by_appointment"
    elif rhythm and clause.spans and state == "unknown":
        state = "open"
    if state is None:
        commented = osm and bool(comment)
        state = "unknown" if commented or not clause.spans else "open"
    if state == "open" and not clause.spans and (not osm or rhythm):
        state = "unknown"
    return comment, state, rhythm


def _on_an_unsaid_day(clause: Clause) -> bool:
    """Whether it says "elke week" and times, but not on which day: then it is once a week, and nobody knows when."""
    told = clause.days or clause.holidays or clause.within or clause.dates or clause.daily
    return clause.weekly and bool(clause.spans) and not told and clause.state in (None, "open")


def _from_comment(comment: str) -> tuple[str, Rhythm | None, bool]:
    parts = comment.split("; ") if comment else []
    appointment = bool(parts) and parts[0].casefold() in (_APPOINTMENT, "op afspraak")
    parts = parts[appointment:]
    rhythm = Rhythm.read(parts[0]) if parts else None
    return "; ".join(parts[rhythm is not None :]), rhythm, appointment


def _all_or_some(clause: Clause) -> tuple[tuple[Day, ...], tuple[HolidayKind, ...]]:
    """Days and holidays; all seven days are said by saying none, which leaves nothing for holidays to join."""
    days = set(clause.days)
    if days.issuperset(ALL_DAYS) and not clause.within:
        return (), ()
    plain = {day.weekday for day in days if not day.nth}
    kept = (day for day in days if not day.nth or day.weekday not in plain)
    return tuple(sorted(kept)), tuple(sorted(set(clause.holidays)))


def narrow(before: Clause, tail: Clause, /) -> None:
    """A statement of which the season, weeks or holidays stand after it: "ma-vr 10-15 in de schoolvakanties"."""
    taken = (before.dates and tail.dates) or (before.weeks and tail.weeks) or (before.rhythm and tail.rhythm)
    held = tail.holidays and (before.holidays or before.within)
    if taken or held or before.tailed or tail.also or before.state == "closed":
        raise tail.blame()
    before.dates, before.weeks = before.dates or tail.dates, before.weeks or tail.weeks
    before.rhythm, before.tailed, before.end = _started(before.rhythm or tail.rhythm, tail), True, tail.end
    if before.rhythm and before.rhythm.start and before.dates is tail.dates:
        before.dates = []
    if before.days:
        before.within = list(tail.holidays)
    else:
        before.holidays = list(tail.holidays)


def _started(rhythm: Rhythm | None, tail: Clause) -> Rhythm | None:
    """The rhythm with its start when "vanaf" and a date stand after it."""
    if rhythm is None or rhythm.start or len(tail.dates) != 1 or tail.dates[0].last.year != LAST_YEAR:
        return rhythm
    first = tail.dates[0].first
    return Rhythm(rhythm.every, rhythm.unit, date(first.year, first.month, first.day))


def borrow_days(clause: Clause, timed: list[Clause], /) -> None:
    """A season or school holidays with only times have them on the days of before: "ma-vr 9-17; in juli 9-12"."""
    seasonal = bool(clause.weeks) or any(dates.first != dates.last for dates in clause.dates)
    school = clause.holidays == ["SH"] and not clause.dates
    if clause.days or not clause.spans or not timed or not (seasonal or school):
        return
    regular = [each for each in timed if not (each.dates or each.weeks or each.within or each.holidays)] or timed[-1:]
    if any(each.rhythm for each in regular):
        raise clause.blame()
    if any(not each.days for each in regular):
        return
    clause.days = [day for each in regular for day in each.days]
    if school:
        clause.within, clause.holidays = clause.holidays, []


def inherit(clause: Clause, before: Clause, /, *, whole: bool) -> None:
    """A statement that goes on where the one before stopped takes over its season, or all its days."""
    if before.tailed:
        if whole:
            raise clause.blame()
        return
    if not clause.dates and not clause.weeks and not clause.rhythm and not clause.excepts and clause.state != "closed":
        clause.dates, clause.weeks, clause.rhythm = list(before.dates), list(before.weeks), before.rhythm
    if whole:
        clause.days, clause.holidays, clause.within = list(before.days), list(before.holidays), list(before.within)
        clause.dates, clause.weeks, clause.rhythm = list(before.dates), list(before.weeks), before.rhythm
