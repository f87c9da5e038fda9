"""Rules on what the municipality tries and asks, and on letting go."""

from collections.abc import Iterator
from datetime import timedelta

from socialmap.problems import Problem
from socialmap.rules.facts import Facts

OVERDUE = timedelta(days=90)


def experiment_without_outcome(facts: Facts) -> Iterator[Problem]:
    """SM402: an experiment has ended and does not say how."""
    for experiment in facts.catalogue.experiments.values():
        if experiment.end_date and experiment.end_date < facts.today and experiment.outcome is None:
            yield facts.problem("SM402", ("experiment", experiment.id), ("end_date",), date=experiment.end_date)


def consultation_without_result(facts: Facts) -> Iterator[Problem]:
    """SM403, SM404: a consultation has closed and residents do not read what came of it; an error after 90 days."""
    for consultation in facts.catalogue.consultations.values():
        if consultation.end_date < facts.today and not consultation.result:
            code = "SM404" if facts.today > consultation.end_date + OVERDUE else "SM403"
            yield facts.problem(code, ("consultation", consultation.id), ("end_date",), date=consultation.end_date)


def letting_go_without_safety_net(facts: Facts) -> Iterator[Problem]:
    """SM405: the municipality lets an initiative go, and nobody knows where residents fall back on."""
    for organization in facts.catalogue.organizations.values():
        initiative = organization.initiative
        if initiative and initiative.perspective == "letting_go" and not initiative.safety_net:
            yield facts.problem("SM405", ("organization", organization.id), ("initiative", "perspective"))


RULES = (experiment_without_outcome, consultation_without_result, letting_go_without_safety_net)
