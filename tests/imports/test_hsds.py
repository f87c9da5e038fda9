"""The official HSDS 3.0 examples come in as JSON (one, a page, full) and in tabular form."""

import json
from pathlib import Path

import pytest

from imports.imported import Importer, validate
from socialmap.imports import ImportOutcome
from socialmap.imports.hsds_hours import schedule_texts
from socialmap.imports.outcome import LeftOut

EXAMPLES = [
    ("service_full.json", 3, {"organization", "location", "service"}),
    ("service_list.json", 2, {"organization", "service"}),
    ("organization_full.json", 3, {"organization", "location", "service"}),
    ("organization_list.json", 1, {"organization"}),
    ("service_at_location_full.json", 3, {"organization", "location", "service"}),
    ("service_at_location_list.json", 3, {"organization", "location", "service"}),
    ("location.json", 1, {"location"}),
    ("tabular.json", 3, {"organization", "location", "service"}),
]


def made(outcome: ImportOutcome) -> set[str]:
    """The record types written, besides the role that the mapping brings."""
    return {str(kind) for kind in outcome.records or {}} - {"role"}


@pytest.mark.parametrize(("name", "rows", "kinds"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_an_official_example_comes_in_whole(
    shared: Path, importer: Importer, name: str, rows: int, kinds: set[str]
) -> None:
    outcome = importer.run("hsds", shared / "hsds-3.0" / "examples" / name, "hsds-3.0")
    assert (outcome.rows_in, outcome.rows_out, outcome.refused, outcome.left_out.others) == (rows, rows, (), 0)
    assert made(outcome) == kinds
    loaded = importer.read_back()
    assert loaded.problems == ()
    assert [p for record in loaded.records for p in validate(record.type, record.values, record.origin)] == []


@pytest.mark.parametrize("name", ["base.json", "taxonomy.json", "taxonomy_list.json", "taxonomy_term.json"])
def test_objects_of_other_types_are_counted_apart(shared: Path, importer: Importer, name: str) -> None:
    outcome = importer.run("hsds", shared / "hsds-3.0" / "examples" / name, "hsds-3.0")
    assert (outcome.rows_in, outcome.rows_out, outcome.left_out) == (0, 0, LeftOut(others=1))


def test_the_tabular_folder_gives_the_same_service_as_json(shared: Path, tmp_path: Path) -> None:
    examples = shared / "hsds-3.0" / "examples"
    folder, whole = Importer(tmp_path / "a"), Importer(tmp_path / "b")
    folder.run("hsds", examples, "hsds-3.0")
    whole.run("hsds", examples / "tabular.json", "hsds-3.0")
    name = "services/community-counselling.yml"
    assert folder.file(name) == whole.file(name)


def test_a_full_service_keeps_what_residents_need(shared: Path, importer: Importer) -> None:
    importer.run("hsds", shared / "hsds-3.0" / "examples" / "service_full.json", "hsds-3.0")
    service = importer.file("services/community-counselling.yml")
    assert isinstance(service, dict)
    assert service["organization"] == "example-organization-inc"
    assert service["phones"][0]["number"] == "+44 1234 234567 ext. 100"
    assert (service["minimum_age"], service["maximum_age"]) == ("12", "100")
    assert (service["assured_date"], service["last_modified"]) == ("2005-01-01", "2023-03-15")
    assert service["cost"]["kind"] == "amount"
    assert service["cost"]["note"].startswith("Under 18s and Over 60s: 35 GBP per 1 hour session; Non-NHS patients")
    assert service["locations"][0]["location"] == "mycity-civic-center"
    assert service["alert"].startswith("Following COVID-19")
    assert service["interpreter"] == "true"


def test_an_impossible_point_is_set_aside_as_a_pair(shared: Path, importer: Importer) -> None:
    importer.run("hsds", shared / "hsds-3.0" / "examples" / "location.json", "hsds-3.0")
    location = importer.file("locations/mycity-civic-center.yml")
    assert isinstance(location, dict)
    assert "latitude" not in location
    assert "longitude" not in location
    assert location["note"].endswith(
        "Kept from the import, latitude: 100\nKept from the import, longitude: 101",
    )


def test_a_contact_person_never_comes_in(shared: Path, importer: Importer) -> None:
    outcome = importer.run("hsds", shared / "hsds-3.0" / "examples" / "organization_full.json", "hsds-3.0")
    assert {p.params["value"] for p in outcome.notes if p.code == "import-left-out"} == {"Reception Manager"}
    assert not any("Ann Persona" in path.read_text("utf-8") for path in importer.into.rglob("*.yml"))


@pytest.mark.parametrize("text", ["{", "[" * 200_000, "\x00"], ids=["open", "deep", "nul"])
def test_what_is_no_json_stops_the_import(importer: Importer, tmp_path: Path, text: str) -> None:
    source = tmp_path / "x.json"
    source.write_text(text, "utf-8")
    outcome = importer.run("hsds", source, "hsds-3.0")
    assert [problem.code for problem in outcome.stopped] == ["import-json"]
    assert not importer.into.exists()


def test_a_reference_to_a_refused_location_is_left_out_and_told(importer: Importer, tmp_path: Path) -> None:
    service = {
        "id": "s",
        "name": "Walk-in",
        "organization": {"id": "o", "name": "Org", "website": "https://example.org"},
        "service_at_locations": [{"location": {"id": "l", "name": "", "location_type": "physical"}}],
    }
    source = tmp_path / "x.json"
    source.write_text(json.dumps(service), "utf-8")
    outcome = importer.run("hsds", source, "hsds-3.0")
    assert (outcome.rows_in, outcome.rows_out, len(outcome.refused)) == (3, 2, 1)
    assert [(p.code, p.params["key"]) for p in outcome.notes] == [("import-refers", "l")]
    written = importer.file("services/walk-in.yml")
    assert isinstance(written, dict)
    assert "locations" not in written


@pytest.mark.parametrize(
    ("schedule", "hours"),
    [
        ({"freq": "WEEKLY", "byday": "TH,FR", "opens_at": "10:00:00", "closes_at": "18:00:00"}, "do,vr 10:00-18:00"),
        (
            {"freq": "MONTHLY", "byday": "3TU", "opens_at": "17:00", "closes_at": "19:00"},
            "3e di van de maand 17:00-19:00",
        ),
        ({"freq": "WEEKLY", "interval": 2, "byday": "TH", "opens_at": "10:00", "closes_at": "18:00"}, ""),
        ({"freq": "WEEKLY", "byday": "TH", "until": "2005-01-01", "opens_at": "10:00", "closes_at": "18:00"}, ""),
    ],
)
def test_a_schedule_is_hours_only_when_it_repeats_without_end(schedule: dict[str, object], hours: str) -> None:
    assert schedule_texts([schedule])[0] == hours  # type: ignore[list-item]
