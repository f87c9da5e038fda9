"""Outlines of neighbourhoods and points of postcodes, from `boundaries/*.geojson` and `postcodes.csv`."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from socialmap.model.boundary import Boundary, PostcodeArea, Ring
from socialmap.problems import Place, Problem, fault
from socialmap.sources.folder import MAX_TABLE_BYTES, list_files, read_file
from socialmap.text.tables import decode, delimiter_of
from socialmap.text.words import slugify

MAX_BYTES = 20_000_000


def load_boundaries(root: Path, /) -> tuple[tuple[Boundary, ...], tuple[Problem, ...]]:
    """The outline of each neighbourhood, by the id or name of its feature."""
    found: list[Boundary] = []
    problems: list[Problem] = []
    for file in list_files(root, "boundaries"):
        if not file.endswith((".geojson", ".json")):
            continue
        content = read_file(root, file, limit=MAX_BYTES)
        if isinstance(content, Problem):
            problems.append(content)
            continue
        try:
            found.extend(_boundaries(json.loads(content.content)))
        except (ValueError, LookupError, TypeError, RecursionError):
            problems.append(fault("SM125", Place(file)))
    return tuple(found), tuple(problems)


def load_postcodes(root: Path, /) -> tuple[dict[str, PostcodeArea], tuple[Problem, ...]]:
    """The point of each postcode area; empty without `postcodes.csv`."""
    if not (root / "postcodes.csv").exists():
        return {}, ()
    content = read_file(root, "postcodes.csv", limit=MAX_TABLE_BYTES)
    if isinstance(content, Problem):
        return {}, (content,)
    text = decode(content.content)
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter_of(text.split("\n", 1)[0]))
    try:
        areas = [
            PostcodeArea(row["postcode"].strip(), float(row["lat"]), float(row["lon"]), row.get("plaats") or "")
            for row in rows
        ]
    except (KeyError, ValueError, TypeError, AttributeError, csv.Error):
        return {}, (fault("SM126", Place("postcodes.csv", rows.line_num)),)
    return {area.code: area for area in areas}, ()


def _boundaries(value: object) -> Iterator[Boundary]:
    if not isinstance(value, dict):
        raise TypeError("no GeoJSON object")
    for feature in value["features"]:
        properties = feature.get("properties") or {}
        name = slugify(str(properties.get("id") or properties["name"]))
        yield Boundary(name, tuple(_rings(feature["geometry"])))


def _rings(geometry: dict[str, object]) -> Iterator[Ring]:
    parts = geometry["coordinates"]
    polygons = parts if geometry["type"] == "MultiPolygon" else [parts]
    for polygon in polygons if isinstance(polygons, list) else ():
        for ring in polygon:
            yield tuple((float(point[0]), float(point[1])) for point in ring)
