"""Frictionless only sees rows in memory and packages whose files are beside their descriptor."""

import csv
import json
from pathlib import Path

import pytest

from socialmap.contracts.frictionless_gate import check_package, profile_table
from socialmap.problems import Place, Problem

SCHEMA = {"fields": [{"name": "id", "type": "string"}, {"name": "age", "type": "integer"}]}


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


def test_a_wrong_cell_is_a_problem_with_its_row(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,age\na,old\n", "utf-8")
    (problem,) = check_package(package(tmp_path))
    assert (problem.code, problem.place.line, problem.place.field) == ("package-invalid", 2, "age")


@pytest.mark.parametrize("path", ["https://example.org/t.csv", "/etc/passwd", "../t.csv"])
@pytest.mark.parametrize("key", ["path", "schema"])
def test_a_path_that_leaves_the_folder_is_never_followed(tmp_path: Path, key: str, path: str) -> None:
    assert check_package(package(tmp_path, **{key: path})) == (
        Problem("package-path", Place("datapackage.json"), {"path": path}),
    )
