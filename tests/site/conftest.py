"""What the tests of the whole site share: a browser for each file of tests, and the demo site on a host."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from demo_site.building import Built
from demo_site.chromium import chromium
from demo_site.hosting import hosted


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium itself; without it these tests fail."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="session")
def address(demo: Built) -> Iterator[str]:
    """The demo site on a host that sends the headers of the built `_headers`."""
    with hosted(demo.root) as url:
        yield url
