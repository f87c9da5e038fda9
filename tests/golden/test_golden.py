"""Every golden case: the real `check` on a small site gives exactly these problems, in these words."""

import re
from pathlib import Path

import pytest

from golden.case import Case, read_cases, tell
from socialmap.pipeline.check import read_messages
from socialmap.problems.registry import RULES
from socialmap.report import write_text

HOLE = re.compile(r"\{[a-z_]+\}")
CASES = read_cases()
# What only a build finds; their tests stand with the build.
FOUND_BY_BUILD = frozenset(("SM603", "SM703", "SM704", "SM705", "SM801", "SM802", "SM803", "SM901"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_check_says_exactly_this(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    report = case.check(tmp_path, read_messages("nl"))
    told = [tell(finding, report) for finding in report.findings]
    if request.config.getoption("--accept"):
        case.accept(told)
    else:
        assert told == case.problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_no_message_shows_an_unfilled_hole_in_any_language(case: Case, tmp_path: Path) -> None:
    for language in ("nl", "en"):
        root = tmp_path / language
        root.mkdir()
        assert HOLE.findall(write_text(case.check(root, read_messages(language)))) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_a_case_is_named_after_what_it_raises(case: Case) -> None:
    code = case.path.stem.partition("-")[0]
    codes = {problem["code"] for problem in case.problems}
    assert code in codes if code != "clean" else not codes


def test_every_rule_that_check_can_break_has_a_case() -> None:
    raised = {str(problem["code"]) for case in CASES for problem in case.problems}
    assert raised == {rule.code for rule in RULES} - FOUND_BY_BUILD
