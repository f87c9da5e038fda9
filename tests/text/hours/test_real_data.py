"""Hours that others wrote: how many are read, and whether another engine agrees on what they mean."""

import csv
from datetime import datetime, timedelta
from pathlib import Path

import opening_hours
import pytest
import yaml

from socialmap.text.hours import Holidays, Hours, read_hours, state_at, to_osm

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data folder is not beside the repository")

DIFFERS = {
    '"only after registration"; PH off': "a remark alone says nothing of the time; the engine calls it open",
    'Jan 23-Jul 3: 22:00-23:00 "Please make a reservation by phone."; PH off': "the same",
    'Jul 23-Jan 3: "needs reservation by phone"; PH off': "the same",
    'Jul 23-Jan 3: 22:00-23:00 "Please make a reservation by phone."; PH off': "the same",
    'Jul 23-Jan 3: 08:00-11:00 "Please make a reservation by phone."; PH off': "the same",
    "22:00+; PH off": "after the last known time the engine calls it open, we unknown",
}
COLUMNS = [
    ("Neighbourhood offices.csv", "Opening hours", 1.0),
    ("Library locations and opening hours.csv", "Opening hours", 0.84),
    ("Day services and lunch clubs.csv", "Days and times", 0.85),
    ("Community centres.csv", "Opening Hours", 0.85),
    ("Community councils.csv", "Meeting times", 0.75),
    ("Edinburgh Council leisure facilities.csv", "Opening hours", 0.35),
    ("Museums and galleries.csv", "Opening Hours", 0.25),
    ("Nursery and early years.csv", "Opening Hours", 0.18),
]


def osm_values() -> list[str]:
    lines = (SHARED / "opening-hours" / "sample.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def share_read(values: list[str]) -> float:
    read = [hours for value in values if isinstance(hours := read_hours(value), Hours)]
    assert [hours for hours in read if read_hours(to_osm(hours)) != hours] == []
    return len(read) / len(values)


def test_most_osm_values_are_read() -> None:
    assert share_read(osm_values()) >= 0.95


@pytest.mark.parametrize(("file", "column", "least"), COLUMNS)
def test_schedule_columns_of_a_municipality_are_read(file: str, column: str, least: float) -> None:
    with (SHARED / "edinburgh" / file).open(encoding="utf-8-sig", newline="") as table:
        values = [row[column] for row in csv.DictReader(table) if row[column].strip()]
    assert share_read(values) >= least


def test_dutch_recurrence_sentences_that_have_a_meaning_in_hours_are_read() -> None:
    rules = yaml.safe_load((SHARED / "recurrence-nl" / "data.yaml").read_text(encoding="utf-8"))
    odd = ("SETPOS", "COUNT", "UNTIL")
    weekly = [text["nl"] for rule, text in rules.items() if "WEEKLY" in rule and not any(word in rule for word in odd)]
    assert share_read([text["nl"] for text in rules.values()]) >= 0.15
    assert share_read(weekly) >= 0.9


def engine_states(value: str, moments: list[datetime]) -> list[str]:
    engine = opening_hours.OpeningHours(value)
    return [str(engine.state(moment)[0]).split(".")[-1].lower() for moment in moments]


@pytest.mark.parametrize("start", [datetime(2021, 3, 22, 0, 7), datetime(2026, 12, 21, 0, 30)])
def test_another_engine_agrees_on_what_osm_values_mean(start: datetime) -> None:
    moments = [start + timedelta(minutes=97 * step) for step in range(400)]
    wrong = []
    for value in osm_values():
        hours = read_hours(value)
        if isinstance(hours, Hours) and value not in DIFFERS:
            ours = [state_at(hours, moment, Holidays()).state for moment in moments]
            wrong += [
                (value, m) for m, a, b in zip(moments, ours, engine_states(value, moments), strict=True) if a != b
            ]
    assert wrong == []
