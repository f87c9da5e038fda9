"""Directories that nobody on this project made come in whole: every row is a record, a refusal, or blank."""

from pathlib import Path

import pytest

from imports.imported import Importer, validate
from socialmap.imports import ImportOutcome
from socialmap.imports.outcome import LeftOut
from socialmap.problems import Place

EDINBURGH = [
    ("allotments", 27, 27, {"location": 27, "service": 27}),
    ("community-centres", 49, 49, {"location": 49, "service": 49}),
    ("community-councils", 44, 44, {"location": 43, "service": 44}),
    ("day-services", 77, 77, {"location": 72, "service": 77}),
    ("housing-support", 57, 57, {"location": 53, "service": 57}),
    ("leisure-facilities", 63, 62, {"location": 62, "service": 62}),
    ("libraries", 35, 34, {"location": 33, "service": 34}),
    ("museums", 11, 11, {"location": 10, "service": 11}),
    ("neighbourhood-offices", 9, 9, {"location": 9, "service": 9}),
    ("nurseries", 212, 212, {"location": 212, "service": 212}),
    ("sport-and-culture", 94, 92, {"organization": 92, "location": 75}),
]
BESIDE = {"organization": 1, "role": 1}


def places(outcome: ImportOutcome) -> list[tuple[str, int, str, tuple[str, ...]]]:
    """Where rows were refused: file, line, column name, and the codes."""
    return [
        (refusal.place.file, refusal.place.line, refusal.why[0].place.field, tuple(p.code for p in refusal.why))
        for refusal in outcome.refused
    ]


def assert_reads_back(importer: Importer, outcome: ImportOutcome) -> None:
    """The house reads every file that was written, without a problem and as valid records."""
    loaded = importer.read_back()
    assert loaded.problems == ()
    written = {(kind, name) for kind, names in (outcome.records or {}).items() for name in names}
    assert {(record.type, record.id) for record in loaded.records} == written
    assert [p for record in loaded.records for p in validate(record.type, record.values, record.origin)] == []


@pytest.mark.parametrize(("name", "rows_in", "rows_out", "made"), EDINBURGH, ids=[row[0] for row in EDINBURGH])
def test_every_row_of_an_edinburgh_table_is_accounted_for(
    shared: Path, tmp_path: Path, name: str, rows_in: int, rows_out: int, made: dict[str, int]
) -> None:
    importer = Importer(tmp_path / "data", "nl")
    outcome = importer.run("csv", shared / "edinburgh", f"edinburgh-{name}")
    assert (outcome.rows_in, outcome.rows_out) == (rows_in, rows_out)
    assert rows_in == rows_out + len(outcome.refused)
    expected = {
        kind: made.get(kind, 0) + BESIDE.get(kind, 0) for kind in ("organization", "location", "service", "role")
    }
    assert {kind: outcome.count(kind) for kind in expected} == expected  # type: ignore[arg-type]
    assert [column.column for column in outcome.columns if not column.used] == []
    assert_reads_back(importer, outcome)


def test_the_eleven_tables_of_edinburgh_live_in_one_folder(shared: Path, tmp_path: Path) -> None:
    importer = Importer(tmp_path / "data", "nl")
    outcomes = [importer.run("csv", shared / "edinburgh", f"edinburgh-{name}") for name, *_ in EDINBURGH]
    assert [outcome.stopped for outcome in outcomes] == [()] * len(EDINBURGH)
    assert sum(outcome.rows_in for outcome in outcomes) == 678
    assert sum(outcome.count("role") for outcome in outcomes) == 1


def test_a_second_import_of_the_same_table_refuses_what_is_there(shared: Path, importer: Importer) -> None:
    importer.run("csv", shared / "edinburgh", "edinburgh-allotments")
    again = importer.run("csv", shared / "edinburgh", "edinburgh-allotments")
    assert (again.rows_in, again.rows_out, len(again.refused)) == (27, 0, 27)
    assert {problem.code for refusal in again.refused for problem in refusal.why} == {"import-exists"}
    replaced = importer.run("csv", shared / "edinburgh", "edinburgh-allotments", replace=True)
    assert (replaced.rows_out, len(replaced.refused)) == (27, 0)


def test_an_allotment_becomes_a_place_and_a_service(shared: Path, importer: Importer) -> None:
    importer.run("csv", shared / "edinburgh", "edinburgh-allotments")
    assert importer.file("locations/barnscourt-eh8-7en.yml") == {
        "name": "Barnscourt",
        "role": "edinburgh-directory",
        "source": "municipality",
        "source_date": "2020-03-17",
        "assured_date": "2020-03-17",
        "assured_by": "edinburgh-directory",
        "organization": "city-of-edinburgh-council",
        "address": "Barnscourt Terrace",
        "postal_code": "EH8 7EN",
        "city": "Edinburgh",
        "country": "GB",
        "latitude": "55.9534053",
        "longitude": "-3.143751800000018",
        "description": "Facilities:\nlocakable container\nwater supply",
    }
    service = importer.file("services/barnscourt.yml")
    assert isinstance(service, dict)
    assert service["phones"] == ["0131 311 7072"]
    assert service["waiting_time"] == "1 year"
    assert service["locations"] == ["barnscourt-eh8-7en"]
    assert service["description"] == "Total plots: 20\n\nVacant plots: 0"


def test_a_dutch_municipality_gets_dutch_keys_and_marked_english_texts(shared: Path, tmp_path: Path) -> None:
    importer = Importer(tmp_path / "data", "nl")
    outcome = importer.run("csv", shared / "edinburgh", "edinburgh-neighbourhood-offices")
    assert_reads_back(importer, outcome)
    assert importer.file("aanbod/city-centre-neighbourhood-office.yml") == {
        "naam@en": "City Centre Neighbourhood Office",
        "rol": "edinburgh-directory",
        "bron": "gemeente",
        "bron_datum": "2020-03-17",
        "gecontroleerd_op": "2020-03-17",
        "gecontroleerd_door": "edinburgh-directory",
        "toegestaan": {
            "email": "Published by the council as the address of the service (Open Government Licence).",
            "phones": "Published by the council as the number of the service (Open Government Licence).",
        },
        "soort": ["informatie"],
        "themas": ["formulieren"],
        "organisatie": "city-of-edinburgh-council",
        "locaties": ["city-centre-neighbourhood-office"],
        "openingstijden": "Mon, Wed, Thurs, 8.30am - 5pm; Tue, 10am - 5pm; Fri, 8.30am - 3.40pm",
        "toegang": ["inloop"],
        "telefoon": ["0131 529 7061"],
        "email": "citycentreteam@edinburgh.gov.uk",
        "website": "http://www.edinburgh.gov.uk/citycentreandleith",
    }


def test_a_refused_row_is_named_with_file_line_and_column(shared: Path, importer: Importer) -> None:
    outcome = importer.run("csv", shared / "edinburgh", "edinburgh-sport-and-culture")
    assert places(outcome) == [
        ("Access to Sport and Culture Edinburgh.csv", 14, "Email", ("SM214",)),
        ("Access to Sport and Culture Edinburgh.csv", 95, "Telephone", ("SM211",)),
    ]
    email = outcome.refused[0].why[0]
    assert email.place == Place("Access to Sport and Culture Edinburgh.csv", 14, 6, "Email")
    assert email.params["value"] == "info@creative-edinburgh.com."


def test_a_phone_number_inside_a_link_is_only_the_number(shared: Path, importer: Importer) -> None:
    importer.run("csv", shared / "edinburgh", "edinburgh-libraries")
    library = importer.file("services/balerno-library.yml")
    assert isinstance(library, dict)
    assert library["phones"] == ["0131 529 5500"]
    assert library["schedule"].startswith("Monday 1pm - 8pm; Tuesday 10am - 5pm; ")


def test_closure_notices_that_do_not_fit_are_kept_in_the_note(shared: Path, importer: Importer) -> None:
    outcome = importer.run("csv", shared / "edinburgh", "edinburgh-libraries")
    aside = [problem for problem in outcome.notes if problem.code == "import-set-aside"]
    assert [(problem.place.line, problem.place.field) for problem in aside] == [(120, "Temporary closure")]
    library = importer.file("services/corstorphine-library.yml")
    assert isinstance(library, dict)
    assert library["note"].startswith("Kept from the import, alert: Corstorphine Library – Health & Safety Upgrade")


def test_hours_that_cannot_be_read_stay_in_the_description(shared: Path, importer: Importer) -> None:
    outcome = importer.run("csv", shared / "edinburgh", "edinburgh-day-services")
    unread = [(p.place.line, p.place.field) for p in outcome.notes if p.code == "import-hours-set-aside"]
    assert (6, "Days and times") in unread
    kept = [path.read_text("utf-8") for path in (importer.into / "services").glob("*.yml")]
    assert sum("Opening hours: Various times to suit needs" in text for text in kept) == 1


def test_florida_is_533_rows_with_one_row_whose_cells_shifted(shared: Path, importer: Importer) -> None:
    outcome = importer.run("hsds", shared / "hsds-florida", "hsds-florida")
    assert (outcome.rows_in, outcome.rows_out, outcome.left_out) == (20 + 378 + 135, 532, LeftOut())
    assert places(outcome) == [("services.csv", 65, "service_min_age", ("SM208", "SM214"))]
    assert {kind: outcome.count(kind) for kind in ("organization", "location", "service")} == {
        "organization": 20,
        "location": 378,
        "service": 134,
    }
    assert_reads_back(importer, outcome)


def test_florida_locations_name_their_organization_and_addresses_without_scheme_get_one(
    shared: Path, importer: Importer
) -> None:
    importer.run("hsds", shared / "hsds-florida", "hsds-florida")
    organization = importer.file("organizations/americans-for-immigrant-justice.yml")
    assert isinstance(organization, dict)
    assert organization["url"] == "https://www.aijustice.org"
    assert importer.file("locations/abriendo-puertas-casey.yml") == {
        "name": "Abriendo Puertas/Casey",
        "role": "florida-desk",
        "source": "provider",
        "source_date": "2025-12-04",
        "assured_date": "2025-12-04",
        "note": "location_uuid: 5bd38bd0-6270-4bbb-9276-0f1ed0502002",
        "organization": "americans-for-immigrant-justice",
        "country": "US",
    }


def test_illinois_is_983_rows_with_one_row_without_a_title(shared: Path, importer: Importer) -> None:
    outcome = importer.run("hsds", shared / "hsds-ilao", "hsds-ilao")
    assert (outcome.rows_in, outcome.rows_out) == (33 + 520 + 430, 982)
    assert places(outcome) == [("services.csv", 14138, "Title", ("SM205",))]
    assert {kind: outcome.count(kind) for kind in ("organization", "location", "service")} == {
        "organization": 33,
        "location": 520,
        "service": 429,
    }
    assert_reads_back(importer, outcome)


def test_illinois_mentions_of_organizations_outside_the_source_are_told(shared: Path, importer: Importer) -> None:
    outcome = importer.run("hsds", shared / "hsds-ilao", "hsds-ilao")
    told = [p for p in outcome.notes if p.code == "import-refers" and p.params["type"] == "organization"]
    assert ("locations.csv", "91676") in {(p.place.file, p.params["key"]) for p in told}


def test_the_workbook_gives_its_rows_without_ignored_and_blank_ones(shared: Path, importer: Importer) -> None:
    outcome = importer.run("xlsx", shared / "xlsx" / "dataset.xlsx", "xlsx-structures")
    assert (outcome.rows_in, outcome.rows_out, outcome.left_out) == (3, 2, LeftOut(blank=1990, skipped=4))
    assert outcome.unused_tables[:3] == ("Thématiques", "Modes daccueil", "Réseaux porteurs")
    assert len(outcome.unused_tables) == 8
    assert "Services - Thématiques" not in outcome.unused_tables
    assert places(outcome) == [("dataset.xlsx#Structures", 4, "courriel", ("SM214", "SM213"))]
    assert_reads_back(importer, outcome)


def test_muenster_comes_in_with_semicolons_and_cells_of_several_lines(shared: Path, importer: Importer) -> None:
    outcome = importer.run("csv", shared / "csv-dialects" / "refill-stationen-muenster.csv", "csv-muenster")
    assert (outcome.rows_in, outcome.rows_out, outcome.count("location")) == (56, 56, 56)
    assert_reads_back(importer, outcome)
    shop = importer.file("locations/gruene-wiese.yml")
    assert isinstance(shop, dict)
    assert shop["description@de"] == "Öffnungszeiten:\nMontags bis Freitag 11-19 Uhr\nSamstag 10:30-18:00 Uhr"
    assert (shop["address"], shop["postal_code"], shop["city"]) == ("Spiekerhof 29", "48143", "Münster")
    assert (shop["latitude"], shop["added"]) == ("51.964331004752", "2019-08-04")


def test_italian_municipalities_come_in_with_their_accents(shared: Path, importer: Importer) -> None:
    outcome = importer.run("csv", shared / "csv-dialects" / "issue-811.csv", "csv-issue-811")
    assert (outcome.rows_in, outcome.rows_out, outcome.count("location")) == (7904, 7904, 7904)
    assert importer.file("locations/aglie-to.yml") == {
        "name@it": "Agliè",
        "role": "comuni",
        "source": "own",
        "note": "Codice: 1001",
        "city": "Agliè",
        "country": "IT",
        "description@it": "Provincia: Torino",
    }


def test_the_columns_of_a_foreign_table_are_profiled(shared: Path, importer: Importer) -> None:
    outcome = importer.run("csv", shared / "csv-dialects" / "refill-stationen-muenster.csv", "csv-muenster")
    types = {column.column: column.type for column in outcome.columns}
    assert types["Latitude"] == "number"
    assert types["PLZ"] == "string"
    assert types["Erstellungsdatum"] == "date"
    assert types["Name"] == "string"
