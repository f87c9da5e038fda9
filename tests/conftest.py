"""What every test can ask for: the folder of real data beside the repository, to accept golden outcomes, and the
demo site, built once.
"""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import playwright
import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from demo_site.building import REPOSITORY, Built, build
from demo_site.chromium import chromium

# A busy machine takes long now and then; that is no fault of what is tested.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

SHARED = Path(__file__).parents[2] / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` writes what the golden cases give now into the cases."""
    parser.addoption("--accept", action="store_true", help="accept what the golden cases give now")


@pytest.fixture(autouse=True)
def _field_limit() -> Iterator[None]:
    """The process reads tables as it did before: who loads frictionless raises the limit of a cell for all."""
    before = csv.field_size_limit()
    yield
    csv.field_size_limit(before)


@pytest.fixture(scope="session", autouse=True)
def _node() -> Iterator[None]:
    """Scripts run in the Node.js that Playwright brings: that of Debian 12 is too old for the validators."""
    brought = Path(playwright.__file__).parent / "driver"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{brought}{os.pathsep}{os.environ['PATH']}")
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the folder with real data is not beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demo municipality's site, built with the real pipeline once for all tests; nobody writes in it."""
    return build(REPOSITORY, into=tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def demo_online(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demo site as it is when its web address is known, in a path of its host."""
    url = "https://kaart.voorbeeldstad.example/kaart"
    return build(REPOSITORY, into=tmp_path_factory.mktemp("online"), settings={"site_url": url})


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium itself, one for all tests; without it those that need it fail."""
    with chromium() as found:
        yield found
