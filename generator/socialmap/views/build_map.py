"""The map: its page, and its data as a JavaScript module that a browser loads when somebody opens the map.

A module needs no more rights than a page's scripts have. Secret places are in neither.
"""

import json
from collections.abc import Iterator, Mapping

from socialmap.derive.outlines import simplified
from socialmap.derive.places import public_point
from socialmap.model import Location
from socialmap.views.build_standing import mapped_locations
from socialmap.views.context import Context
from socialmap.views.map import MapView
from socialmap.views.parts import Link, Text
from socialmap.views.sorting import sort_name

SCALE = 100_000
Point = tuple[float, float]


def has_map(context: Context) -> bool:
    """Whether any place has a point that residents may know."""
    return any(mapped_locations(context.site))


def build_map(*, context: Context) -> MapView:
    """The view of the page of the map."""
    tiles = context.site.settings.map
    return MapView(
        count=len(map_places(context)),
        places=Link(Text("", ""), context.links.to("places")),
        themes=tuple(context.term_link("theme", "themes", name) for name in context.catalogue.terms("themes")),
        neighbourhoods=tuple(
            context.term_link("neighbourhood", "neighbourhoods", name)
            for name in context.catalogue.terms("neighbourhoods")
        ),
        data=context.links.to("map").rpartition("/")[2].removesuffix("html") + "js",
        tiles=f"{context.links.root}{tiles.route}" if tiles.route else tiles.tiles,
        attribution=tiles.attribution,
        max_zoom=tiles.max_zoom,
    )


def map_places(context: Context) -> tuple[Location, ...]:
    """The places with a public point in the order of the list and of the map: by neighbourhood and then by name.

    In each neighbourhood those that nobody checked for long come last.
    """
    areas = {name: at for at, name in enumerate(context.catalogue.terms("neighbourhoods"))}
    return tuple(sorted(mapped_locations(context.site), key=lambda at: _rank(at, areas, context)))


def _rank(location: Location, areas: Mapping[str, int], context: Context) -> tuple[int, bool, str, str]:
    area = areas.get(context.derived.neighbourhood_of.get(location.id, ""), len(areas))
    sinks = context.derived.sinks("location", location.id)
    return area, sinks, sort_name(context.text(location.name)), location.id


def build_map_data(*, context: Context) -> str:
    """The module: points are whole numbers of a hundred thousandth of a degree from `origin`, as latitude, longitude.

    `outlines` are [id, name, middle, rings], a ring the steps from point to point; `places` [id, name, language,
    latitude, longitude, number of its outline or -1]; `services` [id, name, language, numbers of places,
    themes, its numbers in the search indexes of the page's language and of the site's first].
    """
    places = map_places(context)
    points = {at.id: _whole(public_point(at) or (0.0, 0.0)) for at in places}
    origin = min(points.values(), default=(0, 0))
    areas = tuple(name for name in context.catalogue.terms("neighbourhoods") if name in context.derived.outlines)
    found = {
        "origin": origin,
        "place": context.links.to("location", "{id}"),
        "service": context.links.to("service", "{id}"),
        "outlines": list(_outlines(areas, origin, context)),
        "places": [_place(at, points[at.id], origin, areas, context) for at in places],
        "services": list(_services(places, context)),
    }
    return f"export default {json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"


def _whole(point: Point) -> tuple[int, int]:
    return round(point[0] * SCALE), round(point[1] * SCALE)


def _from(point: tuple[int, int], origin: tuple[int, int]) -> tuple[int, int]:
    return point[0] - origin[0], point[1] - origin[1]


def _outlines(areas: tuple[str, ...], origin: tuple[int, int], context: Context) -> Iterator[list[object]]:
    rings = simplified({name: context.derived.outlines[name] for name in areas})
    for name in areas:
        middle = _from(_whole(context.derived.starts.neighbourhoods[name]), origin)
        steps = [list(_steps([(lat, lon) for lon, lat in ring], origin)) for ring in rings[name]]
        yield [name, context.term_text("neighbourhoods", name).value, middle, steps]


def _steps(ring: list[Point], origin: tuple[int, int]) -> Iterator[int]:
    """The first point from the origin, each next one from the point before it."""
    last = origin
    for point in map(_whole, ring):
        yield from _from(point, last)
        last = point


def _place(
    location: Location, point: tuple[int, int], origin: tuple[int, int], areas: tuple[str, ...], context: Context
) -> list[object]:
    area = context.derived.neighbourhood_of.get(location.id, "")
    number = areas.index(area) if area in areas else -1
    return [location.id, *_named(context.text(location.name), context), *_from(point, origin), number]


def _named(text: Text, context: Context) -> tuple[str, str]:
    """A name, and its language when it is not the page's."""
    return text.value, "" if text.lang == context.language else text.lang


def _services(places: tuple[Location, ...], context: Context) -> Iterator[list[object]]:
    numbers = {each: _numbers(each, context) for each in {context.language, context.site.language}}
    number = {at.id: at_number for at_number, at in enumerate(places)}
    for name in sorted(context.derived.listed):
        service = context.catalogue.services[name]
        here = list(dict.fromkeys(number[at.location] for at in service.locations if at.location in number))
        if here and service.status == "active":
            own, first = (numbers[each].get(name, -1) for each in (context.language, context.site.language))
            yield [name, *_named(context.text(service.name), context), here, list(service.themes), own, first]


def _numbers(language: str, context: Context) -> Mapping[str, int]:
    """The number of each service among the documents of a language's search index, which has them by their address."""
    listed = sorted(context.derived.listed, key=lambda name: f"{name}.html")
    found = (name for name in listed if language in context.catalogue.services[name].name)
    return {name: number for number, name in enumerate(found)}
