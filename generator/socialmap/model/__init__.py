"""Record types as frozen values with HSDS 3.0 names: what the whole house speaks of."""

from socialmap.model.fields import RECORD_TYPES, RecordType, Schedule
from socialmap.model.location import Location
from socialmap.model.organization import Organization
from socialmap.model.people import Consultation, Experiment, Role
from socialmap.model.record import Record
from socialmap.model.service import Service
from socialmap.model.term import Term

__all__ = [
    "RECORD_TYPES",
    "Consultation",
    "Experiment",
    "Location",
    "Organization",
    "Record",
    "RecordType",
    "Role",
    "Schedule",
    "Service",
    "Term",
]
