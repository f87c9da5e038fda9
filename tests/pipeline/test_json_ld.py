"""What a page tells search engines about its record: whom it is for, and by which address it is known."""

import json
import re
from pathlib import Path

import pytest
import yaml

from demo_site.building import Built, build
from demo_site.html import read_html
from demo_site.small import RECORDS, write_small

SITE = "https://dorp.example/kaart"
SPREEKUUR = RECORDS["aanbod/spreekuur.yml"]
LINE = {
    **SPREEKUUR,
    "naam": "Hulplijn",
    "locaties": [],
    "telefoon": ["0800 2000"],
    "source_url": "https://lijn.example",
}
CHANGES = {
    "aanbod/wijk.yml": {**SPREEKUUR, "naam": "Wijkhulp", "gebied": ["oost", "west"]},
    "aanbod/streek.yml": {**SPREEKUUR, "naam": "Streekhulp", "gebied": ["regio"]},
    "aanbod/vertaald.yml": {**SPREEKUUR, "naam": "Hulp", "naam@en": "Help", "samenvatting@en": "We help you."},
    "national/aanbod/lijn.yml": LINE,
}
AREAS = [{"id": "oost", "naam": "Oost", "naam@en": "East"}, {"id": "west", "naam": "West"}]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small municipality at an address with a folder."""
    root = write_small(tmp_path_factory.mktemp("json-ld"), changes=CHANGES)
    (root / "data" / "taxonomies" / "neighbourhoods.yml").write_text(yaml.safe_dump(AREAS), "utf-8")
    built = build(root, into=root / "out", settings={"site_url": SITE}, search="keep")
    assert not built.report.failed, built.report.findings
    return built


def page(site: Built, name: str, language: str = "nl") -> Path:
    return site.root / site.route("service", name, language=language)


def data(site: Built, name: str, language: str = "nl") -> dict[str, object]:
    """The one block of structured data on the page of a service."""
    text = page(site, name, language).read_text("utf-8")
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    found: dict[str, object] = json.loads(block)
    return found


@pytest.mark.parametrize(
    ("name", "language", "area"),
    [
        ("lijn", "nl", {"@type": "Country", "name": "NL"}),
        ("spreekuur", "nl", {"@type": "AdministrativeArea", "name": "Dorp"}),
        ("streek", "nl", {"@type": "AdministrativeArea", "name": "Dorp"}),
        ("wijk", "nl", [{"@type": "Place", "name": "Oost"}, {"@type": "Place", "name": "West"}]),
        ("wijk", "en", [{"@type": "Place", "name": "East"}, {"@type": "Place", "name": "West"}]),
    ],
)
def test_a_service_says_whom_it_serves(site: Built, name: str, language: str, area: object) -> None:
    assert data(site, name, language)["areaServed"] == area


@pytest.mark.parametrize(("name", "language"), [("spreekuur", "nl"), ("spreekuur", "en"), ("vertaald", "en")])
def test_a_record_has_the_address_that_its_page_calls_canonical(site: Built, name: str, language: str) -> None:
    (canonical,) = read_html(page(site, name, language)).rel("canonical")
    assert data(site, name, language)["url"] == canonical["href"]


def test_a_page_in_dutch_words_points_to_the_dutch_page(site: Built) -> None:
    assert data(site, "spreekuur", "en")["url"] == f"{SITE}/aanbod/spreekuur.html"
    assert data(site, "vertaald", "en")["url"] == f"{SITE}/en/services/vertaald.html"
