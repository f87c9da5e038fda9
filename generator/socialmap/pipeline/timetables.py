"""The times of activities, worked out anew only for what changed; called by `build` for the agenda."""

from collections.abc import Callable, Mapping
from datetime import date

from socialmap.catalogue import Key
from socialmap.derive.agenda import Timetable
from socialmap.derive.occurrences import Times
from socialmap.model import Service
from socialmap.pipeline.digests import digest
from socialmap.pipeline.recalled import Recalled
from socialmap.text.hours import Span

Row = tuple[str, int, int, bool, list[int]]


def recalled_timetable(timetable: Timetable, /, *, digests: Mapping[Key, str], recalled: Recalled) -> Timetable:
    """The same timetable, which recalls what it said of services that are as they were; `digests` are of records."""

    def between(first: date, last: date) -> Callable[[Service], Times]:
        work_out = timetable(first, last)

        def times(service: Service) -> Times:
            key = digest(digests["service", service.id], first.isoformat(), last.isoformat())
            return _read(recalled.of(key, lambda: _write(work_out(service))))

        return times

    return between


def _write(times: Times) -> list[Row]:
    return [
        (location, span.start, span.end, span.open_end, [day.toordinal() for day in days])
        for (location, span), days in times.items()
    ]


def _read(rows: list[Row]) -> Times:
    return {
        (location, Span(start, end, open_end)): tuple(map(date.fromordinal, days))
        for location, start, end, open_end, days in rows
    }
