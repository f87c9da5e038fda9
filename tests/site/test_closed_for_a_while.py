"""A service that is closed for a while: before it begins, during it and after it, also when the site is older."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from demo_site.building import build
from demo_site.hosting import hosted
from demo_site.small import write_small

pytestmark = pytest.mark.browser
CLOSED = {"tijdelijk_dicht": {"vanaf": "2026-11-16", "tot_en_met": "2026-11-22", "reden": "Vakantie."}}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of 2 November with a service that will be closed from 16 November."""
    folder = tmp_path_factory.mktemp("closed")
    root = write_small(folder / "project", changes={"aanbod/spreekuur.yml": CLOSED})
    with hosted(build(root, into=folder / "built").root) as found:
        yield found


@pytest.mark.parametrize(
    ("now", "says"),
    [
        ("2026-11-09T09:30", "Nu open, tot 12:00"),
        ("2026-11-16T09:30", "Tijdelijk dicht, maandag 23 november open om 09:00"),
        ("2026-11-22T13:00", "Tijdelijk dicht, morgen open om 09:00"),
        ("2026-11-23T11:45", "Gaat bijna dicht, om 12:00"),
        ("2026-11-23T12:00", "Nu dicht, maandag 30 november open om 09:00"),
    ],
)
def test_the_page_says_what_holds_when_it_is_read(browser: Browser, address: str, now: str, says: str) -> None:
    context = browser.new_context(timezone_id="America/New_York")
    page = context.new_page()
    page.clock.set_fixed_time(f"{now}:00+01:00")
    page.goto(f"{address}aanbod/spreekuur.html")
    state = page.locator("[data-state]").inner_text()
    alert = page.locator(".sm-alert").inner_text()
    page.goto(f"{address}themas/geld.html")
    card = page.locator(".sm-card [data-state]").inner_text()
    context.close()
    assert (state, card) == (says, says)
    assert alert.startswith("Tijdelijk dicht vanaf 16 november 2026. Vakantie.")


def test_without_a_script_the_page_says_from_when(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}aanbod/spreekuur.html")
    text = page.locator("main").inner_text()
    context.close()
    assert "Tijdelijk dicht vanaf 16 november 2026." in text
    assert "09:00–12:00" in text
