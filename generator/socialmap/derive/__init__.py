"""What follows from the records: neighbourhoods, freshness, who keeps what right, which services belong where."""

from socialmap.derive.derived import Derived, derive_all

__all__ = ["Derived", "derive_all"]
