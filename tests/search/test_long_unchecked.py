"""What nobody checked for twice as long as should be comes after an equally good answer that is kept right."""

import json
import shutil
from pathlib import Path

import pytest

from demo_site.building import REPOSITORY, Built, build
from demo_site.scripts import run_module
from socialmap.pipeline.asking import search_site

RANKING = REPOSITORY / "site_overrides" / "components" / "search" / "ranking.js"
RANK = """export default ({ rank }, { old }) => rank(
  { concepts: [{ light: 0, alternatives: [{ words: new Map([[0, 1]]), factor: 1 }] }], spans: [] },
  { size: 3, places: () => [['name', [0, 1]], ['summary', [2]]], lengths: '222', old: new Set(old) },
).map(({ id }) => id);"""
SETTINGS = "site_name: X\nplugins: [{socialmap: {municipality: Voorbeeldstad, languages: [nl], today: 2026-11-02}}]\n"
SERVICE = """naam: Naaikring {name}
samenvatting: Samen naaien in de buurt.
soort: [activiteit]
themas: [ontmoeten]
rol: loket
gecontroleerd_op: {day}
"""
ROLE = "naam: Loket\nsoort: loket\nemail: loket@x.example\ngecontroleerd_op: 2026-10-01\n"


@pytest.mark.parametrize(("old", "ids"), [([], [0, 1, 2]), ([0], [1, 0, 2]), ([0, 1], [0, 1, 2])])
def test_a_long_unchecked_place_sinks_below_its_equals_and_not_below_lesser_answers(
    old: list[int], ids: list[int]
) -> None:
    assert json.loads(run_module(RANKING, RANK, {"old": old})) == ids


def town(folder: Path, *, anna: str, bea: str) -> Built:
    """A site of two equal services, each checked on a day."""
    root = folder / "town"
    shutil.copytree(REPOSITORY / "data" / "taxonomies", root / "data" / "taxonomies")
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    for folder_name in ("aanbod", "rollen"):
        (root / "data" / folder_name).mkdir()
    (root / "data" / "rollen" / "loket.yml").write_text(ROLE, "utf-8")
    for name, day in (("Anna", anna), ("Bea", bea)):
        file = root / "data" / "aanbod" / f"naaikring-{name.lower()}.yml"
        file.write_text(SERVICE.format(name=name, day=day), "utf-8")
    return build(root, into=folder / "built")


@pytest.mark.parametrize(
    ("anna", "found"),
    [("2026-10-01", ["naaikring-anna", "naaikring-bea"]), ("2026-02-15", ["naaikring-bea", "naaikring-anna"])],
)
def test_the_index_of_a_site_lowers_what_is_twice_past_its_day(tmp_path: Path, anna: str, found: list[str]) -> None:
    site = town(tmp_path, anna=anna, bea="2026-10-01")
    assert [hit.slug for hit in search_site(site.project, "naaikring").hits] == found
