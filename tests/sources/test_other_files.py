"""Vocabularies, holidays, outlines and postcodes: read as values, with every fault placed."""

from pathlib import Path

import pytest

from socialmap.model.boundary import Boundary, PostcodeArea
from socialmap.problems import Place, Problem
from socialmap.sources.boundaries import load_boundaries, load_postcodes
from socialmap.sources.folder import read_file
from socialmap.sources.holidays import load_holidays
from socialmap.sources.settings import read_settings
from socialmap.sources.vocabularies import load_terms
from socialmap.sources.words import read_words
from sources.site import write

WORDS = read_words("nl")
SQUARE = "[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]"
RING = ((5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.0))


def test_terms_keep_their_order_and_may_name_others_by_label(tmp_path: Path) -> None:
    files = {
        "taxonomies/themes.yml": "- id: wonen\n  naam: Wonen en huis\n- id: geld\n  naam: Geld\n  valt_onder: wonen\n",
        "taxonomies/life-questions.yml": "- id: vraag\n  naam: Vraag\n  themas: [Wonen en huis, geld]\n",
    }
    terms, problems = load_terms(write(tmp_path, files), words=WORDS)
    assert problems == ()
    assert [(term.vocabulary, term.values["id"]) for term in terms] == [
        ("life_questions", "vraag"),
        ("themes", "wonen"),
        ("themes", "geld"),
    ]
    assert terms[0].values["themes"] == ["wonen", "geld"]
    assert (terms[2].origin.line, terms[2].origin.row) == (3, 2)


def test_a_term_naming_something_unknown_is_told_with_a_suggestion(tmp_path: Path) -> None:
    files = {"taxonomies/themes.yml": "- id: geld\n  naam: Geld\n  valt_onder: wone\n- id: wonen\n  naam: Wonen\n"}
    ((problem,),) = (load_terms(write(tmp_path, files), words=WORDS)[1],)
    assert (problem.code, problem.path, problem.suggestion) == ("SM302", ("parent",), "wonen")


def test_holidays_in_dutch_and_english_keys_are_the_same(tmp_path: Path) -> None:
    dutch = "feestdagen:\n  - {datum: 25-12-2026, naam: Kerst, naam@en: Christmas}\n"
    english = "public:\n  - {date: 2026-12-25, name: Kerst, name@en: Christmas}\n"
    found = [load_holidays(write(tmp_path, {"holidays.yml": text}), words=WORDS) for text in (dutch, english)]
    expected = {"public": [{"date": "2026-12-25", "name": {"nl": "Kerst", "en": "Christmas"}}]}
    assert found == [(expected, ())] * 2


def test_no_holidays_is_no_fault(tmp_path: Path) -> None:
    assert load_holidays(tmp_path, words=WORDS) == ({}, ())


def test_outlines_of_one_and_of_more_parts(tmp_path: Path) -> None:
    one = f'{{"properties": {{"id": "oost"}}, "geometry": {{"type": "Polygon", "coordinates": [{SQUARE}]}}}}'
    two = f"[[{SQUARE}], [{SQUARE}]]"
    more = f'{{"properties": {{"name": "Oud Zuid"}}, "geometry": {{"type": "MultiPolygon", "coordinates": {two}}}}}'
    files = {"boundaries/a.geojson": f'{{"features": [{one}, {more}]}}', "boundaries/leesmij.txt": "x"}
    found, problems = load_boundaries(write(tmp_path, files))
    assert problems == ()
    assert found == (Boundary("oost", (RING,)), Boundary("oud-zuid", (RING, RING)))


def test_real_outlines_are_read_whole(shared: Path, tmp_path: Path) -> None:
    files = {"boundaries/a.geojson": (shared / "boundaries" / "cth-utrecht.geojson").read_bytes()}
    found, problems = load_boundaries(write(tmp_path, files))
    assert problems == ()
    assert found
    assert all(boundary.neighbourhood and boundary.rings for boundary in found)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"features": [{}]}', '{"features": 1}', "[" * 100_000, '{"features": [{"geometry": null}]}'],
)
def test_a_faulty_outline_is_told(tmp_path: Path, text: str) -> None:
    found, problems = load_boundaries(write(tmp_path, {"boundaries/a.geojson": text}))
    assert (found, problems) == ((), (Problem("SM125", Place("boundaries/a.geojson")),))


def test_postcodes_in_any_dialect(tmp_path: Path) -> None:
    text = "postcode,lat,lon,plaats\r\n8951,52.5,5.2,Voorbeeldstad\r\n"
    found = load_postcodes(write(tmp_path, {"postcodes.csv": text.encode("utf-8-sig")}))
    assert found == ({"8951": PostcodeArea("8951", 52.5, 5.2, "Voorbeeldstad")}, ())


@pytest.mark.parametrize(
    "text", ["postcode;lat\n8951;52.5\n", "postcode;lat;lon\n8951;a;b\n", "postcode;lat;lon\n8951\n"]
)
def test_a_faulty_postcode_is_told_by_line(tmp_path: Path, text: str) -> None:
    found = load_postcodes(write(tmp_path, {"postcodes.csv": text}))
    assert found == ({}, (Problem("SM126", Place("postcodes.csv", 2)),))


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"a": b"x" * 11})
    found = read_file(tmp_path, "a", limit=10)
    assert isinstance(found, Problem)
    assert (found.code, found.params) == ("SM105", {"limit": "10"})


@pytest.mark.parametrize("file", ["weg.yml", ".", "a/../b"])
def test_what_is_no_plain_file_is_not_read(tmp_path: Path, file: str) -> None:
    found = read_file(tmp_path, file, limit=10)
    assert isinstance(found, Problem)
    assert found.code == "SM110"


@pytest.mark.parametrize(
    ("text", "options"),
    [
        (
            "site_name: A\nplugins:\n  - search\n  - socialmap:\n      region: noord\n",
            {"region": "noord", "site_name": "A"},
        ),
        ("plugins:\n  socialmap:\n    region: noord\n", {"region": "noord"}),
        ("plugins: [socialmap]\nsite_url: https://x.example\n", {"site_url": "https://x.example"}),
        ("plugins:\n", {}),
    ],
)
def test_settings_come_from_every_way_to_write_plugins(tmp_path: Path, text: str, options: dict[str, object]) -> None:
    path = write(tmp_path, {"mkdocs.yml": text}) / "mkdocs.yml"
    assert read_settings(path) == options
