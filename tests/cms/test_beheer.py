"""The editing environment: fetched with a checked hash, made from the models, silent until somebody signs in."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, expect

from demo_site.building import build
from demo_site.chromium import tab_in
from demo_site.hosting import hosted
from demo_site.small import write_small
from socialmap.cms import CmsError, fetch_bundle, read_bundle
from socialmap.cms import bundle as program

SETTINGS = {"cms": True, "repository": "https://github.com/dorp/kaart"}


@pytest.fixture(scope="module")
def town(fetched: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small site with the environment in it."""
    root = write_small(tmp_path_factory.mktemp("town"))
    cache = root / ".cache/socialmap"
    cache.mkdir(parents=True)
    (cache / "cms").symlink_to(fetched, target_is_directory=True)
    built = build(root, into=root / "out", settings=SETTINGS)
    assert not built.report.failed
    yield built.root


def test_a_site_has_no_editing_environment_unless_it_asks(tmp_path: Path) -> None:
    built = build(write_small(tmp_path), into=tmp_path / "out", settings={"repository": SETTINGS["repository"]})
    assert not (built.root / "beheer").exists()


def test_other_bytes_than_were_released_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CmsError, match="sha512"):
        fetch_bundle(tmp_path, get=lambda _address: b"something else")
    assert read_bundle(tmp_path) == {}


def test_a_registry_that_does_not_answer_is_told(tmp_path: Path) -> None:
    def get(_address: str) -> bytes:
        raise TimeoutError("no answer")

    with pytest.raises(CmsError, match="no answer"):
        fetch_bundle(tmp_path, get=get)


def test_only_what_browsers_need_is_published(fetched: Path) -> None:
    files = read_bundle(fetched)
    total = sum(map(len, files.values()))
    print(len(files), "files,", total, "bytes")
    assert not [name for name in files if name.startswith("schema")]
    assert {"npm/index.js", "locales/nl.js", "LICENSE.txt", "status.json"} <= set(files)
    assert not [name for name in files if name.endswith(".map")]
    assert total < 9_000_000
    assert b"jsdelivr" not in files["npm/index.js"]
    assert b"githubstatus.com/api" not in files["npm/index.js"]
    assert b"hostedstatus.com" not in files["npm/index.js"]


def test_the_configuration_is_what_the_program_describes(town: Path, fetched: Path) -> None:
    config = json.loads((town / "beheer/config.json").read_text("utf-8"))
    schema = json.loads((fetched / program.version() / "schema/sveltia-cms.json").read_text("utf-8"))
    faults = [f"{list(each.path)}: {each.message[:120]}" for each in Draft7Validator(schema).iter_errors(config)]
    assert faults == []
    service = next(each for each in config["collections"] if each["name"] == "aanbod")
    assert (service["folder"], service["format"]) == ("data/aanbod", "socialmap-aanbod")
    fields = {each["name"]: each for each in service["fields"]}
    assert fields["themas"] == {
        "name": "themas",
        "label": "Themas",
        "required": True,
        "widget": "select",
        "options": [{"label": "Geld", "value": "geld"}],
        "multiple": True,
    }
    assert {"naam", "naam@en", "telefoon", "kosten"} <= set(fields)
    assert fields["leeftijd_vanaf"]["widget"] == "string"


@pytest.mark.browser
@pytest.mark.parametrize("headers", [True, False])
def test_opening_it_asks_nobody_else_and_says_nothing(browser: Browser, town: Path, headers: bool) -> None:
    with hosted(town, headers=headers) as url, tab_in(browser) as tab:
        tab.page.goto(f"{url}beheer/index.html")
        expect(tab.page.get_by_role("button", name="GitHub")).to_be_visible(timeout=20_000)
        tab.page.wait_for_timeout(1_500)
        assert [asked for asked in tab.elsewhere(url) if not asked.startswith("blob:")] == []
        assert [said for said in tab.said if said.startswith(("error", "policy", "warning"))] == []
        assert tab.page.context.cookies() == []
