"""The schemas accept every record of the demo in either language, refuse broken ones, and are those of the models."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from demo_site.building import REPOSITORY
from socialmap.hosts.cli import main
from socialmap.model import RECORD_TYPES, RecordType, Term
from socialmap.model.raw import Raw
from socialmap.model.shape import FieldShape, Shape, shape_of
from socialmap.pipeline.schemas import stale, write_schemas
from socialmap.sources.loading import MODELS, Loader, make_loader
from socialmap.sources.words import read_words

SCHEMAS = REPOSITORY / "schemas"
DATA = REPOSITORY / "data"
EDITORS = ("nl", "en")
GOOD: Mapping[str, object] = {"naam": "Spreekuur", "soort": ["hulp"], "themas": ["geld"]}


class Written(yaml.SafeLoader):
    """YAML as an editor's schema check reads it: a date is a text."""


Written.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def validator(language: str, kind: str) -> Draft202012Validator:
    """The schema of a record type for editors in a language."""
    return Draft202012Validator(json.loads((SCHEMAS / language / f"{kind}.json").read_bytes()))


def complaints(language: str, kind: str, value: object) -> list[str]:
    """What a schema has against a value."""
    return [f"{error.json_path}: {error.message}" for error in validator(language, kind).iter_errors(value)]


@cache
def loader() -> Loader:
    """The readers of the demo's data; words of vocabularies stay as they are written."""
    return make_loader(DATA, words=read_words("nl"), terms={})


@cache
def files() -> tuple[tuple[RecordType, Path], ...]:
    """The YAML files of records by type."""
    found = ((loader().type_of(str(path.relative_to(DATA))), path) for path in sorted(DATA.rglob("*.yml")))
    return tuple((kind, path) for kind, path in found if kind is not None)


def english(values: Mapping[str, Raw], shape: Shape) -> dict[str, object]:
    """Values in the model's keys as an English editor writes them."""
    done: dict[str, object] = {}
    for name, value in values.items():
        field = shape.field(name)
        assert field is not None, name
        if field.localized and isinstance(value, dict):
            done.update({f"{name}@{language}" if language != "en" else name: text for language, text in value.items()})
        else:
            done[name] = english_value(value, field)
    return done


def english_value(value: Raw, field: FieldShape) -> object:
    """A value, with the keys of the groups in it."""
    if isinstance(value, list):
        return [english_value(item, field) for item in value]
    if isinstance(value, dict) and field.kind == "group" and field.group is not None:
        return english(value, field.group)
    return value


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("??/*.json")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_schema_is_valid_json_schema(path: Path) -> None:
    schema = json.loads(path.read_bytes())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_there_is_a_schema_for_every_type_in_both_languages() -> None:
    found = {path.relative_to(SCHEMAS).as_posix() for path in SCHEMAS.glob("??/*.json")}
    assert found == {f"{language}/{kind}.json" for language in EDITORS for kind in (*RECORD_TYPES, "term")}


def test_the_dutch_schemas_accept_every_record_of_the_demo() -> None:
    assert len(files()) > 200
    wrong = {str(path): complaints("nl", kind, yaml.load(path.read_text("utf-8"), Written)) for kind, path in files()}
    assert {path: found for path, found in wrong.items() if found} == {}


def test_the_english_schemas_accept_the_same_records_in_english() -> None:
    loaded = loader().load()
    assert len(loaded.records) > 200
    wrong = {
        f"{record.type}/{record.id}": complaints(
            "en", record.type, english(record.values, shape_of(MODELS[record.type]))
        )
        for record in loaded.records
    }
    assert {name: found for name, found in wrong.items() if found} == {}


def test_the_schemas_accept_every_term_of_the_demo() -> None:
    terms = [
        (path.name, term)
        for path in sorted((DATA / "taxonomies").glob("*.yml"))
        for term in yaml.load(path.read_text("utf-8"), Written)
    ]
    assert len(terms) > 50
    assert [(name, found) for name, term in terms if (found := complaints("nl", "term", term))] == []
    assert shape_of(Term).field("id") is not None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"naaam": "x"}, "naaam"),
        ({"naam": 1.5, "kosten": {"soort": "duur"}}, "duur"),
        ({"naam": ["a"]}, "naam"),
        ({"status": "misschien"}, "misschien"),
        ({"organisatie": "De Linde"}, "De Linde"),
        ({"locaties": [{"plek": "linde", "onbekend": "x"}]}, "locaties"),
        ({"digitale_drempel": "fax"}, "fax"),
    ],
)
def test_a_broken_record_is_refused(change: Mapping[str, object], told: str) -> None:
    assert complaints("nl", "service", GOOD) == []
    assert told in " ".join(complaints("nl", "service", {**GOOD, **change}))


@pytest.mark.parametrize("key", ["naam@nl", "naam@en", "name@zh-Hant"])
def test_a_name_in_one_language_is_a_name(key: str) -> None:
    assert complaints("nl", "service", {"soort": ["hulp"], "themas": ["geld"], key: "Spreekuur"}) == []


@pytest.mark.parametrize("missing", GOOD)
def test_a_record_without_a_required_key_is_refused(missing: str) -> None:
    assert complaints("nl", "service", {key: value for key, value in GOOD.items() if key != missing}) != []


def test_frictionless_accepts_the_package_as_it_stands_in_the_repository() -> None:
    from frictionless import validate  # noqa: PLC0415 - slow, and only needed here

    report = validate(str(SCHEMAS / "datapackage.json"), type="package")
    assert report.valid, report.flatten(["title", "fieldName", "note"])
    assert [task.name for task in report.tasks] == [f"{kind}s" for kind in RECORD_TYPES]


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_frictionless_accepts_each_table_schema(kind: RecordType) -> None:
    from frictionless import validate  # noqa: PLC0415 - slow, and only needed here

    report = validate(str(SCHEMAS / "tables" / f"{kind}.json"), type="schema")
    assert report.valid, report.flatten(["title", "note"])


def test_the_schemas_in_the_repository_are_those_of_the_models() -> None:
    assert stale(SCHEMAS) == ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of schemas that is up to date."""
    write_schemas(tmp_path)
    return tmp_path


def test_check_is_content_with_what_was_just_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schemas", "--check", "--into", str(folder)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("way", ["stale", "missing", "extra"])
def test_check_refuses_a_file_that_is_stale_missing_or_too_many(
    folder: Path, way: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / ("nl/service.json" if way != "extra" else "nl/oud.json")
    if way == "missing":
        file.unlink()
    else:
        file.write_text("{}", "utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    assert main(["schemas", "--check", "--into", str(folder)]) == 1
    assert capsys.readouterr().out == f"{file}\n"
    assert {path: path.read_bytes() for path in folder.rglob("*.json")} == before
    assert main(["schemas", "--into", str(folder)]) == 0
    assert main(["schemas", "--check", "--into", str(folder)]) == 0
