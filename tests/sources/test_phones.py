"""What a phone number is: in the Netherlands ten digits, or a short or service number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.sources.phones import judge_phone


@pytest.mark.parametrize(
    "number", ["112", "113", "144", "116 111", "14 030", "14 0113", "1888", "0800-2000", "0900 8844", "0800 022 1234"]
)
def test_short_and_service_numbers_are_fine(number: str) -> None:
    assert judge_phone(number, "NL") == "fine"


@pytest.mark.parametrize("number", ["0612345", "06-1234", "038 4211", "115", "14 99", "030 123 45 6", "030 123 45 678"])
def test_a_dutch_number_that_is_not_whole_cannot_be(number: str) -> None:
    assert judge_phone(number, "NL") == "impossible"


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        ("030 286 00 00", "fine"),
        ("099 999 12 34", "unassigned"),
        ("06 12345678", "mobile"),
        ("+44 131 200 2000", "fine"),
    ],
)
def test_whole_numbers_are_judged_by_the_numbering_plan(number: str, verdict: str) -> None:
    assert judge_phone(number, "NL") == verdict


def test_short_numbers_of_other_countries_stay_fine() -> None:
    assert [judge_phone("200 2000", country) for country in ("GB", "US", "DE")] == ["fine"] * 3


@given(st.text("0123456789", min_size=5, max_size=14).filter(lambda digits: not digits.startswith(("00", "1"))))
def test_only_ten_digits_or_a_service_number_get_past(digits: str) -> None:
    if judge_phone(digits, "NL") != "impossible":
        assert len(digits) == 10 or digits.startswith(("0800", "0900", "0906", "0909"))
