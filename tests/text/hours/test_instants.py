"""What is open at an instant: our evaluator and the word for browsers, against an independent engine."""

import pytest

from socialmap.text.hours import state_at
from text.hours import golden
from text.hours.golden import HOLIDAYS, LETTERS, Case


def test_the_table_is_what_the_engine_says(request: pytest.FixtureRequest) -> None:
    cases = golden.read_cases()
    if request.config.getoption("--accept"):
        golden.write_cases([Case(case.text, case.engine, golden.ask_engine(case)) for case in cases])
        cases = golden.read_cases()
    assert [case.text for case in cases if golden.ask_engine(case) != case.answers] == []
    assert len(cases) * len(golden.instants()) >= 2000


@pytest.mark.parametrize("case", golden.read_cases(), ids=lambda case: case.text)
def test_we_say_the_same_as_the_engine(case: Case) -> None:
    hours = case.hours
    ours = [state_at(hours, golden.local(instant), HOLIDAYS).state for instant in golden.instants()]
    assert "".join(LETTERS[state] for state in ours) == case.answers
