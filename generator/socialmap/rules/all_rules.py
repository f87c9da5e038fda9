"""All rules in a row."""

from collections.abc import Callable, Iterator

from socialmap.problems import Problem
from socialmap.rules import dates, doubles, places, privacy, references, services, texts, trials
from socialmap.rules.facts import Facts

ALL: tuple[Callable[[Facts], Iterator[Problem]], ...] = (
    *references.RULES,
    *services.RULES,
    *trials.RULES,
    *dates.RULES,
    *places.RULES,
    *doubles.RULES,
    *privacy.RULES,
    *texts.RULES,
)


def apply_rules(facts: Facts) -> tuple[Problem, ...]:
    """Every problem that the rules find."""
    return tuple(problem for rule in ALL for problem in rule(facts))
