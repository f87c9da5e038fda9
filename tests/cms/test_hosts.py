"""The editing environment asks the host where the records are, and its page allows no other."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from demo_site.building import build
from demo_site.chromium import tab_in
from demo_site.hosting import hosted
from demo_site.small import write_small
from socialmap.text.git_hosts import HostKind


@dataclass(frozen=True, slots=True)
class Place:
    """Where records are kept, how the environment is told so, what its page may ask, and what it then asks."""

    repository: str
    kind: HostKind | None
    backend: Mapping[str, str]
    connects: str
    asks: str


def place(at: str, repo: str, name: str, api: str, *, kind: HostKind | None = None, base: str = "") -> Place:
    """A place whose host is at `base`, else at `at`."""
    base = base or at
    backend = {"name": name, "repo": repo, "base_url": base, "api_root": f"{base}/api/{api}"}
    return Place(f"{base}/{repo}", kind, backend, at, f"{base}/api/")


GITHUB = Place(
    "https://github.com/dorp/kaart",
    None,
    {"name": "github", "repo": "dorp/kaart"},
    "https://api.github.com https://github.com",
    "https://api.github.com/",
)
PLACES = (
    GITHUB,
    place("https://git.dorp.example", "dorp/kaart", "github", "v3", kind="github"),
    place("https://gitlab.com", "dorp/sociaal/kaart", "gitlab", "v4"),
    place("https://gitlab.dorp.example", "dorp/kaart", "gitlab", "v4"),
    place("https://codeberg.org", "dorp/kaart", "gitea", "v1"),
    place("https://dorp.example", "dorp/kaart", "gitea", "v1", kind="forgejo", base="https://dorp.example/git"),
)


@pytest.mark.browser
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.repository)
def test_who_signs_in_asks_the_host_of_the_records_alone(
    place: Place, browser: Browser, fetched: Path, tmp_path: Path
) -> None:
    root = write_small(tmp_path)
    (root / ".cache/socialmap").mkdir(parents=True)
    (root / ".cache/socialmap/cms").symlink_to(fetched, target_is_directory=True)
    settings = {"cms": True, "repository": place.repository} | ({"host": place.kind} if place.kind else {})
    built = build(root, into=root / "out", settings=settings)
    config = json.loads((built.root / "beheer/config.json").read_text("utf-8"))
    assert config["backend"] == {**place.backend, "branch": "main"}
    page = (built.root / "beheer/index.html").read_text("utf-8")
    assert f"connect-src 'self' data: blob: {place.connects};" in page
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=401, json={"message": "no"}, headers={"access-control-allow-origin": "*"})

    with hosted(built.root) as url, tab_in(browser) as tab:
        tab.page.route("https://**", refuse)
        tab.page.goto(f"{url}beheer/index.html")
        tab.page.get_by_role("button", name="Access Token").click(timeout=20_000)
        tab.page.get_by_role("textbox").fill("a-token")
        with tab.page.expect_request(lambda request: request.url.startswith(place.asks), timeout=20_000):
            tab.page.get_by_role("button", name="Sign In", exact=True).click()
        assert {url for url in asked if not url.startswith(place.asks)} == set()
        assert [said for said in tab.said if "policy" in said.lower()] == []
