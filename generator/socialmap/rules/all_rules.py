"""All rules in a row."""

from collections.abc import Callable, Iterator

from socialmap.problems import Problem
from socialmap.rules import dates, doubles, guides, places, privacy, reading, references, services, texts, trials
from socialmap.rules.facts import Facts

ALL: tuple[Callable[[Facts], Iterator[Problem]], ...] = (
    *references.RULES,
    *guides.RULES,
    *services.RULES,
    services.access_without_address,
    *trials.RULES,
    *dates.RULES,
    *places.RULES,
    *doubles.RULES,
    *privacy.RULES,
    *texts.RULES,
    *reading.RULES,
)


OF_ONE_RECORD: tuple[Callable[[Facts], Iterator[Problem]], ...] = (
    *services.RULES,
    *trials.RULES,
    dates.dates_reversed,
    places.half_a_point,
    places.postcode_form,
    *privacy.RULES,
    *texts.RULES,
    *reading.RULES,
)


def apply_rules(facts: Facts) -> tuple[Problem, ...]:
    """Every problem that the rules find."""
    return tuple(problem for rule in ALL for problem in rule(facts))


def apply_rules_of_all(facts: Facts) -> tuple[Problem, ...]:
    """Every problem found by the rules that look at records together."""
    return tuple(problem for rule in ALL if rule not in OF_ONE_RECORD for problem in rule(facts))


def apply_record_rules(facts: Facts) -> tuple[Problem, ...]:
    """Every problem found by the rules that look at one record at a time; for a record that is not in the whole yet."""
    return tuple(problem for rule in OF_ONE_RECORD for problem in rule(facts))
