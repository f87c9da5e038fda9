"""What every test can ask for: the folder of real data beside the repository, and to accept golden outcomes."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` writes what the golden cases give now into the cases."""
    parser.addoption("--accept", action="store_true", help="accept what the golden cases give now")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the folder with real data is not beside the repository")
    return SHARED
