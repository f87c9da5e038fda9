"""What the tests of the whole site share: the demo site on a host."""

from collections.abc import Iterator

import pytest

from demo_site.building import Built
from demo_site.hosting import hosted


@pytest.fixture(scope="session")
def address(demo: Built) -> Iterator[str]:
    """The demo site on a host that sends the headers of the built `_headers`."""
    with hosted(demo.root) as url:
        yield url
