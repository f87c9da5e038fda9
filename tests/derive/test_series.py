"""Days as rules: whatever the days, the series have them all and no other, also when real rules made them."""

from datetime import date, datetime, timedelta
from pathlib import Path

import yaml
from dateutil.rrule import MONTHLY, WEEKLY, rrule, rrulestr, weekday
from hypothesis import given
from hypothesis import strategies as st

from socialmap.derive.series import Series, expand, series_of
from socialmap.text.hours import Day

FIRST = date(2026, 1, 1)
LIMITS = (datetime(2026, 1, 1), datetime(2027, 12, 31))


def every_week(first: date, count: int, *, step: int = 1) -> list[date]:
    return [first + timedelta(weeks=step * number) for number in range(count)]


def by_dateutil(series: Series) -> list[date]:
    """The days of a series as another library counts them."""
    if series.frequency == "once":
        return [series.first]
    days = [weekday(day.weekday, day.nth) if day.nth else weekday(day.weekday) for day in series.days]
    rule = rrule(
        WEEKLY if series.frequency == "weekly" else MONTHLY,
        dtstart=series.first,
        until=series.last,
        interval=series.every,
        byweekday=days or None,
        bymonthday=series.month_days or None,
        wkst=0,
    )
    return [moment.date() for moment in rule if moment.date() not in series.but_not]


def covered(series: tuple[Series, ...]) -> list[date]:
    return sorted(day for each in series for day in by_dateutil(each))


def test_a_weekly_day_with_a_holiday_is_one_series_that_leaves_it_out() -> None:
    days = every_week(date(2026, 11, 2), 10)
    assert series_of(day for day in days if day != date(2026, 12, 28)) == (
        Series(days[0], days[-1], "weekly", 1, (Day(0),), but_not=(date(2026, 12, 28),)),
    )


def test_every_other_week_is_one_series() -> None:
    days = every_week(date(2026, 11, 5), 8, step=2)
    assert series_of(days) == (Series(days[0], days[-1], "weekly", 2, (Day(3),)),)


def test_the_nth_weekday_of_the_month_is_one_series() -> None:
    days = [date(2026, 11, 2), date(2026, 12, 7), date(2027, 1, 4), date(2027, 2, 1), date(2027, 3, 1)]
    assert series_of(days) == (Series(days[0], days[-1], "monthly", 1, (Day(0, 1),)),)


def test_the_last_weekday_of_the_month_is_counted_from_its_end() -> None:
    days = [date(2026, 11, 28), date(2026, 12, 26), date(2027, 1, 30), date(2027, 2, 27)]
    assert series_of(days) == (Series(days[0], days[-1], "monthly", 1, (Day(5, -1),)),)


def test_the_same_day_of_the_month_is_one_series() -> None:
    days = [date(2026, month, 15) for month in (9, 10, 11, 12)]
    assert series_of(days) == (Series(days[0], days[-1], "monthly", 1, month_days=(15,)),)


def test_a_season_apart_is_a_series_of_its_own() -> None:
    summer, winter = every_week(date(2026, 4, 1), 12), every_week(date(2026, 12, 2), 6)
    assert [(each.first, each.last) for each in series_of([*summer, *winter])] == [
        (summer[0], summer[-1]),
        (winter[0], winter[-1]),
    ]


def test_a_few_days_without_a_rule_stand_alone() -> None:
    assert series_of((date(2026, 12, 25), date(2026, 12, 5))) == (
        Series(date(2026, 12, 5), date(2026, 12, 5)),
        Series(date(2026, 12, 25), date(2026, 12, 25)),
    )


@given(st.sets(st.integers(0, 500), max_size=60))
def test_any_days_come_back_from_their_series_each_once(offsets: set[int]) -> None:
    days = sorted(FIRST + timedelta(days=offset) for offset in offsets)
    series = series_of(days)
    assert covered(series) == days
    assert sorted(day for each in series for day in expand(each)) == days


def test_real_recurrence_rules_come_back_from_their_series(shared: Path) -> None:
    rules = yaml.safe_load((shared / "recurrence-nl" / "data.yaml").read_text("utf-8"))
    plain = [rule for rule in rules if not any(part in rule for part in ("HOURLY", "MINUTELY", "SECONDLY", "BYHOUR"))]
    counts = []
    for rule in plain:
        body = ";".join(p for p in rule.removeprefix("RRULE:").split(";") if not p.startswith(("COUNT", "UNTIL")))
        start = rrulestr(body, dtstart=date(2026, 1, 1))
        days = [moment.date() for moment in start.between(*LIMITS, inc=True)]
        series = series_of(days)
        assert covered(series) == days, rule
        counts.append(len(series))
    print(f"{len(plain)} rules, {sum(count == 1 for count in counts)} as one series, {max(counts)} at most")
    assert len(plain) >= 100
