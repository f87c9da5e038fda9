"""How hard a Dutch text is to read: syllables, sentences and the score of both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.text.readability import EASIEST, reading_score, sentences_of, syllables

COUNTED = {
    "brief": 1, "formulier": 3, "geld": 1, "schulden": 2, "mooi": 1, "moeite": 2, "nieuwe": 2, "eeuw": 1, "idee": 2,
    "financiën": 4, "ruïne": 3, "reünie": 3, "zelfredzaamheid": 4, "ijs": 1, "tv": 1, "bijstand": 2, "koeien": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), COUNTED.items())
def test_a_word_has_the_syllables_that_people_hear(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_full_stop_inside_a_number_or_before_a_small_letter_ends_nothing() -> None:
    assert [each.text for each in sentences_of("Het kost 2.50 per keer, bijv. aan de balie. Kom langs!")] == [
        "Het kost 2.50 per keer, bijv. aan de balie.",
        "Kom langs!",
    ]


def test_items_of_a_list_are_sentences_and_markdown_is_no_text() -> None:
    text = "Neem mee:\n\n- je **brief**\n- een [kaart](https://x.example/lang-adres)\n"
    assert [each.text for each in sentences_of(text)] == ["Neem mee:", "je brief", "een kaart"]


def test_the_score_is_the_formula() -> None:
    sentences = sentences_of("We helpen je met brieven. Kom binnen.")
    assert reading_score(sentences) == pytest.approx(206.84 - 77 * (10 / 7) - 0.93 * (7 / 2))


def test_shorter_sentences_read_more_easily() -> None:
    assert reading_score(sentences_of("Je komt. Je praat. Je gaat.")) > reading_score(
        sentences_of("Je komt, je praat, je gaat.")
    )


@given(st.text(max_size=400))
def test_every_text_has_a_score_and_no_word_is_lost(text: str) -> None:
    sentences = sentences_of(text)
    assert reading_score(sentences) <= EASIEST
    assert all(each.words for each in sentences)
