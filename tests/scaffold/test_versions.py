"""What the project says of itself is said the same everywhere: version, licence, commands, publiccode.yml."""

import argparse
import re
import tomllib
from pathlib import Path

import yaml

from socialmap.hosts.parser import build_parser

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PUBLICCODE = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
REQUIRED = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}
STATUSES = ("concept", "development", "beta", "stable", "obsolete")
TYPES = ("standalone/web", "standalone/other", "library", "configurationFiles", "addon")


def test_version_is_the_same_everywhere() -> None:
    newest = re.search(r"^## \[(\d+\.\d+\.\d+)\]", CHANGELOG, re.MULTILINE)
    assert newest
    assert {PROJECT["version"], newest[1], PUBLICCODE["softwareVersion"]} == {PROJECT["version"]}


def test_licence_is_the_same_everywhere() -> None:
    assert PUBLICCODE["legal"]["license"] == PROJECT["license"] == "EUPL-1.2"
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (ROOT / "LICENSE").read_text("utf-8")


def test_publiccode_has_the_keys_that_version_0_4_asks() -> None:
    assert set(PUBLICCODE) >= REQUIRED
    assert PUBLICCODE["developmentStatus"] in STATUSES
    assert PUBLICCODE["softwareType"] in TYPES
    assert PUBLICCODE["maintenance"]["type"] in ("internal", "contract", "community", "none")
    assert all(contact["name"] for contact in PUBLICCODE["maintenance"]["contacts"])
    assert PUBLICCODE["localisation"]["localisationReady"] is True
    assert PUBLICCODE["localisation"]["availableLanguages"] == ["nl", "en", "ar"]


def test_publiccode_describes_in_dutch_and_english_within_the_limits() -> None:
    assert list(PUBLICCODE["description"]) == ["nl", "en"]
    for text in PUBLICCODE["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert all(len(feature) <= 100 for feature in text["features"])


def test_every_command_stands_in_the_readme_with_a_line_of_its_own() -> None:
    (commands,) = [action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction)]
    documented = re.findall(
        r"^\| `socialmap ([a-z]+)[^|]*\| [a-z]", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert set(commands.choices) - set(documented) == set()
