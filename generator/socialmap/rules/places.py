"""Rules on places: a point inside the municipality, a postcode that agrees with it."""

import re
from collections.abc import Iterator
from math import cos, hypot, radians

from socialmap.catalogue import Key
from socialmap.model import Location
from socialmap.problems import Problem
from socialmap.rules.facts import Facts

POSTCODE = re.compile(r"^[1-9]\d{3} ?[A-Z]{2}$")
FAR_METRES = 4000
DEGREE_METRES = 111_195


def outside_municipality(facts: Facts) -> Iterator[Problem]:
    """SM412: a point outside every neighbourhood, while its services are for this municipality."""
    for location in facts.catalogue.locations.values():
        outside = facts.boundaries and _has_point(location) and not facts.neighbourhood_at.get(location.id)
        if outside and _serves_only_here(location, facts):
            yield facts.problem("SM412", ("location", location.id), ("latitude",))


def _serves_only_here(location: Location, facts: Facts) -> bool:
    names = facts.catalogue.services_at.get(location.id, ())
    areas = [set(facts.catalogue.services[name].service_area) for name in names]
    return not any(area & {"region", "national"} for area in areas)


def neighbourhood_and_point(facts: Facts) -> Iterator[Problem]:
    """SM420: the neighbourhood that is written is not the one in which the point lies."""
    for location in facts.catalogue.locations.values():
        lies = facts.neighbourhood_at.get(location.id)
        if lies and location.neighbourhood and lies != location.neighbourhood:
            yield facts.problem(
                "SM420", ("location", location.id), ("neighbourhood",), written=location.neighbourhood, found=lies
            )


def half_a_point(facts: Facts) -> Iterator[Problem]:
    """SM423: a latitude without longitude, or the other way round."""
    for location in facts.catalogue.locations.values():
        if (location.latitude is None) != (location.longitude is None):
            path = "latitude" if location.longitude is None else "longitude"
            yield facts.problem("SM423", ("location", location.id), (path,))


def postcode_form(facts: Facts) -> Iterator[Problem]:
    """SM417: a Dutch postcode is four digits and two capitals."""
    for location in facts.catalogue.locations.values():
        code = location.postal_code
        if code and location.country == "NL" and not POSTCODE.match(code):
            yield facts.problem("SM417", ("location", location.id), ("postal_code",), value=code)


def postcode_and_point(facts: Facts) -> Iterator[Problem]:
    """SM413, SM424: the postcode lies kilometres from the point, or nobody knows it."""
    for location in facts.catalogue.locations.values():
        code = location.postal_code or ""
        if facts.postcodes and location.country == "NL" and POSTCODE.match(code):
            area = facts.postcodes.get(code[:4])
            key: Key = ("location", location.id)
            if area is None:
                yield facts.problem("SM424", key, ("postal_code",), value=code)
            elif _has_point(location) and _metres(location, area.latitude, area.longitude) > FAR_METRES:
                yield facts.problem("SM413", key, ("postal_code",), value=code)


def _has_point(location: Location) -> bool:
    return location.latitude is not None and location.longitude is not None


def _metres(location: Location, latitude: float, longitude: float) -> float:
    north = (location.latitude or 0) - latitude
    east = ((location.longitude or 0) - longitude) * cos(radians(latitude))
    return hypot(north, east) * DEGREE_METRES


RULES = (outside_municipality, neighbourhood_and_point, half_a_point, postcode_form, postcode_and_point)
