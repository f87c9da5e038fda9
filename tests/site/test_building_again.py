"""The same data gives the same bytes, warm or cold, and a failed build leaves the site whole."""

import shutil
from pathlib import Path

from demo_site.building import REPOSITORY, Built, build, contents
from demo_site.small import edit, write_small


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that only one side has or that are not the same."""
    return sorted(route for route in set(one) | set(other) if one.get(route) != other.get(route))


def test_two_cold_builds_give_the_same_bytes(demo: Built, tmp_path: Path) -> None:
    again = build(REPOSITORY, into=tmp_path)
    assert again.report.findings == demo.report.findings
    assert differences(contents(again.root), contents(demo.root)) == []


def test_a_warm_build_after_a_change_gives_what_a_cold_one_gives(tmp_path: Path) -> None:
    root = write_small(tmp_path / "project")
    warm = contents(build(root, into=tmp_path / "warm").root)
    edit(root, "aanbod/spreekuur.yml", naam="Ander uur")
    changed = contents(build(root, into=tmp_path / "warm").root)
    assert differences(changed, contents(build(root, into=tmp_path / "cold").root)) == []
    assert "aanbod/spreekuur.html" in differences(changed, warm)
    edit(root, "aanbod/spreekuur.yml", naam="Spreekuur")
    assert differences(contents(build(root, into=tmp_path / "warm").root), warm) == []


def test_a_record_that_goes_takes_its_pages_along(tmp_path: Path) -> None:
    root = write_small(tmp_path / "project", changes={"aanbod/tweede.yml": second()})
    before = contents(build(root, into=tmp_path / "warm").root)
    (root / "data" / "aanbod" / "tweede.yml").unlink()
    after = contents(build(root, into=tmp_path / "warm").root)
    assert {route for route in set(before) - set(after) if route.endswith(".html")} == {
        "aanbod/tweede.html",
        "en/services/tweede.html",
    }
    assert differences(after, contents(build(root, into=tmp_path / "cold").root)) == []
    # Opening hours know the word too: the second Monday.
    pages = {route: body for route, body in after.items() if not route.startswith("assets/form-hours.")}
    assert [route for route, body in pages.items() if b"tweede" in body.lower()] == []


def second() -> dict[str, object]:
    """Another service."""
    return {
        "naam": "Tweede plek",
        "samenvatting": "Ook hier helpen we je.",
        "soort": ["hulp"],
        "themas": ["geld"],
        "website": "https://plek.example",
        "rol": "redactie",
        "gecontroleerd_op": "2026-11-01",
        "gecontroleerd_door": "redactie",
    }


def test_a_failed_build_leaves_the_previous_site_whole(tmp_path: Path) -> None:
    root = write_small(tmp_path / "project")
    before = contents(build(root, into=tmp_path / "out").root)
    edit(root, "aanbod/spreekuur.yml", themas=["bestaat-niet"])
    failed = build(root, into=tmp_path / "out")
    assert failed.report.failed
    assert differences(contents(failed.root), before) == []


def test_a_lost_cache_changes_nothing(tmp_path: Path) -> None:
    root = write_small(tmp_path / "project")
    before = contents(build(root, into=tmp_path / "out").root)
    shutil.rmtree(tmp_path / "out" / "cache")
    assert differences(contents(build(root, into=tmp_path / "out").root), before) == []


def test_a_service_page_does_not_grow_with_the_number_of_services(tmp_path: Path) -> None:
    few = build(write_small(tmp_path / "few"), into=tmp_path / "few" / "out")
    more = {f"aanbod/plek-{number}.yml": {**second(), "naam": f"Plek {number}"} for number in range(40)}
    many = build(write_small(tmp_path / "many", changes=more), into=tmp_path / "many" / "out")
    page = "aanbod/spreekuur.html"
    assert len(many.catalogue.services) == 41
    assert (many.root / page).read_bytes() == (few.root / page).read_bytes()
