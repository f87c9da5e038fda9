"""ARCHITECTURE.md is made of what the modules say of themselves, and every module says something."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from socialmap.scaffold.architecture import PACKAGE, make_document, read_accounts, read_floors

ROOT = Path(__file__).parents[2]
LINES_IN_FILE, LINES_IN_FUNCTION = 250, 40  # as CONTRIBUTING.md says
LINTER = """\
[importlinter]
root_package = socialmap

[importlinter:contract:floors]
layers =
    hosts
    sources | render
    problems : text
"""


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "socialmap.scaffold.architecture", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def write_package(folder: Path) -> Path:
    texts = {
        "hosts/__init__.py": '"""The ways in."""\n',
        "hosts/cli.py": '"""The command.\n\nCalled by people.\n"""\nimport argparse\n',
        "sources/__init__.py": '"""Readers."""\n',
        "sources/deep/part.py": '"""A part."""\n',
        "render/__init__.py": "",
    }
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def test_every_module_says_why_it_exists() -> None:
    assert [path for path, account in read_accounts(PACKAGE).items() if not account] == []


def test_every_package_stands_on_a_floor() -> None:
    floors = {name for floor in read_floors(ROOT / ".importlinter") for name in floor}
    assert {path.split("/")[0] for path in read_accounts(PACKAGE) if "/" in path} - floors == set()


def test_floors_are_those_of_the_import_linter(tmp_path: Path) -> None:
    (tmp_path / ".importlinter").write_text(LINTER)
    assert read_floors(tmp_path / ".importlinter") == (("hosts",), ("sources", "render"), ("problems", "text"))


def test_document_groups_modules_by_floor_and_package(tmp_path: Path) -> None:
    document = make_document(write_package(tmp_path), floors=(("hosts",), ("sources", "render")))
    assert document.partition("same site.\n")[2] == (
        "\n## Floor 1: hosts\n\n### hosts\n\nThe ways in.\n\n- `cli.py`: The command. Called by people.\n"
        "\n## Floor 0: sources, render\n\n### sources\n\nReaders.\n\n- `deep/part.py`: A part.\n\n### render\n\n\n"
    )


def test_check_tells_a_stale_document_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / ".importlinter").write_text((ROOT / ".importlinter").read_text())
    assert run("ARCHITECTURE.md", cwd=tmp_path).returncode == 0
    assert run("--check", "ARCHITECTURE.md", cwd=tmp_path).returncode == 0
    (tmp_path / "ARCHITECTURE.md").write_text("old")
    stale = run("--check", "ARCHITECTURE.md", cwd=tmp_path)
    assert (stale.returncode, stale.stderr) == (1, "ARCHITECTURE.md is stale: run `make schemas`\n")
    assert (tmp_path / "ARCHITECTURE.md").read_text() == "old"
    (tmp_path / "ARCHITECTURE.md").unlink()
    assert run("--check", "ARCHITECTURE.md", cwd=tmp_path).returncode == 1


def test_no_file_and_no_function_is_longer_than_a_reader_takes_in() -> None:
    paths = sorted(PACKAGE.rglob("*.py"))
    texts = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in paths}
    files = [name for name, text in texts.items() if len(text.splitlines()) >= LINES_IN_FILE]
    functions = [f"{name}:{each}" for name, text in texts.items() for each in _long_functions(text)]
    assert (files, functions) == ([], [])


def _long_functions(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LINES_IN_FUNCTION:
            yield node.name
