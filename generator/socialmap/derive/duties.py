"""Which role keeps a record right: its own, else that of its organization, its neighbourhood or its theme."""

from collections.abc import Iterable, Iterator, Mapping

from socialmap.catalogue import Catalogue, Key
from socialmap.model import RECORD_TYPES, Location, Organization, Record, Service


def duties(catalogue: Catalogue, *, neighbourhood_of: Mapping[str, str]) -> Mapping[Key, str]:
    """The role of each record that has one; roles answer for themselves."""
    by_organization = _by(catalogue, "organizations")
    by_neighbourhood = _by(catalogue, "neighbourhoods")
    by_theme = _by(catalogue, "themes")

    def responsible(record: Record) -> str:
        if record.role:
            return record.role
        found = (
            *(by_organization.get(name) for name in _organizations(record)),
            *(by_neighbourhood.get(name) for name in _neighbourhoods(record, neighbourhood_of)),
            *(by_theme.get(name) for name in _themes(record)),
        )
        return next((role for role in found if role), "")

    pairs = ((key, responsible(record)) for key, record in _all(catalogue))
    return {key: role for key, role in pairs if role}


def _all(catalogue: Catalogue) -> Iterator[tuple[Key, Record]]:
    for kind in RECORD_TYPES:
        if kind != "role":
            for name, record in catalogue.records(kind).items():
                yield (kind, name), record


def _by(catalogue: Catalogue, field: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for role in catalogue.roles.values():
        for name in getattr(role, field):
            found.setdefault(name, role.id)
    return found


def _organizations(record: Record) -> Iterable[str]:
    if isinstance(record, Organization):
        return (record.id,)
    name = getattr(record, "organization", None)
    return (name,) if name else ()


def _neighbourhoods(record: Record, neighbourhood_of: Mapping[str, str]) -> Iterable[str]:
    if isinstance(record, Location):
        return (neighbourhood_of.get(record.id, ""),)
    if isinstance(record, Service):
        return tuple(neighbourhood_of.get(at.location, "") for at in record.locations)
    return getattr(record, "neighbourhoods", ())


def _themes(record: Record) -> Iterable[str]:
    return getattr(record, "themes", ())
