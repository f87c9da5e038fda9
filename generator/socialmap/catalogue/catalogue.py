"""The whole: every record by type and id, the vocabularies, and who refers to whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from socialmap.model import (
    Consultation,
    Experiment,
    Location,
    Organization,
    Record,
    RecordType,
    Role,
    Service,
    Term,
)
from socialmap.problems import Origin

Key = tuple[RecordType, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records of a municipality; every mapping is in the order of ids, terms in the order of their file.

    `uses` are the keys of the records that a record names, whether they are there or not.
    """

    organizations: Mapping[str, Organization] = field(default_factory=dict)
    locations: Mapping[str, Location] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    experiments: Mapping[str, Experiment] = field(default_factory=dict)
    consultations: Mapping[str, Consultation] = field(default_factory=dict)
    vocabularies: Mapping[str, Mapping[str, Term]] = field(default_factory=dict)
    origins: Mapping[Key, Origin] = field(default_factory=dict)
    national: frozenset[Key] = frozenset()
    uses: Mapping[Key, tuple[Key, ...]] = field(default_factory=dict)
    services_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    services_at: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def records(self, kind: RecordType) -> Mapping[str, Record]:
        """The records of one type by id."""
        return {
            "organization": self.organizations,
            "location": self.locations,
            "service": self.services,
            "role": self.roles,
            "experiment": self.experiments,
            "consultation": self.consultations,
        }[kind]

    def terms(self, vocabulary: str) -> Mapping[str, Term]:
        """The terms of a vocabulary by id; empty for one that the data does not have."""
        return self.vocabularies.get(vocabulary, {})

    def origin(self, kind: RecordType, name: str) -> Origin:
        """Where a record was read."""
        return self.origins[kind, name]
