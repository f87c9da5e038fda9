"""What the guide needs to know of a service, and nothing else: plain values that a page can carry to the browser."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from socialmap.model import Service

WIDE = frozenset(("municipality", "region", "national"))
EVERYONE = "iedereen"


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a service that decide whether it fits; an empty word or list is not known.

    `areas` are the neighbourhoods it is for (empty: all), `places` those where it is, `groups` pairs of a target group
    and its admission, `closed` the first and last day on which it is closed as ISO dates (`-` in front is paused).
    """

    id: str
    low: int
    high: int
    areas: tuple[str, ...]
    places: tuple[str, ...]
    groups: tuple[tuple[str, str], ...]
    cost: str
    city_pass: bool
    threshold: str
    offline: bool
    languages: tuple[str, ...]
    interpreter: bool
    access: tuple[str, ...]
    hours: str
    full: bool
    paused: bool
    closed: tuple[str, str]


def facts_of(service: Service, *, neighbourhood_of: Mapping[str, str]) -> Facts:
    """The facts of a service; `neighbourhood_of` is that of each public location."""
    areas = tuple(name for name in service.service_area if name not in WIDE)
    places = (neighbourhood_of.get(at.location, "") for at in service.locations)
    closed = service.closed
    return Facts(
        id=service.id,
        low=service.minimum_age or 0,
        high=120 if service.maximum_age is None else service.maximum_age,
        areas=areas if len(areas) == len(service.service_area) else (),
        places=tuple(dict.fromkeys(name for name in places if name)),
        groups=tuple((group.term, group.admission) for group in service.target_groups if group.term != EVERYONE),
        cost=service.cost.kind if service.cost else "",
        city_pass=bool(service.cost and service.cost.city_pass),
        threshold=service.digital_threshold or "",
        offline=bool(service.without_internet),
        languages=service.languages,
        interpreter=bool(service.interpreter),
        access=service.access,
        hours=_hours(service),
        full=bool(service.capacity and service.capacity.level == "full"),
        paused=service.status == "paused",
        closed=(
            closed.from_date.isoformat() if closed and closed.from_date else "",
            closed.until.isoformat() if closed and closed.until else ("9999-12-31" if closed else ""),
        ),
    )


def plain_facts(facts: Facts) -> dict[str, object]:
    """The facts as JSON holds them, without what is not known."""
    return {name: value for name, value in asdict(facts).items() if value not in ("", (), False, 0, ("", ""))}


def _hours(service: Service) -> str:
    """Whether somebody can know when to come: `known` or nothing."""
    schedules = (service.schedule, *(at.schedule for at in service.locations))
    return "known" if any(schedules) or service.phones else ""
