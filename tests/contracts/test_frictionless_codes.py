"""Every error type of frictionless has a rule of ours, and no rule is kept for what it no longer says."""

from collections.abc import Iterator
from typing import Any

import pytest

from socialmap.contracts.frictionless_codes import BY_CODE, CODES
from socialmap.problems.registry import rules_by_code


def kinds(of: type[Any]) -> Iterator[type[Any]]:
    """A class and all that come from it."""
    yield of
    for each in of.__subclasses__():
        yield from kinds(each)


def test_every_error_type_of_frictionless_has_a_code_and_nothing_else_has_one() -> None:
    from frictionless import Error  # noqa: PLC0415 - slow, and only needed here

    found = {each.type for each in kinds(Error) if each is not Error and each.__module__.startswith("frictionless.")}
    assert len(found) > 50
    assert set(CODES) == found


def test_no_error_type_stands_under_two_codes() -> None:
    names = [name for names in BY_CODE.values() for name in names.split()]
    assert sorted(names) == sorted(CODES)


@pytest.mark.parametrize("code", BY_CODE)
def test_every_code_is_a_rule_that_is_an_error(code: str) -> None:
    assert rules_by_code()[code].severity == "error"
