"""Opening hours written in OpenStreetMap's `opening_hours` syntax, for exports and for whoever reads our data there."""

from socialmap.text.hours.values import ALL_DAY, DAY, MONTH_DAYS, Dates, Day, Hours, Point, Rule, Span, Weeks
from socialmap.text.hours.words import OSM_DAYS, OSM_MONTHS

_APPOINTMENT = "by appointment"
_ALWAYS = Rule(spans=(ALL_DAY,))


def to_osm(hours: Hours, /) -> str:
    """An `opening_hours` value that `read_hours` turns into equal hours.

    What OSM has no words for (by appointment, once in so many weeks) stands in the comment, and the state is `unknown`.
    Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
    """
    text = {"unknown": "unknown", "by_appointment": f'"{_APPOINTMENT}"'}.get(hours.kind) or _rules(hours.rules)
    return f'{text} || "{_APPOINTMENT}"' if hours.or_by_appointment else text


def rule_to_osm(rule: Rule, /) -> str:
    """One rule in the same syntax."""
    when = [*_dates(rule), *_weeks(rule), *_days(rule)]
    if len(when) == bool(rule.weeks):
        when.append("Mo-Su")
    return " ".join([*when, *_times(rule), *_modifier(rule)])


def _rules(rules: tuple[Rule, ...]) -> str:
    if rules == (_ALWAYS,):
        return "24/7"
    return "".join(f"{(', ' if rule.adds else '; ') if i else ''}{rule_to_osm(rule)}" for i, rule in enumerate(rules))


def _dates(rule: Rule) -> list[str]:
    return [",".join(map(_range, rule.dates))] if rule.dates else []


def _range(dates: Dates) -> str:
    first, last = dates.first, dates.last
    if not first.year and first.day == 1 and last.day == MONTH_DAYS[last.month - 1]:
        return _span_of(OSM_MONTHS[first.month - 1], OSM_MONTHS[last.month - 1])
    return _span_of(_point(first), _point(last))


def _span_of(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"


def _point(point: Point) -> str:
    year = f"{point.year:04} " if point.year else ""
    return f"{year}{OSM_MONTHS[point.month - 1]} {point.day:02}"


def _weeks(rule: Rule) -> list[str]:
    return [f"week {','.join(map(_week, rule.weeks))}"] if rule.weeks else []


def _week(weeks: Weeks) -> str:
    step = f"/{weeks.step}" if weeks.step > 1 else ""
    return f"{weeks.first}-{weeks.last}{step}" if weeks.last > weeks.first else f"{weeks.first}"


def _days(rule: Rule) -> list[str]:
    days = [*_plain([day.weekday for day in rule.days if not day.nth]), *_nths(rule.days)]
    if rule.within:
        return [",".join(rule.within), ",".join([*days, *rule.holidays])]
    return [",".join([*days, *rule.holidays])] if days or rule.holidays else []


def _plain(weekdays: list[int]) -> list[str]:
    runs: list[list[int]] = []
    for weekday in weekdays:
        if runs and runs[-1][-1] == weekday - 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    return [_span_of(OSM_DAYS[run[0]], OSM_DAYS[run[-1]]) for run in runs]


def _nths(days: tuple[Day, ...]) -> list[str]:
    found: dict[int, list[str]] = {}
    for day in days:
        if day.nth:
            found.setdefault(day.weekday, []).append(str(day.nth))
    return [f"{OSM_DAYS[weekday]}[{','.join(nths)}]" for weekday, nths in found.items()]


def _times(rule: Rule) -> list[str]:
    return [",".join(map(span_to_osm, rule.spans))] if rule.spans else []


def span_to_osm(span: Span, /) -> str:
    """`09:00-12:30`, `22:00-02:00`, `18:00+`."""
    if span.end == span.start:
        return f"{clock(span.start)}+"
    wraps = span.end > DAY and span.end - DAY <= span.start
    return f"{clock(span.start)}-{clock(span.end - DAY if wraps else span.end)}{'+' if span.open_end else ''}"


def clock(minutes: int, /) -> str:
    """Minutes from midnight as `HH:MM`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _modifier(rule: Rule) -> list[str]:
    parts = [_APPOINTMENT] if rule.state == "by_appointment" else []
    parts += [str(rule.rhythm)] if rule.rhythm else []
    state = "off" if rule.state == "closed" else "unknown" if parts or rule.state == "unknown" else ""
    parts += [rule.comment] if rule.comment else []
    return [*([state or "open"] if state or parts else []), *([f'"{"; ".join(parts)}"'] if parts else [])]
