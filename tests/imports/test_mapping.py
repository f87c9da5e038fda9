"""A mapping says in a steward's words what a table means; what it says wrong is told before any row is read."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from imports.imported import Importer
from socialmap.imports import report_lines
from socialmap.imports.outcome import LeftOut, Made, read_messages
from socialmap.problems import Place

ROLE = {"type": "role", "id": "desk", "name": "Desk", "kind": "desk"}
CSV = 'Name ,Point,Site,Open,Tags\nCafé <b>Één</b>,"52.1, 5.2",<a href="http://a.example">A</a>,Yes,x; y\n'


def mapping(fields: Mapping[str, object], **table: object) -> dict[str, object]:
    """A mapping that makes a location of each row."""
    record = {"type": "location", "fields": fields}
    return {"language": "en", "defaults": {"role": "desk"}, "also": [ROLE], "tables": [{"records": [record], **table}]}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small foreign table."""
    path = tmp_path / "t.csv"
    path.write_text(CSV, "utf-8")
    return path


def test_cells_are_cleaned_split_and_translated(importer: Importer, source: Path) -> None:
    fields = {
        "name": "Name",
        "latitude": {"column": "Point", "split": ",", "pick": "1"},
        "longitude": {"column": "Point", "split": ",", "pick": "2"},
        "url": "Site",
        "wifi": {"column": "Open", "values": {"yes": "true"}},
        "description": [{"column": "Tags", "label": "Tags"}, {"text": "Imported."}],
    }
    outcome = importer.run("csv", source, mapping(fields))
    assert outcome.stopped == ()
    assert importer.file("locations/cafe-een.yml") == {
        "name": "Café Één",
        "role": "desk",
        "latitude": "52.1",
        "longitude": "5.2",
        "url": "http://a.example",
        "wifi": "true",
        "description": "Tags: x; y\n\nImported.",
    }


def test_an_unknown_column_is_named_with_what_was_probably_meant(importer: Importer, source: Path) -> None:
    outcome = importer.run("csv", source, mapping({"name": "Naem"}))
    assert [(p.code, p.place, p.params["column"], p.suggestion) for p in outcome.stopped] == [
        ("import-column", Place("mapping.yml", field="name"), "Naem", "Name")
    ]
    assert not importer.into.exists()


def test_an_unknown_field_is_named_with_what_was_probably_meant(importer: Importer, source: Path) -> None:
    outcome = importer.run("csv", source, mapping({"name": "Name", "adress": "Site"}))
    assert [(p.code, p.params["key"], p.suggestion) for p in outcome.stopped] == [
        ("import-field", "adress", "address"),
    ]


def test_every_wrong_setting_is_told_at_once(importer: Importer, source: Path) -> None:
    wrong = {"tables": [{"records": [{"type": "place", "fields": {}}], "fiel": "x"}]}
    outcome = importer.run("csv", source, wrong)
    assert {(p.code, p.place.field, p.path, p.suggestion) for p in outcome.stopped} == {
        ("import-mapping-choice", "tables.0.records.0.type", ("tables", 0, "records", 0, "type"), ""),
        ("import-mapping-unknown", "tables.0.fiel", ("tables", 0, "fiel"), "file"),
    }


def test_a_value_that_the_mapping_does_not_list_refuses_the_row(importer: Importer, source: Path) -> None:
    fields = {"name": "Name", "wifi": {"column": "Open", "values": {"No": "false"}}}
    outcome = importer.run("csv", source, mapping(fields))
    assert [(p.code, p.params, p.place.field) for row in outcome.refused for p in row.why] == [
        ("import-value", {"value": "Yes"}, "Open")
    ]


def test_columns_that_nobody_uses_are_told(importer: Importer, source: Path) -> None:
    outcome = importer.run("csv", source, mapping({"name": "Name"}, leave_out=["Tags"]))
    assert [column.column for column in outcome.columns if not column.used] == ["Point", "Site", "Open"]


def test_rows_that_the_mapping_skips_are_counted(importer: Importer, source: Path) -> None:
    outcome = importer.run("csv", source, mapping({"name": "Name"}, skip_when={"Open": "Yes"}))
    assert (outcome.rows_in, outcome.rows_out, outcome.left_out) == (0, 0, LeftOut(skipped=1))


def test_equal_names_get_ids_of_their_own_in_row_order(importer: Importer, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Name\nIndex\nHuis\nHUIS\nhuis!\n東京\n", "utf-8")
    outcome = importer.run("csv", path, mapping({"name": "Name"}))
    assert (outcome.records or {})["location"] == ("index-2", "huis", "huis-2", "huis-3", "location-5")


def test_rows_of_one_organization_make_it_once_and_differences_are_told(importer: Importer, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Org,Mail,Place\nA,a@x.nl,P\nA,a@x.nl,Q\nA,b@x.nl,R\n", "utf-8")
    organization = {"type": "organization", "shared": "true", "fields": {"name": "Org", "email": "Mail"}}
    location = {"type": "location", "fields": {"name": "Place", "organization": {"same_row": "organization"}}}
    document = {**mapping({}), "tables": [{"records": [organization, location]}]}
    outcome = importer.run("csv", path, document)
    assert (outcome.rows_in, outcome.rows_out) == (3, 3)
    assert (outcome.records or {})["organization"] == ("a",)
    assert outcome.made == Made(several=3, shared=1, beside=1)
    assert [(p.code, p.place.line, p.params["id"]) for p in outcome.notes] == [("import-differs", 4, "organization/a")]


def test_a_row_goes_in_whole_or_not_at_all(importer: Importer, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Name,Lat\nA,52\nB,952\n", "utf-8")
    organization = {"type": "organization", "fields": {"name": "Name"}}
    location = {"type": "location", "fields": {"name": "Name", "latitude": "Lat"}}
    document = {**mapping({}), "tables": [{"records": [organization, location]}]}
    outcome = importer.run("csv", path, document)
    assert (outcome.rows_out, len(outcome.refused)) == (1, 1)
    assert (outcome.records or {})["organization"] == ("a",)


def test_a_missing_source_table_or_sheet_is_a_problem(importer: Importer, tmp_path: Path, source: Path) -> None:
    gone = importer.run("csv", tmp_path / "gone.csv", mapping({"name": "Name"}))
    other = importer.run("csv", tmp_path, mapping({"name": "Name"}, file="u.csv"))
    assert [p.code for p in gone.stopped] == ["import-source"]
    assert [(p.code, p.params["table"]) for p in other.stopped] == [("import-table", "u.csv")]


def test_the_report_tells_it_in_dutch_and_english(importer: Importer, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Name,Lat,X\nA,52,1\n,,\nB,952,2\n", "utf-8")
    outcome = importer.run("csv", path, mapping({"name": "Name", "latitude": "Lat"}))
    assert list(report_lines(outcome, language="nl", describe=lambda problem: problem.code)) == [
        "Rijen in de bron: 3",
        "  lege rijen, tellen niet mee: 1",
        "Rijen erin: 2 = 1 geïmporteerd + 1 geweigerd",
        "Records geschreven: 2",
        "  locaties: 1",
        "  rollen: 1",
        "  records die in de mapping zelf staan (also): 1",
        "Geweigerde rijen (1):",
        "  t.csv:4:2:Lat: latitude: SM209",
        "Niet gebruikte kolommen (1); zet ze in de mapping of bij leave_out:",
        "  t.csv: X (integer)",
    ]
    assert list(report_lines(outcome, language="en"))[:3] == [
        "Rows in the source: 3",
        "  empty rows, not counted on: 1",
        "Rows in: 2 = 1 imported + 1 refused",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_languages_have_the_same_messages_with_the_same_holes(language: str) -> None:
    holes = re.compile(r"{(\w+)}")
    texts, english = read_messages(language).texts, read_messages("en").texts
    assert {name: sorted(holes.findall(text)) for name, text in texts.items()} == {
        name: sorted(holes.findall(text)) for name, text in english.items()
    }
