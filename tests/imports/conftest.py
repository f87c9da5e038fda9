"""Fixtures for importing: the folder of real data, and a fresh folder to import into."""

from pathlib import Path

import pytest

from imports.imported import DATA, Importer


@pytest.fixture
def shared() -> Path:
    """The folder of real data beside the repository."""
    if not DATA.is_dir():
        pytest.skip("the folder with real data is not beside the repository")
    return DATA


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    """Imports into a fresh folder, with English keys."""
    return Importer(tmp_path / "data")
