"""How dates, amounts, lists and weekdays are written per language."""

import pytest

from socialmap.render import make_formats
from socialmap.render.formats import day_writer, inside_sentence, list_writer


@pytest.mark.parametrize(
    ("language", "written"), [("nl", "3 maart 2026"), ("en", "March 3, 2026"), ("ar", "3 مارس 2026")]
)
def test_dates_are_written_out(language: str, written: str) -> None:
    assert make_formats(language).date("2026-03-03") == written


@pytest.mark.parametrize(("language", "amount"), [("nl", "€\N{NO-BREAK SPACE}7,50"), ("en", "€7.50")])
def test_amounts_are_in_euros(language: str, amount: str) -> None:
    assert make_formats(language).money("7.5") == amount


def test_arabic_amounts_keep_the_digits_of_phone_numbers() -> None:
    assert "7.50" in make_formats("ar").money("7.5")


@pytest.mark.parametrize(("language", "listed"), [("nl", "a, b en c"), ("en", "a, b, and c"), ("ar", "a، b، c")])
def test_lists_end_in_the_word_of_the_language(language: str, listed: str) -> None:
    assert list_writer(language)(["a", "b", "c"]) == listed


def test_a_list_of_one_or_none() -> None:
    assert list_writer("nl")(["a"]) == "a"
    assert list_writer("nl")([]) == ""


@pytest.mark.parametrize(
    ("days", "written"), [((0,), "ma"), ((0, 1), "ma–di"), ((0, 1, 2, 3, 4), "ma–vr"), ((6,), "zo")]
)
def test_weekdays_are_short(days: tuple[int, ...], written: str) -> None:
    assert day_writer("nl")(days) == written


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Iedereen", "iedereen"), ("LHBTI", "LHBTI"), ("A tot Z", "a tot Z"), ("", ""), ("الجميع", "الجميع")],
)
def test_a_name_inside_a_sentence_starts_small(name: str, inside: str) -> None:
    assert inside_sentence(name) == inside
