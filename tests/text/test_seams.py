"""Where compounds fall apart, given how common words are."""

import pytest

from socialmap.sources.word_frequency import word_scale, zipf
from socialmap.text.seams import make_splitter

SPLIT = make_splitter(word_scale("nl"))


@pytest.mark.parametrize(
    "parts",
    [
        "schuld|hulp|verlening",
        "ouderen|vervoer",
        "wijk|team",
        "huis|arts",
        "verslavings|zorg",
        "kinder|opvang|toeslag",
        "gehandicapten|parkeer|kaart",
        "rechts|bijstand",
    ],
)
def test_compounds_fall_apart_at_their_seams(parts: str) -> None:
    assert SPLIT(parts.replace("|", "")) == tuple(parts.split("|"))


@pytest.mark.parametrize(
    "word", ["eenzaamheid", "belasting", "vereniging", "gesprekken", "vrijwilliger", "depressie", "zorg", "2026jaar"]
)
def test_words_that_are_no_compounds_stay_whole(word: str) -> None:
    assert SPLIT(word) == (word,)


def test_a_word_that_only_the_site_knows_is_a_part_too() -> None:
    known = make_splitter(lambda word: 4.0 if word == "wsnp" else zipf(word, "nl"))
    assert known("wsnpspreekuur") == ("wsnp", "spreek", "uur")
    assert SPLIT("xqzspreekuur") == ("xqzspreekuur",)


def test_how_common_a_word_is() -> None:
    assert zipf("schuld", "nl") > zipf("schuldhulpverlening", "nl") > 0
    assert zipf("xqzvwk", "nl") == zipf("schuld", "fy") == 0
