"""The open data that a build publishes: checked, whole, without secrets, and readable by our own readers."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from demo_site.building import Built
from demo_site.small import edit, write_small
from socialmap.contracts.package_process import checking
from socialmap.contracts.table_schema import table_schema
from socialmap.contracts.validation import validate
from socialmap.exports import write_table
from socialmap.model import RECORD_TYPES, Location, Record, RecordType
from socialmap.model.shape import FieldShape, Shape, shape_of
from socialmap.pipeline import open_data
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.open_data import DESCRIPTOR, FOLDER, PASSED, Schemas, checked_tables
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.schemas import package_description
from socialmap.problems import Problem
from socialmap.report import build_report
from socialmap.sources.loading import MODELS, make_loader
from socialmap.sources.words import read_words

TODAY = date(2026, 11, 2)
GOOD = b"id,name@nl\nspreekuur,Spreekuur\n"
SMALL: Schemas = {
    "service": {
        "fields": [{"name": "id", "type": "string"}, {"name": "name@nl", "type": "string"}],
        "primaryKey": "id",
        "missingValues": [""],
    }
}


def check(table: bytes, cache: Path, *, schemas: Schemas = SMALL) -> tuple[Problem, ...]:
    """What is wrong with a table of services."""
    with checked_tables({"service": table}, schemas=schemas, about=package_description("Dorp"), cache=cache) as finish:
        return finish()


@pytest.fixture
def no_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on a check of the package breaks the test."""

    def refused(_: Path) -> None:
        pytest.fail("checked what had passed before")

    monkeypatch.setattr(open_data, "checking", refused)


def small_build(root: Path, *, quick: bool = False) -> list[tuple[str, str]]:
    """Build a small municipality; the errors as code and place."""
    project = open_project(root)
    assert isinstance(project, Project)
    options = BuildOptions(search="keep" if quick else "none")
    report = build_site(project, today=TODAY, messages=read_messages("nl"), options=options)
    return [(each.code, each.what) for each in report.findings if each.severity == "error"]


def rows(built: Path, kind: str) -> list[dict[str, str]]:
    """The rows of a published table."""
    text = (built / FOLDER / f"{kind}s.csv").read_text("utf-8")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_right_table_passes(tmp_path: Path) -> None:
    assert check(GOOD, tmp_path) == ()


@pytest.mark.parametrize(
    ("table", "place", "rule"),
    [
        (b"id,name@nl\na,x\na,y\n", "services.csv", "double-id"),
        (b"id,name@nl\na\n", "services.csv", "row-length"),
        (b"id\na\n", "services.csv", "missing-value"),
        (b"id,name@nl\n\xff,x\n", "services.csv", "not-utf8"),
    ],
)
def test_a_fault_in_a_table_is_sm801_that_names_the_rule(tmp_path: Path, table: bytes, place: str, rule: str) -> None:
    (problem,) = check(table, tmp_path)
    assert (problem.code, problem.place.file) == ("SM801", f"{FOLDER}/{place}")
    assert problem.params["detail"].startswith(f"{rule} ")


def test_many_faults_are_told_in_part(tmp_path: Path) -> None:
    assert len(check(b"id,name@nl\n" + b"a\n" * 100, tmp_path)) == open_data.SHOWN


def test_what_passed_is_not_checked_again(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    check(GOOD, tmp_path)
    request.getfixturevalue("no_checks")
    assert check(GOOD, tmp_path) == ()


def test_what_did_not_pass_is_checked_again(tmp_path: Path) -> None:
    broken = b"id,name@nl\na\n"
    assert check(broken, tmp_path) == check(broken, tmp_path) != ()
    assert not (tmp_path / PASSED).exists()


def test_another_table_or_description_is_checked(tmp_path: Path) -> None:
    check(GOOD, tmp_path)
    assert check(b"id,name@nl\na\n", tmp_path) != ()
    stricter: Schemas = {
        "service": {**SMALL["service"], "fields": [{"name": "id", "type": "integer"}, {"name": "name@nl"}]}
    }
    assert check(GOOD, tmp_path, schemas=stricter) != ()


@pytest.mark.parametrize("memory", [b"", b"[]", b"{", b"\xff"])
def test_a_damaged_memory_only_costs_a_check(tmp_path: Path, memory: bytes) -> None:
    (tmp_path / PASSED).write_bytes(memory)
    assert check(GOOD, tmp_path) == ()
    assert list(json.loads((tmp_path / PASSED).read_bytes())) == ["service"]


def test_a_check_that_is_left_ends_with_its_block(tmp_path: Path) -> None:
    with checking(tmp_path / "none.json") as under_way:
        pass
    assert under_way.process.returncode is not None


def test_a_check_that_breaks_is_no_clean_one(tmp_path: Path) -> None:
    with checking(tmp_path / "none.json") as under_way, pytest.raises(RuntimeError, match="could not be checked"):
        under_way.finish()


def test_a_build_with_nothing_new_checks_nothing(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root = write_small(tmp_path)
    assert small_build(root) == []
    request.getfixturevalue("no_checks")
    assert small_build(root) == []


def test_a_wrong_table_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_small(tmp_path)
    small_build(root)
    before = (root / "site" / "index.html").read_bytes(), rows(root / "site", "service")
    edit(root, "aanbod/spreekuur.yml", naam="Ander uur")
    monkeypatch.setattr(open_data, "write_table", lambda lines, schema: write_table([*lines, *lines], schema))
    errors = small_build(root)
    assert {code for code, _ in errors} == {"SM801"}
    assert any("double-id" in what for _, what in errors)
    assert ((root / "site" / "index.html").read_bytes(), rows(root / "site", "service")) == before


def test_a_quick_build_keeps_the_tables_and_the_next_brings_them(tmp_path: Path) -> None:
    root = write_small(tmp_path)
    small_build(root)
    edit(root, "aanbod/spreekuur.yml", naam="Ander uur")
    small_build(root, quick=True)
    assert [row["name@nl"] for row in rows(root / "site", "service")] == ["Spreekuur"]
    small_build(root)
    assert [row["name@nl"] for row in rows(root / "site", "service")] == ["Ander uur"]


def test_frictionless_accepts_what_the_demo_publishes(demo: Built) -> None:
    from frictionless import validate as check_whole  # noqa: PLC0415 - slow, and only needed here

    report = check_whole(str(demo.root / FOLDER / DESCRIPTOR), type="package")
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert [task.name for task in report.tasks] == [f"{kind}s" for kind in RECORD_TYPES]
    assert [task.stats["rows"] for task in report.tasks] == [len(demo.catalogue.records(kind)) for kind in RECORD_TYPES]


def public_columns(shape: Shape, prefix: str = "") -> Iterator[str]:
    """The columns that the fields of a model need."""
    for field in shape.fields:
        if not field.internal:
            yield from columns_of(field, f"{prefix}{field.name}")


def columns_of(field: FieldShape, name: str) -> Iterator[str]:
    if field.localized:
        yield from (f"{name}@{language}" for language in ("nl", "en", "ar"))
    elif field.group is not None and field.kind == "group" and not field.many:
        yield from public_columns(field.group, f"{name}.")
    else:
        yield name


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_public_field_has_its_columns(demo: Built, kind: RecordType) -> None:
    header = (demo.root / FOLDER / f"{kind}s.csv").read_text("utf-8").partition("\n")[0].split(",")
    assert header == list(public_columns(shape_of(MODELS[kind])))
    described = table_schema(shape_of(MODELS[kind]), languages=("nl", "en", "ar"))["fields"]
    assert isinstance(described, list)
    assert header == [field["name"] for field in described]


def test_a_confidential_place_has_no_address(demo: Built) -> None:
    hidden = [row for row in rows(demo.root, "location") if row["confidential"] == "true"]
    assert len(hidden) == sum(place.confidential for place in demo.catalogue.locations.values()) > 0
    secret = ("address", "postal_code", "city", "latitude", "longitude", "neighbourhood", "url", "transport@nl")
    assert {row[column] for row in hidden for column in (*secret, "description@nl")} == {""}


def test_nothing_internal_is_in_the_tables(demo: Built) -> None:
    text = "".join(path.read_text("utf-8") for path in sorted((demo.root / FOLDER).iterdir()))
    internal = list(secrets(demo))
    assert len(internal) >= 10
    assert [secret for secret in internal if secret in text] == []


def secrets(demo: Built) -> Iterator[str]:
    """Notes for editors, reasons, and numbers and mailboxes that are not for the public."""
    for kind in RECORD_TYPES:
        for record in demo.catalogue.records(kind).values():
            yield from (text for text in (record.note, *record.allowed.values()) if text)
            yield from (phone.number for phone in getattr(record, "phones", ()) if phone.internal)
    for service in demo.catalogue.services.values():
        contact = service.professional.contact if service.professional else None
        if contact is not None and contact.internal:
            yield from (contact.email or contact.phones[0].number, *(phone.number for phone in contact.phones))


IN_ONE_CELL = frozenset(
    ("phones", "locations", "target_groups", "outreach", "translations", "professional.contact.phones")
)
"""Groups in a list and tables in a cell, which a table for editors writes in other ways."""


def read_back(demo: Built, kind: RecordType, into: Path) -> dict[str, Record]:
    """What our own readers make of a published table, without the columns that hold groups in a cell."""
    kept = [{name: cell for name, cell in row.items() if name not in IN_ONE_CELL} for row in rows(demo.root, kind)]
    into.mkdir(exist_ok=True)
    with (into / f"{kind}s.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(kept[0]))
        writer.writeheader()
        writer.writerows(kept)
    words = read_words("en")
    terms = {vocabulary: {name: name for name in found} for vocabulary, found in demo.catalogue.vocabularies.items()}
    loaded = make_loader(into, words=words, terms=terms).load()
    assert loaded.problems == ()
    records = (validate(MODELS[kind], raw.values, origin=raw.origin) for raw in loaded.records)
    return {record.id: record for record in records if isinstance(record, Record)}


def without_cells(record: Record) -> dict[str, object]:
    """The values of a record that a table can hold, as JSON."""
    values = {
        name: value
        for name, value in record.model_dump(mode="json").items()
        if name not in IN_ONE_CELL | {"note", "allowed"}
    }
    contact = (values.get("professional") or {}).get("contact")
    if contact is not None:
        values["professional"]["contact"] = (
            {"email": contact["email"]} if contact["email"] and not contact["internal"] else None
        )
    return values


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_our_own_readers_get_the_same_records_from_a_published_table(
    demo: Built, kind: RecordType, tmp_path: Path
) -> None:
    again = read_back(demo, kind, tmp_path)
    records = demo.catalogue.records(kind)
    assert list(again) == list(records)
    for name, record in records.items():
        if not (isinstance(record, Location) and record.confidential):
            assert without_cells(again[name]) == without_cells(record), name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_message_of_a_wrong_table_names_what_is_wrong(tmp_path: Path, language: str) -> None:
    found = check(b"id,name@nl\na,x\na,y\n", tmp_path)
    (finding,) = build_report(found, messages=read_messages(language), severity={}).findings
    assert (finding.place.file, finding.place.line) == (f"{FOLDER}/services.csv", 3)
    assert "double-id" in finding.what
    assert "{" not in finding.what + finding.expected + finding.remedy
