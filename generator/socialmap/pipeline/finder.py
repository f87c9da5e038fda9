"""The file from which browsers filter and sort search results by hours and distance; called when the indexes are made.

Browsers join it to a full-text index by order alone, so it says which documents each index must hold: with another
index, as an old copy may be, it is not used.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from socialmap.publish import Staging
from socialmap.views.build_finder import Finder, FinderService, Point, build_finder
from socialmap.views.context import Context, Site
from socialmap.views.routes import links_from

ROUTE = "search/finder.json"
INDEXES = "pagefind"
WORDS = "words"
SCALE = 100_000
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def stage_finder(site: Site, staging: Staging, *, indexes: Mapping[str, Path | None]) -> None:
    """The file into the staging; `indexes` are per language the folder of a new index, none for one that is kept."""
    documents = {
        language: _new_documents(folder) if folder else _kept_documents(staging, f"{INDEXES}/{language}")
        for language, folder in indexes.items()
    }
    context = Context(site, links_from(site.routes, "search", language=site.language))
    staging.write(ROUTE, write_finder(build_finder(context=context), documents=documents))


def keep_finder(staging: Staging) -> None:
    """The file as it was published, beside the indexes that are kept."""
    staging.keep_tree(ROUTE.partition("/")[0])


def _new_documents(folder: Path) -> Iterator[str]:
    return (path.parent.name for path in folder.glob(f"{WORDS}/*/0.js"))


def _kept_documents(staging: Staging, prefix: str) -> Iterator[str]:
    cards = (route.split("/")[-3:] for route in staging.manifest.below(prefix))
    return (order for folder, order, name in cards if folder == WORDS and name == "0.js")


def write_finder(finder: Finder, *, documents: Mapping[str, Iterable[str]]) -> bytes:
    """The finder as JSON without needless bytes: what many services share stands once, points are whole numbers.

    `documents` are per language the name of the order in which its index has the services.
    """
    places = [place for service in finder.services for place in service.places]
    hours = {word: at for at, word in enumerate(sorted({place.hours for place in places if place.hours}))}
    points = {point: at for at, point in enumerate(sorted({place.point for place in places if place.point}))}
    origin = min(points, default=(0.0, 0.0))
    table = {
        "documents": {language: checksum(ids) for language, ids in documents.items()},
        "languages": {language: _presence(finder.services, language) for language in documents},
        "origin": _whole(origin),
        "points": [number for point in points for number in _offset(point, origin)],
        "hours": list(hours),
        "services": ";".join(_service(service, hours, points) for service in finder.services),
        "neighbourhoods": {name: _offset(point, origin) for name, point in sorted(finder.neighbourhoods.items())},
        "postcodes": {code: _offset(point, origin) for code, point in sorted(finder.postcodes.items())},
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def checksum(documents: Iterable[str]) -> int:
    """A number for these names, as a browser can work it out: an index has one, for the order of its services."""
    found = 0
    for character in "".join(sorted(documents)):
        found = (found * 31 + ord(character)) % 2**32
    return found


def _presence(services: Iterable[FinderService], language: str) -> str:
    """A digit for each service, 1 where the language has it; empty when it has all."""
    digits = "".join("01"[language in service.languages] for service in services)
    return digits if "0" in digits else ""


def _service(service: FinderService, hours: Mapping[str, int], points: Mapping[Point, int]) -> str:
    places = (
        (base36(hours[place.hours]) if place.hours else "") + (f"@{base36(points[place.point])}" if place.point else "")
        for place in service.places
    )
    return ("*" if service.wide else "") + ",".join(places)


def base36(number: int) -> str:
    """A whole number in the digits that `parseInt(…, 36)` reads."""
    head, last = divmod(number, 36)
    return (base36(head) if head else "") + DIGITS[last]


def _whole(point: Point) -> tuple[int, int]:
    return round(point[0] * SCALE), round(point[1] * SCALE)


def _offset(point: Point, origin: Point) -> tuple[int, int]:
    (lat, lon), (lat0, lon0) = _whole(point), _whole(origin)
    return lat - lat0, lon - lon0
