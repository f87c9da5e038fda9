"""Where a neighbourhood lies: its outline as read from GeoJSON (RFC 7946), and postcodes with a point."""

from dataclasses import dataclass

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Boundary:
    """The outline of a neighbourhood: outer rings and holes as (longitude, latitude), by the id of its term."""

    neighbourhood: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class PostcodeArea:
    """The middle of a postcode area, by its digits."""

    code: str
    latitude: float
    longitude: float
    place: str = ""
