"""The editing environment as `socialmap cms` fetches it, which `make test` does before any test."""

import os
from pathlib import Path

import pytest

from demo_site.building import REPOSITORY
from socialmap.cms import CmsError, fetch_bundle, read_bundle

KEPT = REPOSITORY / ".cache/socialmap/cms"


@pytest.fixture(scope="session")
def fetched() -> Path:
    """The folder with the real program; where tests must all run, it is a fault when it cannot be had."""
    if read_bundle(KEPT):
        return KEPT
    try:
        fetch_bundle(KEPT)
    except CmsError as error:
        if os.environ.get("CI"):
            pytest.fail(f"the editing environment was not fetched, and now it cannot be: {error}")
        pytest.skip(f"the package registry does not answer: {error}")
    return KEPT
