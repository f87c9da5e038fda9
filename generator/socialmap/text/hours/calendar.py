"""Days in a row, and what hours have on each of them; called by the agenda and for the word that browsers read.

Most hours speak of weekdays, of the how manieth in a month and of holidays. What a day is in those respects is worked
out once for all hours, so that hours are read once for each kind of day and not once for each day.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import itemgetter

from socialmap.text.hours.evaluate import Slot, spans_on
from socialmap.text.hours.values import Holidays, Hours

DayWord = tuple[int, int, int, bool, bool]


@dataclass(frozen=True, slots=True)
class Days:
    """Days in a row, each with a word that says all that matters of it to hours without dates, weeks or a rhythm.

    `first` and `last` are the days asked for, both included; those of `whole_weeks` may lie around them. `alike` are
    the days that have the same word.
    """

    first: date
    last: date
    days: tuple[tuple[date, DayWord], ...]
    holidays: Holidays
    alike: Mapping[DayWord, tuple[date, ...]] = field(default_factory=dict)


def days_between(first: date, last: date, /, *, holidays: Holidays) -> Days:
    """The days from `first` to `last`, both included."""
    return _days(first, last, tuple(_each(first, last, holidays)), holidays)


def whole_weeks(first: date, last: date, /, *, holidays: Holidays) -> Days:
    """The days of the weeks from that of `first` to that of `last`, from a Monday to a Sunday."""
    monday, sunday = first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())
    return _days(first, last, tuple(_each(monday, sunday, holidays)), holidays)


def _days(first: date, last: date, days: tuple[tuple[date, DayWord], ...], holidays: Holidays) -> Days:
    alike: dict[DayWord, list[date]] = {}
    for day, word in days:
        alike.setdefault(word, []).append(day)
    return Days(first, last, days, holidays, {word: tuple(found) for word, found in alike.items()})


def _each(first: date, last: date, holidays: Holidays) -> Iterator[tuple[date, DayWord]]:
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        yield day, _word(day, holidays)


def _word(day: date, holidays: Holidays) -> DayWord:
    """The weekday, its number in the month from the start and from the end, and which kinds of holiday it is."""
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    kinds = holidays.has(day, kinds=("PH",)), holidays.has(day, kinds=("SH",))
    return day.weekday(), (day.day + 6) // 7, (last.day - day.day) // 7, *kinds


def goes_by_date(hours: Hours, /) -> bool:
    """Whether two days with the same word may have other slots."""
    return any(rule.dates or rule.weeks or rule.rhythm for rule in hours.rules)


def slots_reader(hours: Hours, days: Days, /) -> Callable[[date, DayWord], tuple[Slot, ...]]:
    """What `spans_on` says of a day with its word, worked out once for days on which the same rules hold."""
    if goes_by_date(hours):
        return lambda day, _word: spans_on(hours, day, days.holidays)
    known: dict[object, tuple[Slot, ...]] = {}
    matters = _matters(hours)

    def read(day: date, word: DayWord) -> tuple[Slot, ...]:
        key = matters(word)
        slots = known.get(key)
        return known.setdefault(key, spans_on(hours, day, days.holidays)) if slots is None else slots

    return read


def _matters(hours: Hours) -> Callable[[DayWord], object]:
    """The parts of a day's word that the rules ask for."""
    numbered = any(day.nth for rule in hours.rules for day in rule.days)
    kinds = {kind for rule in hours.rules for kind in (*rule.holidays, *rule.within)}
    holidays = [at for at, kind in ((3, "PH"), (4, "SH")) if kind in kinds]
    return itemgetter(0, *((1, 2) if numbered else ()), *holidays)
