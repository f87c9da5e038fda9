"""Every way in which pydantic can refuse a value has a rule of ours, and no rule is kept for what it no longer says."""

import pytest
from pydantic_core._pydantic_core import list_all_errors

from socialmap.contracts.pydantic_codes import BY_CODE, CODES
from socialmap.problems.registry import rules_by_code

OWN = {"hours_unreadable", "url_not_public"}


def test_every_error_type_of_pydantic_has_a_code_and_nothing_else_has_one() -> None:
    assert set(CODES) == {error["type"] for error in list_all_errors()} - {"custom_error"} | OWN


def test_no_error_type_stands_under_two_codes() -> None:
    names = [name for names in BY_CODE.values() for name in names.split()]
    assert sorted(names) == sorted(CODES)


@pytest.mark.parametrize("code", BY_CODE)
def test_every_code_is_a_rule_that_is_an_error(code: str) -> None:
    assert rules_by_code()[code].severity == "error"
