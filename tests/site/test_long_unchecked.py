"""What nobody checks sinks in the lists, leaves them in the end, and then tells where to ask."""

import re

import pytest

from demo_site.building import Built, build, contents
from demo_site.html import read_html
from demo_site.small import CHECKED, RECORDS, write_small

ORGANIZATION = {
    "telefoon": "099 999 12 34", "email": "info@welzijn.example", "website": "https://welzijn.example",
}  # fmt: skip
DAYS = {"aaa-oud": "2024-10-01", "bbb-nieuw": "2026-10-01", "verlopen": "2023-10-01", "bewaard": "2023-10-01"}


def service(name: str, day: str) -> dict[str, object]:
    """A service that was last checked on a day."""
    return {**RECORDS["aanbod/spreekuur.yml"], **CHECKED, "naam": name.title(), "gecontroleerd_op": day}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A municipality with services that were checked long ago; one of them is kept for a reason."""
    folder = tmp_path_factory.mktemp("lang")
    changes: dict[str, dict[str, object]] = {f"aanbod/{name}.yml": service(name, day) for name, day in DAYS.items()}
    changes["aanbod/bewaard.yml"]["toegestaan"] = {"gecontroleerd_op": "De enige bus van het dorp."}
    changes["organisaties/welzijn.yml"] = dict(ORGANIZATION)
    return build(write_small(folder / "dorp", changes=changes), into=folder)


def test_old_services_come_last_and_expired_ones_are_not_listed(site: Built) -> None:
    page = (site.root / site.route("theme", "geld")).read_text("utf-8")
    named = re.findall(r'<h3[^>]*><a href="[^"]*/([a-z-]+)\.html"', page)
    assert named == ["bbb-nieuw", "spreekuur", "aaa-oud", "bewaard"]


def test_the_page_of_an_expired_service_says_so_and_where_to_ask(site: Built) -> None:
    page = read_html(site.root / site.route("service", "verlopen"))
    assert "We weten niet of dit er nog is." in page.text
    asked = [href for href in page.hrefs() if href.startswith(("tel:", "mailto:", "https:"))]
    assert {"tel:0999991234", "mailto:info@welzijn.example", "https://welzijn.example"} <= set(asked)
    assert "https://spreekuur.example" not in asked


def test_an_old_service_keeps_its_page_and_says_that_it_is_old(site: Built) -> None:
    page = read_html(site.root / site.route("service", "aaa-oud"))
    assert "We weten niet of dit er nog is." not in page.text
    assert "https://spreekuur.example" in page.hrefs()
    assert "Dit is misschien niet meer waar. Bel eerst." in page.text


def test_the_expired_service_is_in_no_list_of_the_site(site: Built) -> None:
    own = site.route("service", "verlopen")
    naming = {
        route for route, body in contents(site.root).items() if route.endswith(".html") and b"verlopen.html" in body
    }
    assert naming <= {own, site.route("organization", "welzijn"), site.route("service", "verlopen", language="en")}


def test_the_report_says_why_and_how_to_keep_it(site: Built) -> None:
    found = {finding.place.file: finding.what for finding in site.report.findings if finding.code == "SM409"}
    assert "niet meer in de lijsten" in found["aanbod/verlopen.yml"]
    assert "niet meer in de lijsten" not in found["aanbod/aaa-oud.yml"]
