"""Soft hyphens stand at the seams of compounds and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.text.compounds import COMMON, SOFT_HYPHEN, make_hyphenator, split_compound

hyphenate = make_hyphenator(["Spreekuur", "Mantelzorg", "Schuldhulp aan huis"])


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("formulierenspreekuur", ("formulieren", "spreek", "uur")),
        ("mantelzorgondersteuning", ("mantel", "zorg", "ondersteuning")),
        ("vrijwilligersorganisatie", ("vrijwilligers", "organisatie")),
        ("jongerencentrum", ("jongeren", "centrum")),
        ("gehandicaptenparkeerkaart", ("gehandicapten", "parkeer", "kaart")),
        ("bestuur", ("bestuur",)),
        ("xyzzyxyzzyxyzzy", ("xyzzyxyzzyxyzzy",)),
        ("uur", ("uur",)),
        ("", ("",)),
    ],
)
def test_a_compound_falls_apart_at_its_seams(word: str, parts: tuple[str, ...]) -> None:
    assert split_compound(word, parts=COMMON) == parts


def test_the_words_of_the_site_are_parts_too() -> None:
    own = make_hyphenator(["Zonnehoek"])
    assert own("Zonnehoekbewoners", "nl") == "Zonnehoekbewoners"
    assert own("Zonnehoekbuurthuis", "nl") == f"Zonnehoek{SOFT_HYPHEN}buurt{SOFT_HYPHEN}huis"


def test_a_text_keeps_its_capitals_signs_and_short_words() -> None:
    assert hyphenate("Formulierenspreekuur (buurthuis) 2x", "nl") == (
        f"Formulieren{SOFT_HYPHEN}spreek{SOFT_HYPHEN}uur (buurthuis) 2x"
    )


@pytest.mark.parametrize("language", ["en", "ar", ""])
def test_other_languages_stay_as_they_are(language: str) -> None:
    assert hyphenate("Formulierenspreekuur", language) == "Formulierenspreekuur"


@given(st.text(max_size=60) | st.lists(st.sampled_from(sorted(COMMON)), max_size=6).map("".join))
def test_without_soft_hyphens_every_text_is_what_it_was(text: str) -> None:
    plain = text.replace(SOFT_HYPHEN, "")
    assert hyphenate(plain, "nl").replace(SOFT_HYPHEN, "") == plain


@given(st.lists(st.sampled_from(sorted(COMMON)), min_size=2, max_size=6).map("".join))
def test_no_piece_is_shorter_than_a_part(word: str) -> None:
    assert min(map(len, split_compound(word, parts=COMMON))) >= 3
