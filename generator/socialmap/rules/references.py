"""Rules on who refers to whom: roles, circles, successors and old ids."""

from collections.abc import Iterator

from socialmap.catalogue.relations import uses
from socialmap.model import Role
from socialmap.problems import Problem
from socialmap.rules.facts import Facts, circle
from socialmap.text.words import RESERVED, nearest

KEEPING = ("role", "assured_by")
STOPPING = ("service", "organization")
RELATED = ("works_with", "refers_to", "first", "instead", "beside_me")


def without_role(facts: Facts) -> Iterator[Problem]:
    """SM303: nobody keeps the record right."""
    for kind, record in facts.records():
        if not isinstance(record, Role) and (kind, record.id) not in facts.role_of:
            yield facts.problem("SM303", (kind, record.id), ())


def circle_of_prerequisites(facts: Facts) -> Iterator[Problem]:
    """SM304: what has to be arranged first leads back to the service itself."""
    services = facts.catalogue.services

    def following(name: str) -> tuple[str, ...]:
        return services[name].first if name in services else ()

    for name, service in services.items():
        way = circle(name, following) if service.first else ()
        if way and name == min(way):
            yield facts.problem("SM304", ("service", name), ("first",), way=" → ".join(way))


def circle_of_successors(facts: Facts) -> Iterator[Problem]:
    """SM307: the successors of a record lead back to it."""
    for kind, record in facts.records():
        records = facts.catalogue.records(kind)
        if record.successor:
            way = circle(record.id, lambda name: [s] if name in records and (s := records[name].successor) else [])  # noqa: B023
            if way and record.id == min(way):
                yield facts.problem("SM307", (kind, record.id), ("successor",), way=" → ".join(way))
            elif record.successor not in records:
                near = nearest(record.successor, records)
                params = {"id": record.successor, "type": kind}
                yield facts.problem("SM301", (kind, record.id), ("successor",), suggestion=near, **params)


def circle_of_parents(facts: Facts) -> Iterator[Problem]:
    """SM309: an organization is part of itself by way of others."""
    organizations = facts.catalogue.organizations

    def following(name: str) -> list[str]:
        found = organizations.get(name)
        return [found.parent_organization] if found and found.parent_organization else []

    for name, organization in organizations.items():
        way = circle(name, following) if organization.parent_organization else ()
        if way and name == min(way):
            yield facts.problem("SM309", ("organization", name), ("parent_organization",), way=" → ".join(way))


def reserved_name(facts: Facts) -> Iterator[Problem]:
    """SM114: an id that is the name of an index page, or of a device on a Windows machine."""
    for kind, record in facts.records():
        if record.id in RESERVED:
            yield facts.problem("SM114", (kind, record.id), ("id",), id=record.id)


def old_id_in_use(facts: Facts) -> Iterator[Problem]:
    """SM305: an earlier id is another record's id, or two records claim it."""
    for kind, record in facts.records():
        records = facts.catalogue.records(kind)
        for index, old in enumerate(record.previous_ids):
            claims = [other.id for other in records.values() if old in other.previous_ids] if old not in records else []
            if old in records or min(claims) != record.id:
                yield facts.problem("SM305", (kind, record.id), ("previous_ids", index), id=old)


def refers_to_itself(facts: Facts) -> Iterator[Problem]:
    """SM306: a record names itself."""
    for kind, record in facts.records():
        named = (kind, record.id) in facts.catalogue.uses[kind, record.id]
        for use in uses(record) if named else ():
            if use.key == (kind, record.id) and use.path[0] not in KEEPING:
                yield facts.problem("SM306", (kind, record.id), use.path)


def refers_to_stopped(facts: Facts) -> Iterator[Problem]:
    """SM308: a service that runs points to one that has stopped."""
    stopped = {(kind, record.id) for kind, record in facts.records() if kind in STOPPING and record.status == "stopped"}
    for service in facts.catalogue.services.values():
        named = service.status != "stopped" and not stopped.isdisjoint(facts.catalogue.uses["service", service.id])
        for use in uses(service) if named else ():
            if use.path[0] in RELATED and use.key in stopped:
                yield facts.problem("SM308", ("service", service.id), use.path, id=use.key[1])


RULES = (
    without_role,
    circle_of_prerequisites,
    circle_of_successors,
    circle_of_parents,
    reserved_name,
    old_id_in_use,
    refers_to_itself,
    refers_to_stopped,
)
