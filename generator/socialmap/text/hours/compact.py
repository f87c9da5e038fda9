"""Opening hours as one short word from which a browser says what is open now; called by views, read by `hours/open.js`.

The word holds what `spans_on` gives for each day of a period, not the rules: a regular week, and days on which another
one holds. So the browser needs no rules, no holidays and no names, and can not disagree with the table beside it.

    hours = ["~"] week *("|" days "=" week)    `~`: outside the times written by appointment, else closed
    week  = state / [group *(";" group)]       the later week whose days hold a day is the one that counts
    group = weekdays ":" span *("," span)      weekdays as digits, Monday is 0; a day that is not named is closed
    span  = start "-" end ["+"] [state]        minutes; past 1440 is after midnight; `+`: perhaps longer
    days  = date ["-" date] *("," date …)      as YYMMDD, the last day included
    state = "a" / "u" / "x"                    by appointment, unknown, temporarily closed
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from socialmap.text.hours.calendar import Days, goes_by_date, slots_reader
from socialmap.text.hours.evaluate import Slot
from socialmap.text.hours.values import Hours
from socialmap.text.hours.week import DayRow, Deviation, exceptions, week_table

Day = tuple[str, ...]
Week = tuple[Day, ...]

_SEASON = 3
_ALWAYS_AFTER = "991231"
_STATES: Mapping[str, str] = {"open": "", "by_appointment": "a", "unknown": "u"}
_KINDS: Mapping[str, str] = {"by_appointment": "a", "unknown": "u"}


def to_compact(hours: Hours, days: Days, /, *, found: Sequence[Deviation] | None = None) -> str:
    """The word for these hours, right for each of these days, which come as whole weeks.

    After them, hours of another kind than every week are unknown. Who has the `exceptions` from the first of these
    days to the last already gives them as `found`.
    """
    if hours.kind != "known":
        return _KINDS[hours.kind]
    rows = week_table(hours)
    if any(entry.rule is not None for row in rows for entry in row.entries):
        week, sections = _by_day(hours, days)
    else:
        if found is None:
            found = exceptions(hours, days.holidays, first=days.first, last=days.last)
        week, sections = _by_week(rows, found)
    return ("~" if hours.or_by_appointment else "") + "|".join((_week(week), *sections))


def closed_between(word: str, /, *, first: date | None, last: date | None) -> str:
    """The same hours, temporarily closed from `first` to `last`; without hours the rest is unknown."""
    start = _date(first) if first else "000101"
    return f"{word or 'u'}|{start}-{_date(last) if last else _ALWAYS_AFTER}=x"


def _by_week(rows: Sequence[DayRow], found: Iterable[Deviation]) -> tuple[Week, list[str]]:
    """The regular week and its dated exceptions, as the table shows them."""
    other = {deviation.day: _day(deviation.slots) for deviation in found}
    return tuple(_day(row.slots) for row in rows), list(_sections(other))


def _by_day(hours: Hours, days: Days) -> tuple[Week, list[str]]:
    """The most usual week; seasons of at least some weeks; each other day; and nothing known after the last."""
    start, weeks = days.days[0][0], _weeks(hours, days)
    usual = Counter(weeks).most_common(1)[0][0]
    seasons: dict[Week, list[int]] = {}
    apart: dict[date, Day] = {}
    at = 0
    for week, run in groupby(weeks):
        length = len(list(run))
        first = start.toordinal() + 7 * at
        at += length
        if week != usual and length >= _SEASON:
            seasons.setdefault(week, []).extend(range(first, first + 7 * length))
        elif week != usual:
            apart.update(_other_days(week, usual, first=first, weeks=length))
    after = f"{_date(start + timedelta(weeks=at))}-{_ALWAYS_AFTER}=u"
    return usual, [*(f"{_ranges(days)}={_week(week)}" for week, days in seasons.items()), *_sections(apart), after]


def _weeks(hours: Hours, days: Days) -> list[Week]:
    """What each week has; slots are written once for all days that have the same."""
    read = slots_reader(hours, days)
    if goes_by_date(hours):
        each = [_day(read(day, word)) for day, word in days.days]
    else:
        written = {word: _day(read(alike[0], word)) for word, alike in days.alike.items()}
        each = [written[word] for _, word in days.days]
    return [tuple(each[at : at + 7]) for at in range(0, len(each), 7)]


def _other_days(week: Week, usual: Week, *, first: int, weeks: int) -> Iterator[tuple[date, Day]]:
    """The days of these weeks, of which the first begins on day `first`, that are not as in the usual one."""
    for start in range(first, first + 7 * weeks, 7):
        for weekday in range(7):
            if week[weekday] != usual[weekday]:
                yield date.fromordinal(start + weekday), week[weekday]


def _sections(other: Mapping[date, Day]) -> Iterator[str]:
    """A part for each distinct day, with the dates on which it holds."""
    groups: dict[Day, list[date]] = {}
    for day, spans in sorted(other.items()):
        groups.setdefault(spans, []).append(day)
    for spans, days in groups.items():
        weekdays = "".join(map(str, sorted({day.weekday() for day in days})))
        yield f"{_ranges(day.toordinal() for day in days)}={weekdays + ':' + ','.join(spans) if spans else ''}"


def _ranges(ordinals: Iterable[int]) -> str:
    runs: list[list[int]] = []
    for day in ordinals:
        if runs and day == runs[-1][1] + 1:
            runs[-1][1] = day
        else:
            runs.append([day, day])
    return ",".join(_span_of(date.fromordinal(low), date.fromordinal(high)) for low, high in runs)


def _span_of(first: date, last: date) -> str:
    return _date(first) if first == last else f"{_date(first)}-{_date(last)}"


def _date(day: date) -> str:
    return f"{day:%y%m%d}"


def _week(week: Week) -> str:
    groups: dict[Day, str] = {}
    for weekday, spans in enumerate(week):
        if spans:
            groups[spans] = groups.get(spans, "") + str(weekday)
    return ";".join(f"{weekdays}:{','.join(spans)}" for spans, weekdays in groups.items())


def _day(slots: Iterable[Slot]) -> Day:
    return tuple(
        f"{slot.span.start}-{slot.span.end}{'+' if slot.span.open_end else ''}{_STATES[slot.state]}" for slot in slots
    )
