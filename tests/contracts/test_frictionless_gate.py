"""Frictionless only sees rows in memory and packages whose files are beside their descriptor."""

import csv
import json
from pathlib import Path

import pytest

from socialmap.contracts.frictionless_gate import check_package, profile_table
from socialmap.problems import Place, Problem

SCHEMA = {"fields": [{"name": "id", "type": "string"}, {"name": "age", "type": "integer"}], "primaryKey": "id"}


def package(folder: Path, **resource: object) -> Path:
    """A Data Package of one table."""
    described = {"name": "t", "path": "t.csv", "schema": SCHEMA, "type": "table", **resource}
    descriptor = folder / "datapackage.json"
    descriptor.write_text(json.dumps({"name": "p", "resources": [described]}), "utf-8")
    return descriptor


def test_columns_have_the_type_of_their_values() -> None:
    rows = [["a", "1", "2026-11-22", ""], ["b", "", "2026-11-23", " "]]
    assert profile_table(["name", "n", "day", "empty"], rows) == {
        "name": "string",
        "n": "integer",
        "day": "date",
        "empty": "any",
    }


def test_a_table_without_rows_or_columns_has_a_profile() -> None:
    assert profile_table(["a"], []) == {"a": "any"}
    assert profile_table([], []) == {}


def test_the_field_limit_of_the_process_stays() -> None:
    before = csv.field_size_limit()
    profile_table(["a"], [["1"]])
    assert csv.field_size_limit() == before


def test_a_right_package_has_no_problems(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,age\na,1\n", "utf-8")
    assert check_package(package(tmp_path)) == ()


@pytest.mark.parametrize(
    ("table", "code", "line", "field"),
    [
        ("id,age\na,old\n", "SM206", 2, "age"),
        ("id,age\na\n", "SM121", 2, "age"),
        ("id,age\na,1,2\n", "SM121", 2, ""),
        ("id,age\na,1\na,2\n", "SM113", 3, ""),
        ("id\na\n", "SM205", 0, "age"),
        ("id,years\na,1\n", "SM201", 0, "age"),
        ("id,\na,1\n", "SM122", 0, "age"),
        ("", "SM120", 0, ""),
    ],
)
def test_a_fault_of_a_table_has_the_code_of_its_kind_and_its_place(
    tmp_path: Path, table: str, code: str, line: int, field: str
) -> None:
    (tmp_path / "t.csv").write_text(table, "utf-8")
    (problem,) = check_package(package(tmp_path))
    assert (problem.code, problem.place) == (code, Place("t.csv", line, field=field))
    assert problem.params["detail"]


def test_a_fault_of_the_description_is_one_of_the_open_data(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id\na\n", "utf-8")
    wrong = package(tmp_path, schema={"fields": [{"name": "id", "type": "nonsense"}]})
    assert {problem.code for problem in check_package(wrong)} == {"SM801"}


def test_a_descriptor_that_is_no_json_is_one_problem(tmp_path: Path) -> None:
    descriptor = tmp_path / "datapackage.json"
    descriptor.write_text("{", "utf-8")
    (problem,) = check_package(descriptor)
    assert (problem.code, problem.place) == ("SM801", Place("datapackage.json"))


@pytest.mark.parametrize("path", ["https://example.org/t.csv", "/etc/passwd", "../t.csv"])
@pytest.mark.parametrize("key", ["path", "schema"])
def test_a_path_that_leaves_the_folder_is_never_followed(tmp_path: Path, key: str, path: str) -> None:
    assert check_package(package(tmp_path, **{key: path})) == (
        Problem("SM110", Place("datapackage.json"), {"detail": path}),
    )


def test_the_web_page_of_a_licence_is_no_file_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,age\na,1\n", "utf-8")
    descriptor = package(tmp_path)
    licensed = {**json.loads(descriptor.read_text("utf-8")), "licenses": [{"path": "https://example.org/licence"}]}
    descriptor.write_text(json.dumps(licensed), "utf-8")
    assert check_package(descriptor) == ()
