"""Spellings that meet, slugs, and the word that was probably meant."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.text.words import FAR, RESERVED, distance, fold, nearest, slugify

WORDS = st.text(string.ascii_lowercase + "-", max_size=24)
NAMES = (
    "buurthuis-de-linde",
    "bibliotheek-centrum",
    "huis-van-de-buurt-havenwijk",
    "formulierenspreekuur",
    "gehandicaptenparkeerkaart",
    "ggz-voorbeeldstad",
    "openingstijden",
    "samenvatting",
    "organisatie",
    "geld",
    "rol",
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Thema's", "thema's"),
        ("  Bij Voorkeur ", "bij-voorkeur"),
        ("bij_voorkeur", "bij-voorkeur"),
        ("CAFÉ", "cafe"),
        ("coördinator", "coordinator"),
        ("ﬁets", "fiets"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_spellings_meet(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Café 't Hoekje!", "cafe-t-hoekje"), ("--", ""), ("x" * 79 + " yy", "x" * 79), ("مكتب", "")],
)
def test_a_slug_keeps_what_can_stand_in_a_web_address(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("left", "right", "steps"),
    [("", "", 0), ("", "abc", 3), ("geld", "gled", 1), ("geld", "geldd", 1), ("geld", "gel", 1), ("ab", "ba", 1)],
)
def test_distance_counts_slips_of_the_keyboard(left: str, right: str, steps: int) -> None:
    assert distance(left, right) == steps


@given(WORDS, WORDS)
def test_distance_is_the_same_both_ways_and_zero_only_for_equals(left: str, right: str) -> None:
    assert distance(left, right) == distance(right, left)
    assert (distance(left, right) == 0) == (left == right)


@given(WORDS, WORDS, st.integers(0, 6))
def test_a_limit_changes_no_answer_within_it(left: str, right: str, limit: int) -> None:
    true = distance(left, right)
    found = distance(left, right, limit=limit)
    assert found == true if true <= limit else found > limit


@given(st.sampled_from([name for name in NAMES if len(name) > 3]), st.data())
def test_one_slip_is_always_understood(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 2))
    letter = data.draw(st.sampled_from(string.ascii_lowercase))
    kind = data.draw(st.sampled_from(("drop", "add", "change", "swap")))
    slips = {
        "drop": name[:place] + name[place + 1 :],
        "add": name[:place] + letter + name[place:],
        "change": name[:place] + letter + name[place + 1 :],
        "swap": name[:place] + name[place + 1] + name[place] + name[place + 2 :],
    }
    assert nearest(slips[kind], NAMES) == name


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("gemeente-voorbeeldstad", ("ggz-voorbeeldstad", "ggd-voorbeeldstad")),
        ("schuldhulp-voorbeeldstad", ("taalhulp-voorbeeldstad",)),
        ("rol", ("tel", "geld")),
        ("x", ("y", "yy")),
        ("naam", ()),
        ("", ("abc",)),
    ],
)
def test_another_name_is_not_a_slip(written: str, known: tuple[str, ...]) -> None:
    assert nearest(written, known) == ""


def test_no_suggestion_is_further_than_a_third_of_the_word_or_three() -> None:
    assert FAR == 3
    assert nearest("abcdefghijkl", ("abcdefghiXXX",)) == "abcdefghiXXX"
    assert nearest("abcdefghijklmnop", ("abcdefghijklXXXX",)) == ""
    assert nearest("abcdef", ("abcXXX",)) == ""


def test_equally_near_words_are_taken_in_order_whatever_order_they_come_in() -> None:
    assert nearest("bat", ("cat", "bad")) == nearest("bat", ("bad", "cat")) == "bad"


def test_names_that_no_file_or_page_can_have() -> None:
    assert {"index", "con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"} <= RESERVED
    assert {"com0", "com10", "contact", "indexen"} & RESERVED == set()
