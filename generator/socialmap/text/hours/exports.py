"""Opening hours in the words of schema.org and of Human Services Data Specification 3.0; called by the exports."""

from socialmap.text.hours.evaluate import Slot
from socialmap.text.hours.osm import clock, rule_to_osm
from socialmap.text.hours.values import ALL_DAY, DAY, FIRST_YEAR, LAST_YEAR, Dates, Day, Hours, Point, Rule
from socialmap.text.hours.week import Deviation, Entry, week_table
from socialmap.text.hours.words import OSM_DAYS

Pairs = tuple[tuple[str, str | tuple[str, ...]], ...]
"""A JSON object as frozen pairs: `dict(pairs)` gives it back."""

_SCHEMA_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SCHEMA_VALID = ("validFrom", "validThrough")
_TYPE = ("@type", "OpeningHoursSpecification")


def to_schema_org(hours: Hours, /, *, deviations: tuple[Deviation, ...] = ()) -> tuple[Pairs, ...]:
    """`openingHoursSpecification` objects: the open times of each week, of dated seasons, and of the deviations given.

    schema.org has no nth weekday, rhythm or yearless season, and no word for unknown or by appointment, so those are
    not said. Source: https://schema.org/OpeningHoursSpecification
    """
    return (*_weekly_schema(hours), *(pairs for each in deviations for pairs in _dated_schema(each)))


def _weekly_schema(hours: Hours) -> tuple[Pairs, ...]:
    return tuple(
        (_TYPE, ("dayOfWeek", tuple(_SCHEMA_DAYS[day] for day in days)), *_times(slot), *_valid(rule, *_SCHEMA_VALID))
        for (slot, rule), days in _grouped(hours).items()
        if slot and slot.state == "open" and _is_dated(rule)
    )


def _is_dated(rule: Rule | None) -> bool:
    if rule is None:
        return True
    plain = not (rule.weeks or rule.rhythm or rule.within or any(day.nth for day in rule.days))
    return plain and len(rule.dates) == 1 and rule.dates[0].first.year > 0


def _grouped(hours: Hours) -> dict[tuple[Slot | None, Rule | None], list[int]]:
    """The weekdays of each entry of the week table, in the table's order."""
    found: dict[tuple[Slot | None, Rule | None], list[int]] = {}
    for row in week_table(hours):
        for entry in row.entries:
            found.setdefault((entry.slot, entry.rule), []).append(row.weekday)
    return found


def _times(slot: Slot) -> Pairs:
    """Opening and closing time; schema.org says a whole day as 00:00 to 23:59 and an unknown end by leaving it out."""
    span = slot.span
    if (span.start, span.end) == (0, DAY):
        return (("opens", "00:00"), ("closes", "23:59"))
    closes = () if span.open_end else (("closes", clock(span.end % DAY)),)
    return (("opens", clock(span.start)), *closes)


def _dated_schema(deviation: Deviation) -> tuple[Pairs, ...]:
    valid = (("validFrom", deviation.day.isoformat()), ("validThrough", deviation.day.isoformat()))
    if not deviation.slots:
        return ((_TYPE, ("opens", "00:00"), ("closes", "00:00"), *valid),)
    return tuple((_TYPE, *_times(slot), *valid) for slot in deviation.slots if slot.state == "open")


def to_hsds(hours: Hours, /) -> tuple[Pairs, ...]:
    """HSDS 3.0 `schedule` objects, with freq, byday, bymonthday, interval, dtstart, opens_at, closes_at, valid_from.

    Closures are not schedules. What the fields cannot say (a season without a year, by appointment, unknown) stands in
    `notes` as OSM syntax; the caller adds the identifiers, and the time zone where it wants one.
    Source: https://docs.openreferral.org/en/3.0/hsds/schema_reference.html#schedule
    """
    weekly = tuple(
        _schedule(Entry(slot, rule), tuple(days)) for (slot, rule), days in _grouped(hours).items() if slot is not None
    )
    return (*weekly, *(_month_days(rule) for rule in hours.rules if _is_monthly(rule)))


def _schedule(entry: Entry, weekdays: tuple[int, ...]) -> Pairs:
    rule, slot = entry.rule, entry.slot
    nths = [day for day in rule.days if day.nth and day.weekday in weekdays] if rule else []
    if nths:
        byday = ",".join(f"{day.nth}{OSM_DAYS[day.weekday].upper()}" for day in nths)
    else:
        byday = ",".join(OSM_DAYS[day].upper() for day in weekdays)
    monthly = bool(nths) or bool(rule and rule.rhythm and rule.rhythm.unit == "month")
    freq = (("freq", "MONTHLY" if monthly else "WEEKLY"), ("byday", byday))
    return (
        *freq,
        *_rhythm(rule),
        *_opens(slot),
        *_valid(rule, "valid_from", "valid_to"),
        *_notes(rule, slot, weekdays),
    )


def _rhythm(rule: Rule | None) -> Pairs:
    if rule is None or rule.rhythm is None:
        return ()
    start = rule.rhythm.start
    return (("interval", str(rule.rhythm.every)), *((("dtstart", start.isoformat()),) if start else ()))


def _opens(slot: Slot | None) -> Pairs:
    if slot is None or (slot.state != "open" and (slot.span.start, slot.span.end) == (0, DAY)):
        return ()
    closes = () if slot.span.open_end else (("closes_at", clock(slot.span.end % DAY)),)
    return (("opens_at", clock(slot.span.start)), *closes)


def _valid(rule: Rule | None, first: str, last: str) -> Pairs:
    """The first and last day of the one dated season of a rule; an open side is left out."""
    if rule is None or len(rule.dates) != 1 or not rule.dates[0].first.year:
        return ()
    dates: Dates = rule.dates[0]
    start = ((first, _iso(dates.first)),) if dates.first.year > FIRST_YEAR else ()
    end = ((last, _iso(dates.last)),) if dates.last.year < LAST_YEAR else ()
    return (*start, *end)


def _iso(point: Point) -> str:
    return f"{point.year:04}-{point.month:02}-{point.day:02}"


def _notes(rule: Rule | None, slot: Slot | None, weekdays: tuple[int, ...] = ()) -> Pairs:
    if rule and (rule.weeks or rule.within or (rule.dates and not _valid(rule, "from", "to"))):
        return (("notes", rule_to_osm(rule)),)
    if slot and (slot.state != "open" or slot.comment):
        return (("notes", rule_to_osm(rule or _said(slot, weekdays))),)
    return ()


def _said(slot: Slot, weekdays: tuple[int, ...]) -> Rule:
    """A slot of the regular week as a rule of its own."""
    untimed = slot.state != "open" and slot.span == ALL_DAY
    days = tuple(map(Day, weekdays)) if len(weekdays) < 7 else ()
    return Rule(slot.state, () if untimed else (slot.span,), days, comment=slot.comment)


def _is_monthly(rule: Rule) -> bool:
    return (
        rule.state != "closed"
        and len({(dates.first.day, dates.last.day) for dates in rule.dates}) == 1
        and (len(rule.dates) == 12 and all(dates.first == dates.last for dates in rule.dates))
    )


def _month_days(rule: Rule) -> Pairs:
    slot = Slot(rule.spans[0], rule.state) if rule.spans else None
    return (
        ("freq", "MONTHLY"),
        ("bymonthday", str(rule.dates[0].first.day)),
        *_opens(slot),
        *_notes(None if rule.state == "open" else rule, slot),
    )
