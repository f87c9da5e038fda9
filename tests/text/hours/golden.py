"""The golden table of what is open when: hours as people write them, instants in UTC, and what another engine says.

Read by the tests of the Python evaluator here and by those of the browser's module in `tests/site_overrides`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import opening_hours
import yaml

from socialmap.text.hours import Holidays, Hours, read_hours, whole_weeks
from socialmap.text.hours.compact import to_compact

TABLE = Path(__file__).with_name("instants.yml")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
PUBLIC = (
    "2026-01-01",
    "2026-04-06",
    "2026-04-27",
    "2026-05-14",
    "2026-12-25",
    "2026-12-26",
    "2027-01-01",
    "2027-03-29",
)
SCHOOL = (("2026-10-17", "2026-10-25"), ("2026-12-19", "2027-01-03"), ("2027-07-17", "2027-08-29"))
HOLIDAYS = Holidays(
    {date.fromisoformat(day): "Feestdag" for day in PUBLIC},
    tuple(("Vakantie", date.fromisoformat(low), date.fromisoformat(high)) for low, high in SCHOOL),
)
DAYS = whole_weeks(FIRST, LAST, holidays=HOLIDAYS)
LETTERS = {"open": "o", "closed": "c", "by_appointment": "n", "unknown": "n"}


@dataclass(frozen=True, slots=True)
class Case:
    """Hours as written, the same for the engine, and its answer at each instant."""

    text: str
    engine: str
    answers: str

    @property
    def hours(self) -> Hours:
        """What we read."""
        found = read_hours(self.text)
        assert isinstance(found, Hours), (self.text, found)
        return found

    @property
    def word(self) -> str:
        """What the browser gets."""
        return to_compact(self.hours, DAYS)


def read_cases() -> list[Case]:
    """The table as it is kept."""
    return [Case(**case) for case in yaml.safe_load(TABLE.read_text("utf-8"))["cases"]]


def instants() -> list[datetime]:
    """Moments in UTC, in order: both nights the clock changes, holidays, turns of year and month, and plain weeks."""
    return sorted({*_nights(), *_days(), *_weeks()})


def _nights() -> Iterator[datetime]:
    for night in ((2026, 3, 29), (2026, 10, 25), (2027, 3, 28), (2027, 10, 31)):
        for minutes in (-61, -60, -1, 0, 30, 59, 60, 61, 90, 119, 120):
            yield datetime(*night, tzinfo=UTC) + timedelta(minutes=minutes)


def _days() -> Iterator[datetime]:
    days = (
        "2026-01-01",
        "2026-04-06",
        "2026-05-14",
        "2026-12-18",
        "2026-12-25",
        "2026-12-28",
        "2027-01-01",
        "2027-01-04",
    )
    for day in days:
        for hour, minute in ((0, 0), (9, 15), (13, 0), (22, 30)):
            yield _here(date.fromisoformat(day), hour, minute)


def _weeks() -> Iterator[datetime]:
    edges = (
        (8, 59),
        (9, 0),
        (10, 30),
        (12, 29),
        (12, 30),
        (14, 0),
        (15, 59),
        (16, 0),
        (19, 0),
        (21, 0),
        (23, 59),
        (1, 59),
    )
    for step in range(48):
        yield _here(date(2026, 1, 5) + timedelta(days=step * 15), *edges[step % len(edges)])


def _here(day: date, hour: int, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)


def local(instant: datetime) -> datetime:
    """The wall clock of the places, without a zone."""
    return instant.astimezone(AMSTERDAM).replace(tzinfo=None)


def ask_engine(case: Case) -> str:
    """What the engine says at each instant; it is asked by the wall clock, as it has no zone here."""
    engine = opening_hours.OpeningHours(case.engine.replace("PH", _dates()).replace("SH", _ranges()))
    states = (str(engine.state(local(instant))[0]).split(".")[-1].lower() for instant in instants())
    return "".join({"open": "o", "closed": "c", "unknown": "n"}[state] for state in states)


def _dates() -> str:
    return ",".join(_osm(day) for day in PUBLIC)


def _ranges() -> str:
    return ",".join(f"{_osm(low)}-{_osm(high)}" for low, high in SCHOOL)


def _osm(day: str) -> str:
    return f"{date.fromisoformat(day):%Y %b %d}"


def write_cases(cases: list[Case]) -> None:
    """Put other answers in the table, below what it says of itself."""
    head = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("#")]
    lines = [f"- text: '{case.text}'\n  engine: '{case.engine}'\n  answers: {case.answers}" for case in cases]
    TABLE.write_text("\n".join([*head, "cases:", *lines]) + "\n", "utf-8")
