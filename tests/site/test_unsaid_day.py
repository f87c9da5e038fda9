"""An activity of which only "elke week" is known: it is on no day, and its page asks to ask on which."""

import pytest

from demo_site.building import Built, build
from demo_site.html import read_html
from demo_site.small import write_small

WHEN = ("wekelijks 10:00-12:00", "elke week van 10 tot 12 uur", "om de week 10:00-12:00", "oneven weken 10:00-12:00")


@pytest.mark.parametrize("when", WHEN)
def test_an_activity_on_an_unsaid_day_is_on_none(tmp_path_factory: pytest.TempPathFactory, when: str) -> None:
    site = made(tmp_path_factory, when)
    page = read_html(site.root / site.route("service", "spreekuur")).text
    assert f"{when} Vraag na op welke dag het is." in page
    assert [word for word in (" elke dag", "maandag", "Zet in je agenda") if word in page] == []
    assert sorted(site.derived.agenda.coming) == []
    assert list(site.root.rglob("spreekuur.ics")) == []


def test_an_activity_on_a_day_of_every_week_is_on_that_day(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = made(tmp_path_factory, "elke week op dinsdag 10:00-12:00")
    page = read_html(site.root / site.route("service", "spreekuur")).text
    assert "dinsdag 10:00–12:00" in page and "Vraag na op welke dag" not in page
    assert {day.weekday() for day in site.derived.agenda.days} == {1}


def made(folders: pytest.TempPathFactory, when: str) -> Built:
    """A municipality with one activity at these hours."""
    folder = folders.mktemp("unsaid")
    changes = {"aanbod/spreekuur.yml": {"locaties": [{"locatie": "buurthuis", "openingstijden": when}]}}
    root = write_small(folder / "dorp", changes=changes)
    (root / "data/taxonomies/kinds.yml").write_text("- {id: hulp, naam: Hulp, agenda: ja}\n", "utf-8")
    return build(root, into=folder, search="keep")
