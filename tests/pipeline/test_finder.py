"""The file of hours and points: what stands in it, what never may, and that it goes with its own index only."""

import csv
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from demo_site.building import REPOSITORY, Built
from socialmap.derive.places import public_point, starts
from socialmap.model.boundary import Boundary, PostcodeArea
from socialmap.pipeline.finder import ROUTE, base36, checksum, write_finder
from socialmap.views.build_finder import Finder, FinderPlace, FinderService

READ = """
const { readFinder, serviceState, nearest, metresBetween } = await import(process.argv[1]);
const { table, language, documents, from } = JSON.parse(process.argv[2]);
const services = readFinder(table).services(language, documents);
console.log(JSON.stringify(services && services.map((service) => ({
  wide: service.wide, near: nearest(service, from),
  states: service.places.map((_, at) => serviceState(service, { day: 20780, minute: 600 }, at)?.state ?? null),
}))));
"""
SMALL = Finder(
    (
        FinderService(
            "a", ("nl", "en"), (FinderPlace("01234:540-750", (52.5, 5.2)), FinderPlace("", (52.6, 5.2))), True
        ),
        FinderService("b", ("nl",), (FinderPlace("a", None),), True),
        FinderService("c", ("nl", "en"), (FinderPlace("01234:540-750", (52.55, 5.25)),), False),
    ),
    {"noord": (52.51, 5.21)},
    {"8951": (52.52, 5.22)},
)


def table(finder: Finder, **documents: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write_finder(finder, documents=documents))
    return found


def in_browser(found: dict[str, Any], language: str, documents: list[str]) -> Any:
    """What the browser's module makes of the file, on Monday 23 November 2026 at ten."""
    asked = json.dumps(
        {"table": found, "language": language, "documents": documents, "from": {"lat": 52.5, "lon": 5.2}}
    )
    module = REPOSITORY / "site_overrides" / "components" / "search" / "finder.js"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", READ, str(module), asked], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_a_browser_reads_hours_and_points_per_place() -> None:
    found = in_browser(table(SMALL, nl=["x", "y", "z"]), "nl", ["z", "x", "y"])
    assert [each["wide"] for each in found] == [True, True, False]
    assert [each["states"] for each in found] == [["open", None], ["appointment"], ["open"]]
    assert found[0]["near"] == {"metres": 0, "number": 0}
    assert found[1]["near"] is None
    assert found[2]["near"]["metres"] == pytest.approx(6514, abs=15)


def test_a_language_has_only_its_own_services() -> None:
    found = in_browser(table(SMALL, nl=["x", "y", "z"], en=["p", "q"]), "en", ["p", "q"])
    assert [each["wide"] for each in found] == [True, False]


def test_it_is_not_used_with_another_index() -> None:
    found = table(SMALL, nl=["x", "y", "z"])
    assert in_browser(found, "nl", ["x", "y"]) is None
    assert in_browser(found, "nl", ["x", "y", "w"]) is None


def test_hours_and_points_that_services_share_stand_once() -> None:
    found = table(SMALL, nl=["x"])
    assert found["hours"] == ["01234:540-750", "a"]
    assert found["points"] == [0, 0, 5000, 5000, 10000, 0]
    assert found["services"] == "*0@0,@2;*1;0@1"
    assert found["postcodes"] == {"8951": [2000, 2000]}


def test_numbers_are_written_as_browsers_read_them() -> None:
    assert [int(base36(number), 36) for number in (0, 35, 36, 1295, 46655, 123456)] == [0, 35, 36, 1295, 46655, 123456]
    assert checksum(["b", "a"]) == checksum(["a", "b"]) != checksum(["a", "c"])


def test_no_secret_place_has_a_point(demo: Built) -> None:
    found = json.loads((demo.root / ROUTE).read_text("utf-8"))
    shown = {(point[0], point[1]) for point in zip(found["points"][::2], found["points"][1::2], strict=True)}
    north, east = found["origin"]
    secret = [
        each for each in demo.catalogue.locations.values() if each.confidential and each.latitude and each.longitude
    ]
    assert secret
    for each in secret:
        assert public_point(each) is None
        assert each.latitude and each.longitude
        assert (round(each.latitude * 100_000) - north, round(each.longitude * 100_000) - east) not in shown


def test_of_the_postcodes_of_the_whole_country_those_around_are_left(shared: Path) -> None:
    with (shared / "postcodes-nl" / "4pp.csv").open(encoding="utf-8", newline="") as table:
        areas = [
            PostcodeArea(row["postcode"], float(row["latitude"]), float(row["longitude"]))
            for row in csv.DictReader(table)
            if row["latitude"] and row["longitude"]
        ]
    centre = Boundary("centrum", (((5.11, 52.08), (5.13, 52.08), (5.13, 52.10), (5.11, 52.10)),))
    found = starts([centre], areas, locations=[]).postcodes
    assert ("3511" in found, "1011" in found) == (True, False)
    assert len(found) <= 500 < len(areas)
