"""A record as it was read: text in the model's own keys, with the way back to what the editor wrote."""

from collections.abc import Mapping
from dataclasses import dataclass

from socialmap.model.fields import RecordType
from socialmap.problems import Origin

Raw = str | list["Raw"] | dict[str, "Raw"]


@dataclass(frozen=True, slots=True)
class RawRecord:
    """The values of one record before validation; every scalar is still text."""

    type: RecordType
    origin: Origin
    values: Mapping[str, Raw]
    national: bool = False

    @property
    def id(self) -> str:
        """The id as written, or nothing."""
        found = self.values.get("id", "")
        return found if isinstance(found, str) else ""


@dataclass(frozen=True, slots=True)
class RawTerm:
    """The values of one term before validation."""

    vocabulary: str
    origin: Origin
    values: Mapping[str, Raw]
