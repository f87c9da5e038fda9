"""The rules: one stable code and name each, and every code in the program is one of them."""

import re
from pathlib import Path

from socialmap.problems import Place, fault
from socialmap.problems.registry import RULES, rules_by_code

PACKAGE = Path(__file__).parents[2] / "generator" / "socialmap"
CODE = re.compile(r"\"(SM\d{3})\"")


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"SM[1-9]\d\d", rule.code) for rule in RULES)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name) for rule in RULES)


def test_there_are_sixty_rules_or_more() -> None:
    assert len(RULES) >= 60


def test_every_code_in_the_program_is_a_rule_and_every_rule_is_in_the_program() -> None:
    sources = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.name != "registry.py"]
    used = {code for text in sources for code in CODE.findall(text)}
    assert used == set(rules_by_code())


def test_a_fault_keeps_its_values_as_text() -> None:
    found = fault("SM105", Place("a.yml", 1), suggestion="x", limit=10)
    assert (found.params, found.suggestion, found.path, found.origin) == ({"limit": "10"}, "x", (), None)
