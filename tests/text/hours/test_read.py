"""What the reader makes of the ways in which people write opening hours."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from socialmap.text.hours import Hours, HoursFault, read_hours, to_osm
from socialmap.text.hours.words import PHRASES, WORDS

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))
PIECES = st.sampled_from(
    [
        *sorted(WORDS),
        *sorted(PHRASES),
        *'-;,.:/()[]+&|"\n',
        "9",
        "12",
        "9:30",
        "1e",
        "2026",
        "25",
        "5pm",
        "24/7",
        "1-1-2026",
    ]
)


@pytest.mark.parametrize("case", CASES["reads"], ids=lambda case: case["text"])
def test_text_reads_as_this_osm_value(case: dict[str, str]) -> None:
    hours = read_hours(case["text"])
    assert isinstance(hours, Hours), hours
    assert to_osm(hours) == case["osm"]
    assert read_hours(case["osm"]) == hours


@pytest.mark.parametrize("case", CASES["faults"], ids=lambda case: case["text"])
def test_text_that_cannot_be_read_says_where_and_why(case: dict[str, str]) -> None:
    expected = HoursFault(case["fragment"], int(case["column"]), case["reason"], case["suggestion"])  # type: ignore[arg-type]
    assert read_hours(case["text"]) == expected


def assert_answer(text: str) -> None:
    answer = read_hours(text)
    assert isinstance(answer, (Hours, HoursFault))
    if isinstance(answer, HoursFault):
        assert text[answer.column : answer.column + len(answer.fragment)] == answer.fragment
        assert not answer.suggestion or isinstance(read_hours(answer.suggestion), Hours)
    else:
        assert read_hours(to_osm(answer)) == answer


@given(st.text(max_size=80))
def test_any_text_gives_hours_or_a_fault(text: str) -> None:
    assert_answer(text)


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_any_words_of_opening_hours_give_hours_that_survive_writing_or_a_fault(text: str) -> None:
    assert_answer(text)


@pytest.mark.parametrize("word", ["MA", "Ma", "maandag", "Maandags", "mon", "MONDAY", "ma."])
def test_case_and_form_of_a_weekday_do_not_matter(word: str) -> None:
    assert read_hours(f"{word} 9-12") == read_hours("ma 9-12")


def test_unknown_hours_are_not_closed_hours() -> None:
    assert read_hours("onbekend") == Hours("unknown")
    assert read_hours("gesloten") != Hours("unknown")
