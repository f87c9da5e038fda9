"""The words that an editor keeps for the search: each list is well-formed, and the expectations can be met at all."""

import csv
from collections import Counter
from itertools import chain
from typing import Any

import pytest
import yaml

from demo_site.building import REPOSITORY

SEARCH = REPOSITORY / "data" / "search"
LISTS = sorted(SEARCH.glob("synonyms*.yml"))
KEYS = {"zoek", "eerste", "vindt", "niet", "taal", "wijk", "soort"}


def read(name: str) -> Any:
    return yaml.safe_load((SEARCH / name).read_text("utf-8"))


def terms(group: Any) -> list[Any]:
    return [*group["woorden"], *group["alleen"]] if isinstance(group, dict) else group


def themes_of() -> dict[str, list[str]]:
    data = REPOSITORY / "data"
    with (data / "aanbod.csv").open(encoding="utf-8-sig", newline="") as table:
        found = {row["id"]: row["themas"].split(";") for row in csv.DictReader(table, delimiter=";")}
    files = chain((data / "aanbod").glob("*.yml"), (data / "national" / "aanbod").glob("*.yml"))
    return found | {path.stem: yaml.safe_load(path.read_text("utf-8"))["themas"] for path in files}


@pytest.mark.parametrize("name", [path.name for path in LISTS])
def test_each_group_has_words_that_can_find_each_other(name: str) -> None:
    groups = read(name)["groepen"]
    assert [group for group in groups if not all(isinstance(term, str) and term.strip() for term in terms(group))] == []
    assert [group for group in groups if len(set(terms(group))) < max(2, len(terms(group)))] == []
    assert [group for group in groups if isinstance(group, dict) and group.keys() != {"woorden", "alleen"}] == []


def test_the_dutch_list_is_a_general_vocabulary() -> None:
    assert read("synonyms.yml")["taal"] == "nl"
    assert len(read("synonyms.yml")["groepen"]) >= 400


def test_every_expectation_names_services_that_exist() -> None:
    known = themes_of().keys()
    found = read("expectations.yml")["verwachtingen"]
    assert [one for one in found if not one.keys() <= KEYS or not one.keys() & {"vindt", "niet"}] == []
    assert [one for one in found if {*one.get("vindt", ()), *one.get("niet", ())} - known] == []
    assert [one for one in found if len(one.get("vindt", ())) > one["eerste"]] == []


def test_the_expectations_cover_every_theme_and_every_way_of_asking() -> None:
    found = read("expectations.yml")["verwachtingen"]
    themes = themes_of()
    counts = Counter(one["soort"] for one in found)
    wanted = {"typefout": 40, "synoniem": 40, "samenstelling": 30, "zin": 15}
    assert {kind: counts[kind] for kind in wanted if counts[kind] < wanted[kind]} == {}
    asked = {theme for one in found for name in one.get("vindt", ()) for theme in themes[name]}
    known = yaml.safe_load((REPOSITORY / "data" / "taxonomies" / "themes.yml").read_text("utf-8"))
    assert asked == {theme["id"] for theme in known}
