"""What an import writes checks without errors; a row that would break the folder is refused and told with its place."""

from datetime import date
from pathlib import Path

import pytest

from demo_site.small import write_small
from socialmap.hosts.cli import main
from socialmap.pipeline.importing import import_source

MAPPING = """\
language: nl
defaults: {role: redactie, assured_date: 2026-10-01, assured_by: redactie}
tables:
  - records:
      - type: service
        id: [Naam]
        fields: {name: Naam, summary: Tekst, first: {column: Eerst, split: ","}}
        defaults: {kinds: [hulp], themes: [geld], organization: welzijn, cost: free}
"""
TABLE = "Naam;Tekst;Eerst\nKoffie;We drinken koffie.;\nThee;We drinken thee.;\n"
TODAY = date(2026, 11, 2)
Told = tuple[tuple[int, ...], list[tuple[int, str, str]]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small municipality whose data has no error."""
    return write_small(tmp_path / "kaart")


def bring_in(root: Path, mapping: str = MAPPING, table: str = TABLE) -> Told:
    """Rows in, rows out and rows refused; and line, column and code of each refusal."""
    source, settings = root.parent / "t.csv", root.parent / "mapping.yml"
    source.write_text(table, "utf-8")
    settings.write_text(mapping, "utf-8")
    outcome, lines = import_source("csv", source, mapping=settings, into=root / "data", today=TODAY)
    assert outcome.stopped == (), lines
    why = [(each.place.line, one.place.field, one.code) for each in outcome.refused for one in each.why]
    return (outcome.rows_in, outcome.rows_out, len(outcome.refused)), why


def services(root: Path) -> list[str]:
    return sorted(path.stem for path in (root / "data" / "aanbod").iterdir())


def assert_checks(root: Path) -> None:
    assert main(["check", "--project", str(root), "--today", TODAY.isoformat()]) == 0


def test_rows_that_fit_are_written(root: Path) -> None:
    assert bring_in(root) == ((2, 2, 0), [])
    assert services(root) == ["koffie", "spreekuur", "thee"]
    assert_checks(root)


@pytest.mark.parametrize(
    ("written", "instead", "field", "code"),
    [
        ("kinds: [hulp]", "kinds: [hulpp]", "kinds", "SM302"),
        ("role: redactie", "role: nergens", "role", "SM301"),
        ("assured_by: redactie", "assured_by: nergens", "assured_by", "SM301"),
        ("organization: welzijn", "organization: nergens", "organization", "SM301"),
        ("language: nl", "language: en", "Naam", "SM205"),
        ("assured_date: 2026-10-01", "assured_date: 2027-01-01", "assured_date", "SM419"),
    ],
)
def test_a_row_that_would_be_an_error_in_the_folder_is_refused(
    root: Path, written: str, instead: str, field: str, code: str
) -> None:
    counted, why = bring_in(root, MAPPING.replace(written, instead))
    assert counted == (2, 0, 2)
    assert (2, field, code) in why
    assert services(root) == ["spreekuur"]
    assert_checks(root)


def test_a_row_that_names_a_refused_row_is_refused_with_it(root: Path) -> None:
    table = "Naam;Tekst;Eerst\nA;We helpen.;b\nB;We helpen.;c\nC;We helpen.;nergens\nD;We helpen.;spreekuur\n"
    assert bring_in(root, table=table) == (
        (4, 1, 3),
        [(2, "Eerst", "SM301"), (3, "Eerst", "SM301"), (4, "Eerst", "SM301")],
    )
    assert services(root) == ["d", "spreekuur"]
    assert_checks(root)


def test_rows_that_wait_for_each_other_are_refused(root: Path) -> None:
    counted, why = bring_in(root, table="Naam;Tekst;Eerst\nA;We helpen.;b\nB;We helpen.;a\nC;We helpen.;\n")
    assert "SM304" in {code for _, _, code in why}
    assert (counted[0], counted[1] + counted[2]) == (3, 3)
    assert_checks(root)


def test_a_record_of_the_mapping_that_names_nobody_stops_the_import(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    also = "also: [{type: organization, id: club, name: De club, kind: association, role: nergens}]\n"
    (root.parent / "t.csv").write_text(TABLE, "utf-8")
    (root.parent / "m.yml").write_text(MAPPING + also, "utf-8")
    assert ask(root) == 1
    assert "m.yml:9:7:also.role: SM301" in capsys.readouterr().out
    assert services(root) == ["spreekuur"]


def ask(root: Path) -> int:
    mapping, into = str(root.parent / "m.yml"), str(root / "data")
    return main(["import", "csv", str(root.parent / "t.csv"), "--mapping", mapping, "--into", into])


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"{MAPPING}  x: [\n".encode(), "m.yml:9:3: SM101"),
        (f"{MAPPING}language: en\n".encode(), "m.yml:9:1: SM102"),
        (MAPPING.replace("Naam", "Ñaam").encode("cp1252"), "m.yml:6:1: SM109"),
        (b"- a\n", "m.yml: Dit is geen mapping."),
        (b"", "m.yml: Dit is geen mapping."),
        (b"tables: veel\n", "m.yml:1:9:tables: Bij “tables” in de mapping past “veel” niet."),
    ],
)
def test_a_mapping_that_cannot_be_read_is_told_with_its_place(
    root: Path, capsys: pytest.CaptureFixture[str], body: bytes, told: str
) -> None:
    (root.parent / "t.csv").write_text(TABLE, "utf-8")
    (root.parent / "m.yml").write_bytes(body)
    assert ask(root) == 1
    assert told in capsys.readouterr().out
    assert services(root) == ["spreekuur"]


def test_a_mapping_that_is_not_there_is_wrong_use(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(root) == 2
    assert "m.yml: het bestand of de map is er niet." in capsys.readouterr().err


ABROAD = """\
language: nl
defaults: {role: redactie, organization: welzijn}
each: {location: {country: GB, city: Edinburgh}}
tables:
  - records:
      - type: location
        fields: {name: Naam, address: Tekst, phones: {column: Eerst, split: ","}}
"""


def test_numbers_of_the_country_that_the_mapping_names_can_be_called_from_here(root: Path) -> None:
    rows = ("Een;Straat 1;0131 529 5050", "Twee;Straat 2;+44 131 529 5050, 0131 558 1425", "Drie;Straat 3;0131 5 2")
    table = "\n".join(("Naam;Tekst;Eerst", *rows, ""))
    assert bring_in(root, ABROAD, table) == ((3, 2, 1), [(4, "Eerst", "SM415")])
    told = {path.stem: path.read_text("utf-8") for path in (root / "data" / "locaties").glob("*.yml")}
    assert "+44 131 529 5050" in told["een"]
    assert told["twee"].count("+44 131 529 5050") == told["twee"].count("+44 131 558 1425") == 1
    assert_checks(root)


def test_numbers_of_the_own_country_stay_as_they_are_written(root: Path) -> None:
    table = "Naam;Tekst;Eerst\nEen;Straat 1;030 123 45 67\n"
    assert bring_in(root, ABROAD.replace("country: GB", "country: NL"), table)[0] == (1, 1, 0)
    assert "030 123 45 67" in (root / "data" / "locaties" / "een.yml").read_text("utf-8")
