"""The times of activities as they are recalled: the same as when they are worked out."""

from datetime import date
from pathlib import Path

from socialmap.derive.agenda import make_timetable
from socialmap.model import Service
from socialmap.pipeline.recalled import open_recalled
from socialmap.pipeline.timetables import recalled_timetable
from socialmap.text.hours import Holidays

FIRST, LAST = date(2026, 11, 2), date(2026, 12, 13)
FOUND = Service.model_validate(
    {
        "id": "koor",
        "name": {"nl": "Koor"},
        "kinds": ["activiteit"],
        "themes": ["geld"],
        "schedule": "wo 19:30-21:00; za vanaf 10:00",
        "cancelled": ["2026-11-11"],
    }
)


def test_recalled_times_are_those_that_were_worked_out(tmp_path: Path) -> None:
    plain = make_timetable(Holidays())
    expected = plain(FIRST, LAST)(FOUND)
    assert len(expected) == 2
    for _ in range(2):
        recalled = open_recalled(tmp_path / "times", context="now")
        times = recalled_timetable(plain, digests={("service", "koor"): "word"}, recalled=recalled)
        assert times(FIRST, LAST)(FOUND) == expected
        recalled.keep()
    assert len(open_recalled(tmp_path / "times", context="now").known) == 1


def test_other_days_and_other_words_are_worked_out_anew(tmp_path: Path) -> None:
    recalled = open_recalled(tmp_path / "times", context="now")
    for word, last in (("a", LAST), ("b", LAST), ("b", FIRST)):
        times = recalled_timetable(make_timetable(Holidays()), digests={("service", "koor"): word}, recalled=recalled)
        times(FIRST, last)(FOUND)
    assert len(recalled.used) == 3
