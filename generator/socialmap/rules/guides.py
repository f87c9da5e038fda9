"""The rule on guides and words of danger: whom they name, a resident must be able to find."""

from collections.abc import Iterator, Mapping

from socialmap.catalogue.relations import uses
from socialmap.problems import Place, Problem
from socialmap.rules.facts import Facts

STANDING: Mapping[str, str] = {"stopped": "", "paused": "paused"}


def names_what_is_not_there(facts: Facts) -> Iterator[Problem]:
    """SM310: a service that stopped, is paused, or that nobody checked for so long that it left the lists."""
    for group, origin in facts.beside:
        for use in uses(group):
            case = _case(use.key[1], facts) if use.key[0] == "service" else None
            if case is not None:
                params = {"id": use.key[1], **({"case": case} if case else {})}
                yield Problem("SM310", Place(origin.file), params, path=use.path, origin=origin)


def _case(name: str, facts: Facts) -> str | None:
    """Why a resident does not find a service, as the name of a message; nothing for one that can be found."""
    service = facts.catalogue.services.get(name)
    if service is None:
        return None
    if service.status != "active":
        return STANDING[service.status]
    return "expired" if facts.level_of.get(("service", name)) == "expired" else None


RULES = (names_what_is_not_there,)
