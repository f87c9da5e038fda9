"""What nobody checks sinks in the lists, leaves them in the end, and then tells where to ask."""

import re
from pathlib import Path

import pytest

from demo_site.building import Built, build, contents
from demo_site.html import Html, read_html
from demo_site.small import CHECKED, RECORDS, write_small
from socialmap.views.routes import PageKind

ORGANIZATION = {
    "telefoon": "099 999 12 34", "email": "info@welzijn.example", "website": "https://welzijn.example",
}  # fmt: skip
EXPIRED: list[tuple[PageKind, str]] = [
    ("service", "verlopen"),
    ("organization", "stichting-verlopen"),
    ("location", "zaal-verlopen"),
]
DAYS = {"aaa-oud": "2024-10-01", "bbb-nieuw": "2026-10-01", "verlopen": "2023-10-01", "bewaard": "2023-10-01"}


def service(name: str, day: str) -> dict[str, object]:
    """A service that was last checked on a day."""
    return {**RECORDS["aanbod/spreekuur.yml"], **CHECKED, "naam": name.title(), "gecontroleerd_op": day}


def organization(name: str, day: str) -> dict[str, object]:
    """An organization that was last checked on a day."""
    own = {"email": f"{name}@stichting.example", "website": f"https://{name}.example"}
    base = RECORDS["organisaties/welzijn.yml"]
    return {**base, **CHECKED, **own, "naam": f"Stichting {name}", "gecontroleerd_op": day}


def location(name: str, day: str) -> dict[str, object]:
    """A place with a point and a number of its own that was last checked on a day."""
    at = {"lat": "52.1", "lon": "5.1", "telefoon": "099 999 77 66"}
    base = RECORDS["locaties/buurthuis.yml"]
    return {**base, **CHECKED, **at, "naam": f"Zaal {name}", "gecontroleerd_op": day}


def addresses(page: Html) -> list[str]:
    """How somebody can be reached from a page, without the ways to tell the editors that something is wrong."""
    return [href for href in page.hrefs() if href.startswith(("tel:", "mailto:", "https:")) and "?subject=" not in href]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A municipality with services that were checked long ago; one of them is kept for a reason."""
    folder = tmp_path_factory.mktemp("lang")
    changes: dict[str, dict[str, object]] = {f"aanbod/{name}.yml": service(name, day) for name, day in DAYS.items()}
    changes["aanbod/bewaard.yml"]["toegestaan"] = {"gecontroleerd_op": "De enige bus van het dorp."}
    changes["organisaties/welzijn.yml"] = dict(ORGANIZATION)
    changes |= {f"organisaties/stichting-{name}.yml": organization(name, day) for name, day in DAYS.items()}
    changes |= {f"locaties/zaal-{name}.yml": location(name, day) for name, day in DAYS.items()}
    for kind in ("organisaties/stichting", "locaties/zaal"):
        changes[f"{kind}-bewaard.yml"]["toegestaan"] = {"gecontroleerd_op": "De enige van het dorp."}
    return build(write_small(folder / "dorp", changes=changes), into=folder)


def test_old_services_come_last_and_expired_ones_are_not_listed(site: Built) -> None:
    page = (site.root / site.route("theme", "geld")).read_text("utf-8")
    named = re.findall(r'<h3[^>]*><a href="[^"]*/([a-z-]+)\.html"', page)
    assert named == ["bbb-nieuw", "spreekuur", "aaa-oud", "bewaard"]


def test_the_page_of_an_expired_service_says_so_and_where_to_ask(site: Built) -> None:
    page = read_html(site.root / site.route("service", "verlopen"))
    assert "We weten niet of dit er nog is." in page.text
    asked = addresses(page)
    assert {"tel:0999991234", "mailto:info@welzijn.example", "https://welzijn.example"} <= set(asked)
    assert "https://spreekuur.example" not in asked


def test_an_old_service_keeps_its_page_and_says_that_it_is_old(site: Built) -> None:
    page = read_html(site.root / site.route("service", "aaa-oud"))
    assert "We weten niet of dit er nog is." not in page.text
    assert "https://spreekuur.example" in page.hrefs()
    assert "Dit is misschien niet meer waar. Bel eerst." in page.text


@pytest.mark.parametrize(("kind", "name"), EXPIRED)
def test_only_the_end_of_a_to_z_leads_to_an_expired_record(site: Built, kind: PageKind, name: str) -> None:
    own = {site.route(kind, name, language=language) for language in ("nl", "en")}
    ends = {site.route("a_to_z", language=language) for language in ("nl", "en")}
    named = re.compile(rf"[/\"]{name}(\.html)?\"".encode())
    files = {route: body for route, body in contents(site.root).items() if route.endswith((".html", ".js", ".xml"))}
    assert {route for route, body in files.items() if named.search(body)} == own | ends
    for route in ends:
        living, _, stopped = files[route].partition(b'id="stopped"')
        assert (bool(named.search(living)), bool(named.search(stopped))) == (False, True)


def test_what_is_expired_does_not_count_in_a_to_z(site: Built) -> None:
    page = read_html(site.root / site.route("a_to_z"))
    assert "4 plekken in de lijst" in page.text
    assert "Gestopt of niet zeker" in page.text


def test_places_sink_and_leave_the_list_of_places_the_map_and_the_page_of_their_organization(site: Built) -> None:
    kept = ["zaal-bbb-nieuw", "zaal-aaa-oud", "zaal-bewaard"]
    lists = (site.route("places"), site.route("organization", "welzijn"))
    for page in (read_html(site.root / route) for route in lists):
        assert [href.rpartition("/")[2] for href in page.hrefs() if "/zaal-" in href] == [
            f"{each}.html" for each in kept
        ]
    data = (site.root / site.route("map").replace(".html", ".js")).read_text("utf-8")
    assert re.findall(r'"(zaal-[a-z-]+)"', data) == kept


def test_the_page_of_an_expired_place_names_its_own_contact_and_no_address(site: Built) -> None:
    page = read_html(site.root / site.route("location", "zaal-verlopen"))
    assert "We weten niet of dit er nog is." in page.text
    asked = addresses(page)
    assert asked == ["tel:0999997766", "tel:0999991234", "mailto:info@welzijn.example", "https://welzijn.example"]
    assert "Laan 1" not in page.text


def test_the_page_of_an_expired_organization_names_its_own_contact_only_to_ask(site: Built) -> None:
    page = read_html(site.root / site.route("organization", "stichting-verlopen"))
    assert "We weten niet of dit er nog is." in page.text
    asked = addresses(page)
    assert asked == ["mailto:verlopen@stichting.example", "https://verlopen.example"]


@pytest.mark.parametrize(("kind", "name"), [("organization", "stichting"), ("location", "zaal")])
def test_old_and_kept_records_keep_their_page_and_say_that_they_are_old(site: Built, kind: PageKind, name: str) -> None:
    for each in ("aaa-oud", "bewaard"):
        page = read_html(site.root / site.route(kind, f"{name}-{each}"))
        assert "We weten niet of dit er nog is." not in page.text
        assert "Dit is misschien niet meer waar. Bel eerst." in page.text


@pytest.mark.parametrize(("kind", "name"), EXPIRED)
def test_search_engines_leave_an_expired_page_out(site: Built, kind: PageKind, name: str) -> None:
    page = read_html(site.root / site.route(kind, name))
    assert page.meta("robots") == "noindex"
    assert "schema.org" not in (site.root / site.route(kind, name)).read_text("utf-8")


def test_a_site_that_is_built_again_on_a_later_day_is_as_if_it_were_new(tmp_path: Path) -> None:
    days = {"zinkt": "2024-12-01", "verdwijnt": "2023-12-01"}
    changes: dict[str, dict[str, object]] = {}
    for name, day in days.items():
        changes[f"aanbod/{name}.yml"] = service(name, day)
        changes[f"organisaties/stichting-{name}.yml"] = organization(name, day)
        changes[f"locaties/zaal-{name}.yml"] = {**location(name, day), "organisatie": "welzijn"}
    root = write_small(tmp_path / "dorp", changes=changes)
    first = build(root, into=tmp_path / "warm")
    before, places = contents(first.root), first.route("places")
    later = {"today": "2026-12-02"}
    warm = contents(build(root, into=tmp_path / "warm", settings=later).root)
    assert warm == contents(build(root, into=tmp_path / "cold", settings=later).root)
    assert b"verdwijnt" in before[places]
    assert b"verdwijnt" not in warm[places]


def test_the_report_says_why_and_how_to_keep_it(site: Built) -> None:
    found = {finding.place.file: finding.what for finding in site.report.findings if finding.code == "SM409"}
    assert "niet meer in de lijsten" in found["aanbod/verlopen.yml"]
    assert "niet meer in de lijsten" not in found["aanbod/aaa-oud.yml"]


def test_a_page_of_what_is_gone_leads_on_to_its_theme_and_to_what_is_there_instead(tmp_path: Path) -> None:
    gone = {**service("weg", "2026-10-01"), "status": "gestopt", "niet_voor_jou": ["spreekuur"]}
    asked = {**service("verlopen", "2023-10-01"), "niet_voor_jou": ["spreekuur"], "verwijst_naar": ["aanbod/spreekuur"]}
    built = build(
        write_small(tmp_path / "dorp", changes={"aanbod/weg.yml": gone, "aanbod/verlopen.yml": asked}), into=tmp_path
    )
    for name in ("weg", "verlopen"):
        hrefs = read_html(built.root / built.route("service", name)).hrefs()
        assert [href for href in hrefs if href.endswith("/geld.html")] == ["../themas/geld.html"] * 2
        assert hrefs.count("../aanbod/spreekuur.html") == 1
