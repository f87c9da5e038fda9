"""The week table, the dated exceptions to it, and the parts of a description; called for pages, feeds and calendars."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from socialmap.text.hours.evaluate import Slot, fold, matches, rule_slots, spans_reader
from socialmap.text.hours.values import LAST_YEAR, NO_HOLIDAYS, Dates, Holidays, Hours, Point, Rule

_SEASON = 28
_WEEK = range(7)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line in a day of the week table: a slot (None is closed), and the rule that says when if not every week."""

    slot: Slot | None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class DayRow:
    """A weekday (Monday is 0) of the regular week: what holds every week first, then what holds in some weeks."""

    weekday: int
    entries: tuple[Entry, ...] = ()

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What holds every week."""
        return tuple(entry.slot for entry in self.entries if entry.slot and entry.rule is None)


@dataclass(frozen=True, slots=True)
class Deviation:
    """A date on which the hours are not the regular ones: its slots (none is closed) and the name of the reason."""

    day: date
    slots: tuple[Slot, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """Deviations with the same slots and reason that follow each other, as one from and to."""

    first: date
    last: date
    slots: tuple[Slot, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Weekdays in a row (both included) with the same regular entries, for a table of few lines."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def is_exceptional(rule: Rule, /) -> bool:
    """Whether a rule is an exception to the regular week: on holidays, or closed or different for some dates."""
    if rule.holidays and not rule.days:
        return True
    return bool(rule.dates) and (rule.state == "closed" or all(_length(dates) < _SEASON for dates in rule.dates))


def _length(dates: Dates) -> int:
    first, last = dates.first, dates.last
    if first.year:
        return (last.year - first.year) * 365 + (last.month - first.month) * 30 + last.day - first.day
    return (last.month - first.month) % 12 * 30 + last.day - first.day


def week_table(hours: Hours, /) -> tuple[DayRow, ...]:
    """Seven rows from Monday. Exceptions are not in it; seasons, nth weekdays and rhythms stand apart in their rows."""
    regular = [(rule, _weekdays(rule), _weekly(rule)) for rule in hours.rules if not is_exceptional(rule)]
    return tuple(DayRow(weekday, _entries(regular, weekday)) for weekday in _WEEK)


def _entries(rules: Iterable[tuple[Rule, Collection[int], Collection[int]]], weekday: int) -> tuple[Entry, ...]:
    slots: tuple[Slot, ...] = ()
    apart: list[Entry] = []
    for rule, weekdays, weekly in rules:
        if weekday in weekly:
            slots = fold(slots, rule)
        elif weekday in weekdays:
            apart.extend(Entry(slot, rule) for slot in rule_slots(rule) or (None,))
    return (*map(Entry, slots), *apart)


def _weekdays(rule: Rule) -> Collection[int]:
    return [day.weekday for day in rule.days] or _WEEK


def _weekly(rule: Rule) -> Collection[int]:
    """The weekdays on which a rule holds every week."""
    if rule.dates or rule.weeks or rule.rhythm or rule.within:
        return ()
    return [day.weekday for day in rule.days if not day.nth] if rule.days else _WEEK


def exceptions(hours: Hours, holidays: Holidays, /, *, first: date, last: date) -> tuple[Deviation, ...]:
    """The dates from `first` to `last`, both included, on which the hours differ from the regular ones, and why."""
    return tuple(_deviations(hours, holidays, _candidates(hours, holidays, first, last)))


def _candidates(hours: Hours, holidays: Holidays, first: date, last: date) -> Iterator[date]:
    """The only days that can differ: those of exceptional dates, and holidays of a kind that any rule speaks of."""
    start, end = first.toordinal(), last.toordinal()
    ranges = [*_holiday_ranges(hours, holidays)]
    for rule in filter(is_exceptional, hours.rules):
        ranges.extend(found for dates in rule.dates for found in _ranges(dates, first.year - 1, last.year))
    days = {day for low, high in ranges for day in range(max(low, start), min(high, end) + 1)}
    return map(date.fromordinal, sorted(days))


def _holiday_ranges(hours: Hours, holidays: Holidays) -> Iterator[tuple[int, int]]:
    kinds = {kind for rule in hours.rules for kind in (*rule.holidays, *rule.within)}
    if "PH" in kinds:
        yield from ((day.toordinal(), day.toordinal()) for day in holidays.public)
    if "SH" in kinds:
        yield from ((low.toordinal(), high.toordinal()) for _, low, high in holidays.school)


def _ranges(dates: Dates, first_year: int, last_year: int) -> Iterator[tuple[int, int]]:
    first, last = dates.first, dates.last
    if first.year:
        yield _ordinal(first, first.year), _ordinal(last, last.year)
        return
    turns = (last.month, last.day) < (first.month, first.day)
    for year in range(first_year, last_year + 1):
        yield _ordinal(first, year), _ordinal(last, year + turns)


def _ordinal(point: Point, year: int) -> int:
    """The ordinal of a day of a year; 29 February is 1 March where there is none, and no year is past the last."""
    return date(min(max(year, 1), LAST_YEAR), point.month, 1).toordinal() + point.day - 1


def _is_special(rule: Rule) -> bool:
    return is_exceptional(rule) or bool(rule.holidays or rule.within)


def _deviations(hours: Hours, holidays: Holidays, days: Iterable[date]) -> Iterator[Deviation]:
    regular = Hours(hours.kind, tuple(rule for rule in hours.rules if not is_exceptional(rule)))
    special = [rule for rule in hours.rules if _is_special(rule)]
    read, usual = spans_reader(hours, holidays), spans_reader(regular, NO_HOLIDAYS)
    for day in days:
        if (slots := read(day)) == usual(day):
            continue
        if rules := [rule for rule in special if matches(rule, day, holidays)]:
            yield Deviation(day, slots, _reason(rules, day, holidays))


def _reason(rules: list[Rule], day: date, holidays: Holidays) -> str:
    """The holiday's name when a rule speaks of holidays, else the last rule's own comment."""
    for rule in reversed(rules):
        name = holidays.name(day, kinds=rule.holidays or rule.within) if rule.holidays or rule.within else ""
        if name or rule.comment:
            return name or rule.comment
    return holidays.name(day, kinds=("PH",))


def periods(deviations: tuple[Deviation, ...], /) -> tuple[Period, ...]:
    """Deviations joined where slots and reason are the same and no more than a weekend lies between."""
    found: list[Period] = []
    for each in deviations:
        last = found[-1] if found else None
        same = last is not None and (last.slots, last.reason) == (each.slots, each.reason)
        if last and same and each.day - last.last <= timedelta(days=3):
            found[-1] = Period(last.first, each.day, last.slots, last.reason)
        else:
            found.append(Period(each.day, each.day, each.slots, each.reason))
    return tuple(found)


def describe(hours: Hours, /) -> tuple[Part, ...]:
    """The week table with days in a row that are the same taken together; days without entries are left out."""
    parts: list[Part] = []
    for row in week_table(hours):
        if parts and parts[-1].last == row.weekday - 1 and parts[-1].entries == row.entries:
            parts[-1] = Part(parts[-1].first, row.weekday, row.entries)
        elif row.entries:
            parts.append(Part(row.weekday, row.weekday, row.entries))
    return tuple(parts)
