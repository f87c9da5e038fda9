"""The municipality's neighbourhoods from a GeoJSON file: their terms and their outlines; called by `create`.

Files of statistics offices name things each in their own way, so the usual names of properties are all read, and the
outlines are written again with only an id and a name (RFC 7946).
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from socialmap.scaffold.outcome import Refusal
from socialmap.scaffold.reading import read_given
from socialmap.text.words import slugify

TERMS: Final = "data/taxonomies/neighbourhoods.yml"
OUTLINES: Final = "data/boundaries/neighbourhoods.geojson"
MEGABYTES: Final = 20
NAMES: Final = ("naam", "name", "buurtnaam", "bu_naam", "wijknaam", "wk_naam", "statnaam")
CODES: Final = ("buurtcode", "bu_code", "wijkcode", "wk_code", "statcode")
SHAPES: Final = ("Polygon", "MultiPolygon")

AMBIGUOUS = re.compile(r"[\d-]+|null|true|false|yes|no|on|off|y|n")


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """One outline: its id, its name, the statistics office's code when known, and its geometry as read."""

    id: str
    name: str
    code: str
    geometry: Mapping[str, object]


def neighbourhood_files(path: Path | None, /) -> Mapping[str, bytes] | Refusal:
    """The vocabulary and the outlines of a GeoJSON file; nothing without a file."""
    if path is None:
        return {}
    content = read_given(path, megabytes=MEGABYTES)
    found = content if isinstance(content, Refusal) else read_neighbourhoods(content, file=str(path))
    if isinstance(found, Refusal):
        return found
    return {TERMS: write_terms(found).encode(), OUTLINES: _outlines(found).encode()}


def read_neighbourhoods(content: bytes, /, *, file: str) -> tuple[Neighbourhood, ...] | Refusal:
    """The neighbourhoods in the bytes of a GeoJSON file, in its order; an outline in parts keeps its parts."""
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Refusal("not_geojson", {"file": file})
    features = value.get("features") if isinstance(value, dict) else None
    if not isinstance(features, list) or not features:
        return Refusal("not_geojson", {"file": file})
    return _neighbourhoods(features, file=file)


def _neighbourhoods(features: list[object], *, file: str) -> tuple[Neighbourhood, ...] | Refusal:
    found: list[Neighbourhood] = []
    for number, feature in enumerate(features, 1):
        read = _neighbourhood(feature, number=number, file=file)
        if isinstance(read, Refusal):
            return read
        found.append(read)
    return tuple(found)


def _neighbourhood(feature: object, /, *, number: int, file: str) -> Neighbourhood | Refusal:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(geometry, dict) or geometry.get("type") not in SHAPES:
        return Refusal("not_geojson", {"file": file})
    points = list(_points(geometry.get("coordinates")))
    if not points:
        return Refusal("not_geojson", {"file": file})
    if not all(abs(east) <= 180 and abs(north) <= 90 for east, north in points):
        return Refusal("not_wgs84", {"file": file})
    words = _words(feature.get("properties"))
    name = _first(words, NAMES)
    if not slugify(name):
        return Refusal("neighbourhood_without_name", {"file": file, "number": str(number)})
    return Neighbourhood(
        slugify(name), name, _first(words, CODES), {key: geometry[key] for key in ("type", "coordinates")}
    )


def _points(coordinates: object) -> Iterator[tuple[float, float]]:
    """Every point of nested rings; not recursive, so that no file is nested too deep for it."""
    waiting = [coordinates]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list) and len(value) >= 2 and all(isinstance(each, int | float) for each in value):
            yield value[0], value[1]
        elif isinstance(value, list):
            waiting.extend(value)


def _words(properties: object) -> Mapping[str, str]:
    """The properties that are words, by their name in small letters, without what does not print."""
    given = properties.items() if isinstance(properties, dict) else ()
    return {str(name).lower(): _clean(value) for name, value in given if isinstance(value, str)}


def _clean(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]


def _first(words: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((words[name] for name in names if words.get(name)), "")


def write_terms(found: tuple[Neighbourhood, ...], /) -> str:
    """The vocabulary as YAML, each neighbourhood once; a JSON string is a YAML string too."""
    first: dict[str, Neighbourhood] = {}
    for each in found:
        first.setdefault(each.id, each)
    return "".join(_term(each) for each in first.values())


def _term(each: Neighbourhood) -> str:
    lines = [f"- id: {_plain(each.id)}", f"  naam: {json.dumps(each.name, ensure_ascii=False)}"]
    code = [f"  cbs_code: {json.dumps(each.code, ensure_ascii=False)}"] if each.code else []
    return "\n".join((*lines, *code, ""))


def _plain(word: str) -> str:
    """A word as YAML that no reader takes for something else than a word."""
    return json.dumps(word) if AMBIGUOUS.fullmatch(word) else word


def _outlines(found: tuple[Neighbourhood, ...]) -> str:
    features = ",\n".join(json.dumps(_feature(each), ensure_ascii=False) for each in found)
    return f'{{"type": "FeatureCollection", "features": [\n{features}\n]}}\n'


def _feature(each: Neighbourhood) -> Mapping[str, object]:
    return {"type": "Feature", "properties": {"id": each.id, "name": each.name}, "geometry": each.geometry}
