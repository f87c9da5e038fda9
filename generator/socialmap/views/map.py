"""The view of the map's page; every field is documented here and used in `site_overrides/pages/map.html`."""

from dataclasses import dataclass

from socialmap.views.parts import Link


@dataclass(frozen=True, slots=True)
class MapView:
    """The page of the map: a way to every place without it, and what the browser needs to show it on a press.

    `count` is how many places have a point, `data` the module with all of them. `tiles` is the address of map images
    (with `{z}`, `{x}` and `{y}`) or of an archive of them (PMTiles), empty for outlines alone; `attribution` names who
    made them and `max_zoom` is how far they go.
    """

    count: int
    places: Link
    themes: tuple[Link, ...]
    neighbourhoods: tuple[Link, ...]
    data: str
    tiles: str = ""
    attribution: str = ""
    max_zoom: int = 19
