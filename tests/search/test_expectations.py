"""The demo's search answers as its editors expect, and on the command line as in a browser."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from demo_site.building import Built
from demo_site.chromium import tab_in
from demo_site.hosting import hosted
from socialmap.hosts.cli import main
from socialmap.pipeline.asking import check_search, figures, search_site
from socialmap.search import runner
from socialmap.search.runner import NoNodeError, NoSiteError

SAMPLE = ("schulden", "shculden", "ouderenvervoer", "ik kan mijn huur niet betalen", "zorgen voor je moeder", "wmo")


@pytest.fixture(scope="module")
def site(demo: Built) -> Iterator[str]:
    """The address of the demo site."""
    with hosted(demo.root) as address:
        yield address


def test_the_demo_answers_as_its_editors_expect(demo: Built) -> None:
    outcomes, problems = check_search(demo.project)
    told = figures(outcomes)
    print(told)
    assert problems == ()
    assert len(outcomes) >= 150
    assert [(one.expected.query, one.found[: one.expected.first]) for one in outcomes if not one.met] == []
    assert told.third >= 0.92
    assert told.nothing <= 0.01


@pytest.mark.browser
@pytest.mark.parametrize("typed", SAMPLE)
def test_the_command_line_ranks_as_the_browser_does(browser: Browser, demo: Built, site: str, typed: str) -> None:
    asked = search_site(demo.project, typed, limit=20)
    with tab_in(browser) as tab:
        tab.open(f"{site}zoeken.html?q={typed}")
        links = tab.page.locator(".sm-search__name a").evaluate_all("all => all.map((one) => one.pathname)")
    assert links == [f"/{hit.url}" for hit in asked.hits]


@pytest.mark.browser
def test_a_neighbourhood_leaves_the_same_places(browser: Browser, demo: Built, site: str) -> None:
    asked = search_site(demo.project, "schulden", area="Havenwijk", limit=50)
    anywhere = search_site(demo.project, "schulden", limit=50)
    assert 0 < asked.total < anywhere.total
    assert {hit.slug for hit in asked.hits} < {hit.slug for hit in anywhere.hits}


def test_a_slip_is_read_as_the_word_that_was_meant(demo: Built) -> None:
    answer = search_site(demo.project, "shculden")
    assert answer.corrections == (("shculden", "schulden"),)
    assert answer.hits[0].slug == search_site(demo.project, "schulden").hits[0].slug


def test_answers_as_json_say_who_what_and_how_well(demo: Built, capsys: pytest.CaptureFixture[str]) -> None:
    root = demo.project.root
    code = main(
        ["search", "voedselbank", "--project", str(root), "--site", str(demo.root), "--format", "json", "--limit", "2"]
    )
    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert told["query"] == "voedselbank"
    assert told["results"][0] == {
        "rank": 1,
        "id": "voedselbank",
        "name": "Voedselbank",
        "url": "aanbod/voedselbank.html",
        "summary": demo.catalogue.services["voedselbank"].summary["nl"],
        "strong": True,
        "score": told["results"][0]["score"],
    }
    assert len(told["results"]) == 2


def test_an_unmet_expectation_fails_with_the_ranking_that_it_got(
    demo: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data" / "search").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [{socialmap: {municipality: X}}]\n", "utf-8")
    file = tmp_path / "data" / "search" / "expectations.yml"
    file.write_text(
        "expectations:\n  - {query: voedselbank, first: 1, finds: [buurtbus-oosterdorp], kind: name}\n", "utf-8"
    )
    assert main(["check", "--search", "--project", str(tmp_path), "--site", str(demo.root)]) == 1
    told = capsys.readouterr().out
    assert "mist: buurtbus-oosterdorp" in told
    assert "1 voedselbank" in told
    assert "0 van 1" in told


def test_the_system_s_own_node_answers_the_same(demo: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    found = search_site(demo.project, "voedselbank")
    monkeypatch.setattr(runner, "which", lambda _name: "/usr/bin/node")
    assert search_site(demo.project, "voedselbank") == found


def test_no_site_and_no_node_are_told_in_words(
    demo: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NoSiteError):
        search_site(replace(demo.project, site=tmp_path), "geld")
    monkeypatch.setattr(runner, "which", lambda _name: None)
    monkeypatch.setattr(runner, "find_spec", lambda _name: None)
    with pytest.raises(NoNodeError):
        search_site(demo.project, "geld")
    assert main(["search", "geld", "--project", str(demo.project.root), "--site", str(demo.root)]) == 2
    assert "socialmap[search]" in capsys.readouterr().err
