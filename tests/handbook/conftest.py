"""The handbook of the demo, built once, and Chromium to look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.small import served
from socialmap.hosts.mkdocs_plugin import main
from socialmap.pipeline.project import Project, open_project

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def demo() -> Project:
    """The demo municipality."""
    project = open_project(ROOT)
    assert isinstance(project, Project)
    return project


@pytest.fixture(scope="session")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo's handbook in a sub-path, and a home page of the map to go back to."""
    folder = tmp_path_factory.mktemp("web")
    assert main([str(ROOT), str(folder / "kaart" / "handboek")]) == 0
    (folder / "kaart" / "index.html").write_text("<!doctype html><title>Kaart</title>", "utf-8")
    return folder


@pytest.fixture(scope="session")
def address(top: Path) -> Iterator[str]:
    """Where the handbook is served."""
    with served(top) as server:
        yield f"{server}/kaart/handboek"
