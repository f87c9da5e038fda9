"""Which services stand under a step of a guide: those that the editors chose, then those that fit its words."""

from collections.abc import Iterable

from socialmap.model import Service
from socialmap.model.guide import Guide, Step


def services_of_step(step: Step, guide: Guide, services: Iterable[Service]) -> tuple[str, ...]:
    """The ids of the step's services, chosen ones first, the others in the order in which they come."""
    found = {service.id: service for service in services}
    chosen = (suggestion.service for suggestion in step.services)
    fitting = (name for name, service in found.items() if _fits(service, step, guide))
    return tuple(dict.fromkeys(name for name in (*chosen, *fitting) if name in found))


def _fits(service: Service, step: Step, guide: Guide) -> bool:
    if guide.life_question not in service.life_questions:
        return False
    groups = {group.term for group in service.target_groups}
    return bool(
        set(step.themes) & set(service.themes)
        or set(step.kinds) & set(service.kinds)
        or set(step.target_groups) & groups
    )
