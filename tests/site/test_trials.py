"""What the municipality tries and asks: honest lists, a page of each in every language, and ways that lead there."""

from pathlib import Path

import pytest
import yaml

from demo_site.building import Built, build
from demo_site.html import read_html
from demo_site.small import CHECKED, edit, write_small

LANGUAGES = ("nl", "en", "ar")
TRIED = {"verwachting": "Meer mensen komen.", **CHECKED}
EXPERIMENTS: dict[str, dict[str, object]] = {
    "mislukt": {"begin": "2026-01-01", "eind": "2026-03-01", "uitkomst": "mislukt", "geleerd": "Begin met praten."},
    "stil": {"begin": "2026-01-01", "eind": "2026-10-30", "uitkomst": "deels"},
    "loopt": {"begin": "2026-10-01"},
    "straks": {"begin": "2027-01-01"},
}
ASKED: dict[str, dict[str, object]] = {
    "open": {"vanaf": "2026-10-01", "tot_en_met": "2026-11-02"},
    "dicht": {"vanaf": "2026-09-01", "tot_en_met": "2026-11-01"},
    "komt": {"vanaf": "2026-11-03", "tot_en_met": "2026-12-01"},
}


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A municipality with experiments and consultations in every stage on 2 November 2026."""
    tried = {
        f"experimenten/{name}.yml": {"naam": name.title(), **TRIED, **values} for name, values in EXPERIMENTS.items()
    }
    asked = {
        f"raadplegingen/{name}.yml": {"naam": name.title(), "vraag": "Wat wil je?", **CHECKED, **values}
        for name, values in ASKED.items()
    }
    return write_small(tmp_path / "town", changes={**tried, **asked})


def order(built: Built, route: str, names: list[str]) -> list[str]:
    """Names in the order in which a page links to them."""
    hrefs = [Path(href).stem for href in read_html(built.root / route).hrefs()]
    return [name for name in dict.fromkeys(hrefs) if name in names]


def test_lists_begin_with_what_was_learned_and_with_what_is_open(town: Path, tmp_path: Path) -> None:
    built = build(town, into=tmp_path, search="keep")
    assert not built.report.failed
    assert order(built, "proberen/index.html", list(EXPERIMENTS)) == ["stil", "mislukt", "loopt", "straks"]
    assert order(built, "denk-mee/index.html", list(ASKED)) == ["open", "komt", "dicht"]
    tried = read_html(built.root / "proberen/index.html").text
    assert tried.index("Begin met praten.") < tried.index("Dit proberen we nu") < tried.index("Dit gaan we proberen")


def test_an_open_end_is_told_as_a_beginning(town: Path, tmp_path: Path) -> None:
    built = build(town, into=tmp_path, search="keep")
    assert "Vanaf 1 oktober 2026" in read_html(built.root / "proberen/loopt.html").text
    tried = read_html(built.root / "proberen/index.html").text
    assert "Vanaf 1 januari 2027" in tried and "1 januari 2026 – 1 maart 2026" in tried


def test_a_failure_is_told_and_so_is_what_nobody_wrote_down(town: Path, tmp_path: Path) -> None:
    built = build(town, into=tmp_path, search="keep")
    failed = read_html(built.root / "proberen/mislukt.html").text
    assert "Het is niet gelukt" in failed and "Begin met praten." in failed
    closed = read_html(built.root / "denk-mee/dicht.html").text
    assert "Voorbij" in closed and "Dat staat hier nog niet." in closed
    opened = read_html(built.root / "denk-mee/open.html").text
    assert "Je kunt meedoen tot en met 2 november 2026." in opened


def test_pages_change_with_their_record_and_with_the_day(town: Path, tmp_path: Path) -> None:
    build(town, into=tmp_path, search="keep")
    edit(town, "experimenten/loopt.yml", uitkomst="gestopt", geleerd="Het was te duur.")
    settings = yaml.safe_load((town / "mkdocs.yml").read_text("utf-8"))
    settings["plugins"][0]["socialmap"]["today"] = "2026-11-03"
    (town / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    built = build(town, into=tmp_path, search="keep")
    assert "Het was te duur." in read_html(built.root / "proberen/index.html").text
    assert order(built, "denk-mee/index.html", list(ASKED)) == ["komt", "open", "dicht"]
    assert order(built, "index.html", list(ASKED)) == ["komt"]
    assert "Voorbij" in read_html(built.root / "denk-mee/open.html").text


def test_a_site_without_them_has_no_page_and_no_link(tmp_path: Path) -> None:
    built = build(write_small(tmp_path / "town"), into=tmp_path, search="keep")
    assert not (built.root / "proberen").exists() and not (built.root / "denk-mee").exists()
    assert [href for href in read_html(built.root / "index.html").hrefs() if "denk-mee" in href] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_a_page_that_home_leads_to(demo: Built, language: str) -> None:
    home = demo.root / demo.route("home", language=language)
    linked = {(home.parent / href).resolve() for href in read_html(home).hrefs()}
    for kind, one, records in (
        ("experiments", "experiment", demo.catalogue.experiments),
        ("consultations", "consultation", demo.catalogue.consultations),
    ):
        index = demo.root / demo.route(kind, language=language)  # type: ignore[arg-type]
        assert index in linked
        ways = {(index.parent / href).resolve() for href in read_html(index).hrefs()}
        pages = {demo.root / demo.route(one, name, language=language) for name in records}  # type: ignore[arg-type]
        assert pages <= ways and all(page.is_file() for page in pages)


def test_search_engines_hear_of_them(demo_online: Built) -> None:
    text = (demo_online.root / "sitemap.xml").read_text("utf-8")
    for route in ("proberen/index.html", "en/trying/app-voor-mantelzorgers.html", "ar/sharik/index.html"):
        assert f"https://kaart.voorbeeldstad.example/kaart/{route}" in text
    page = read_html(demo_online.root / "en/trying/app-voor-mantelzorgers.html")
    canonical = [each["href"] for each in page.rel("canonical")]
    assert canonical == ["https://kaart.voorbeeldstad.example/kaart/en/trying/app-voor-mantelzorgers.html"]


def test_suggestions_know_them(demo: Built) -> None:
    names = "".join(path.read_text("utf-8") for path in (demo.root / "pagefind/nl/words").rglob("n*.js"))
    assert "Waar wil jij een bankje in het Lindekwartier?" in names
