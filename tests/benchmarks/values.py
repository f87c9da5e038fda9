"""Values that several record types of a generated municipality share, and what is known of the records made so far."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TypeAlias

from socialmap.text.words import slugify

Scalar: TypeAlias = str
Value: TypeAlias = "str | Sequence[str] | dict[str, str] | list[dict[str, str]]"
NEIGHBOURHOODS = (
    "lindekwartier",
    "havenwijk",
    "centrum",
    "molenveld",
    "zonnehoek",
    "weidebuurt",
    "stationskwartier",
    "oosterdorp",
)
TODAY = date(2026, 11, 2)
DAYS = ("ma", "di", "wo", "do", "vr", "za")


@dataclass(slots=True)
class Known:
    """The ids, names and addresses that later records may refer to."""

    postcodes: list[tuple[str, float, float]]
    names: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    ids: dict[str, list[str]] = field(default_factory=dict)

    def add(self, folder: str, title: str) -> str:
        """A new id for a title; the title gets a number when it was used before."""
        name, number = slugify(title), 1
        while name in self.names:
            number = max(number + 1, len(self.names))
            name = f"{slugify(title)}-{number}"
        self.names[name] = title if number == 1 else f"{title} {number}"
        self.of(folder).append(name)
        return name

    def of(self, folder: str) -> list[str]:
        """The ids in a folder so far."""
        return self.ids.setdefault(folder, [])


def read_postcodes(path: Path, /) -> list[tuple[str, float, float]]:
    """The demo's invented postcodes with their points."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    return [(row["postcode"], float(row["lat"]), float(row["lon"])) for row in rows]


def place_point(random: Random, known: Known) -> tuple[str, str, str]:
    """A postcode with a point near the middle of its area."""
    code, latitude, longitude = random.choice(known.postcodes)
    letters = "".join(random.choices("ABCDEFGHJKLMNPRSTVWXZ", k=2))
    north, east = random.uniform(-0.001, 0.001), random.uniform(-0.001, 0.001)
    return f"{code} {letters}", f"{latitude + north:.5f}", f"{longitude + east:.5f}"


def phone(random: Random) -> str:
    """A number in the range that nobody has."""
    number = f"{random.randrange(10_000):04d}"
    return f"099 999 {number[:2]} {number[2:]}"


def checked(random: Random) -> dict[str, Value]:
    """Who keeps the record right and when that was done; one in twelve was checked too long ago."""
    age = random.randint(400, 700) if random.random() < 0.08 else random.randint(10, 150)
    day = TODAY - timedelta(days=age)
    role = f"redactie-{random.choice(NEIGHBOURHOODS)}"
    return {
        "rol": role,
        "gecontroleerd_op": day.isoformat(),
        "gecontroleerd_door": role,
        "bron": random.choice(("aanbieder", "eigen")),
        "toegevoegd": (day - timedelta(days=200)).isoformat(),
        "gewijzigd": day.isoformat(),
    }


def hours(random: Random) -> str:
    """Opening hours in the forms that editors use, in thousands of variants."""
    start, length = random.randrange(8 * 4, 14 * 4), random.randrange(4, 5 * 4)
    span, day = f"{_clock(start)}-{_clock(start + length)}", random.choice(DAYS)
    first, last = sorted(random.sample(range(len(DAYS)), 2))
    chance = random.random()
    if chance < 0.05:
        return random.choice(("op afspraak", "onbekend", "altijd open"))
    if chance < 0.12:
        return f"{random.randint(1, 4)}e {_long(day)} van de maand {span}"
    text = f"{day} {span}" if chance < 0.45 else f"{DAYS[first]}-{DAYS[last]} {span}"
    if chance > 0.8:
        text += f"; {DAYS[(last + 1) % 6]} 19:00-21:00"
    return text + ("; gesloten op feestdagen" if random.random() < 0.4 else "")


def _clock(quarter: int) -> str:
    return f"{quarter // 4}:{quarter % 4 * 15:02d}"


def _long(day: str) -> str:
    names = {"ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag", "za": "zaterdag"}
    return names[day]
