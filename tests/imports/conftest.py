"""Fixtures for importing: a fresh folder to import into."""

from pathlib import Path

import pytest

from imports.imported import Importer


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    """Imports into a fresh folder, with English keys."""
    return Importer(tmp_path / "data")
