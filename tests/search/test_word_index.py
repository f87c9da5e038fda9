"""The word index: its compact texts are read in the browser as they were written here."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo_site.scripts import run_module
from socialmap.search import IndexEntry, Knowledge, SearchRecord, SynonymGroup, build_word_index, stop_words
from socialmap.search.coding import write_numbers, write_rising, write_words

CODING = Path(__file__).parents[2] / "site_overrides" / "components" / "search" / "coding.js"
SERVICES = (
    IndexEntry("service", "Hulp bij schulden", "aanbod/schuldhulp.html", ("budgetcoach",), "Samen op orde"),
    IndexEntry("service", "Wandelgroep", "aanbod/wandelgroep.html"),
    IndexEntry("theme", "Geld", "themas/geld.html", ("schulden",), members=("aanbod/schuldhulp.html",)),
)
RECORDS = tuple(SearchRecord(f"/{one.url}", "", "nl", {"title": one.name}, {"kind": ["hulp"]}) for one in SERVICES[:2])


def index(*, synonyms: tuple[SynonymGroup, ...] = ()) -> dict[str, bytes]:
    def split(word: str) -> tuple[str, ...]:
        return ("wandel", "groep") if word == "wandelgroep" else (word,)

    knowledge = Knowledge(split, lambda word: 5.2 if word == "samen" else 3.0, stop_words("nl"), frozenset(), synonyms)
    return build_word_index(SERVICES, RECORDS, language="nl", knowledge=knowledge)


def told(files: dict[str, bytes], name: str) -> dict[str, object]:
    value = json.loads(files[f"{name}.js"].decode().removeprefix("export default ").rstrip(";\n"))
    assert isinstance(value, dict)
    return value


def test_the_core_has_the_words_of_names_with_seams_and_marks() -> None:
    core = told(index(), "core")
    assert core["words"] == "AbudgetcoachAgeldAhulpAschuldenAwandel|groep"
    assert core["kinds"] == [["service", 2, "aanbod/", ".html"], ["theme", 1, "themas/", ".html"]]
    assert core["lengths"] == "21"


def test_the_rest_has_summaries_and_who_stands_under_what() -> None:
    more = told(index(), "more")
    assert more["words"] == "AordeAsamen**"
    assert more["under"] == "A"


def test_only_synonyms_that_the_site_has_a_word_of_are_sent() -> None:
    groups = (SynonymGroup(("schulden", "geldzorgen"), ("blut",)), SynonymGroup(("duiken", "snorkelen")))
    assert told(index(synonyms=groups), "more")["synonyms"] == "schulden,geldzorgen;blut"


def test_each_service_has_a_card_and_its_facets() -> None:
    files = index()
    assert told(files, f"{told(files, 'core')['order']}/1") == {
        "url": "/aanbod/wandelgroep.html",
        "meta": {"title": "Wandelgroep"},
    }
    assert told(files, "facets") == {"kind": {"hulp": "AB"}}


def test_the_same_records_give_the_same_bytes() -> None:
    assert index() == index()


def test_numbers_are_base_64_with_five_bits_a_letter() -> None:
    assert write_numbers([0, 1, 31, 32, 1000]) == "ABfgBof"


@settings(max_examples=5, deadline=None)
@given(st.lists(st.lists(st.integers(0, 100_000), unique=True).map(sorted), min_size=30, max_size=40))
def test_the_browser_reads_the_numbers_that_were_written(rows: list[list[int]]) -> None:
    code = "export default ({ readRising }, rows) => rows.map(readRising)"
    assert json.loads(run_module(CODING, code, [write_rising(row) for row in rows])) == rows


@pytest.mark.parametrize("words", [["geld", "gelden", "geld|zorg", "x"], ["ا", "سكن", "سكنى"], []])
def test_the_browser_reads_the_words_that_were_written(words: list[str]) -> None:
    code = "export default ({ readWords }, text) => readWords(text)"
    assert json.loads(run_module(CODING, code, write_words(sorted(words)))) == sorted(words)
