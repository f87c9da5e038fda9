"""The rule on records that are probably the same thing twice."""

from collections.abc import Iterator

from socialmap.model import Location, Organization, Record, Service
from socialmap.problems import Problem
from socialmap.rules.facts import Facts
from socialmap.text.words import slugify

Mark = tuple[object, ...]


def likely_double(facts: Facts) -> Iterator[Problem]:
    """SM414: the same name with the same organization, place or phone."""
    for kind in ("organization", "location", "service"):
        seen: dict[Mark, str] = {}
        for record in facts.catalogue.records(kind).values():
            for mark in _marks(record) if record.status != "stopped" else ():
                first = seen.setdefault(mark, record.id)
                if first != record.id:
                    yield facts.problem("SM414", (kind, record.id), ("name",), other=first)
                    break


def _marks(record: Record) -> Iterator[Mark]:
    name = slugify(next(iter(record.name.values())))
    if isinstance(record, Service):
        places = tuple(sorted(at.location for at in record.locations))
        if record.organization or places:
            yield name, record.organization, places
    if isinstance(record, Location) and record.postal_code and record.address:
        yield name, record.postal_code, slugify(record.address)
    if isinstance(record, Organization):
        yield (name,)
        if record.kvk:
            yield "kvk", record.kvk


RULES = (likely_double,)
