"""Names are found under the letter of their first word after the article, in the language they are in."""

import pytest

from socialmap.views.parts import Text
from socialmap.views.sorting import first_letter, letter_rank, reads_later, sort_name


@pytest.mark.parametrize(
    ("name", "language", "letter"),
    [
        ("De Kindertelefoon", "nl", "K"),
        ("\N{RIGHT SINGLE QUOTATION MARK}t Huis", "nl", "H"),
        ("The Mill", "en", "M"),
        ("De Molen", "en", "D"),
        ("De", "nl", "D"),
        ("Éénoudergroep", "nl", "E"),
        ("112: direct hulp", "nl", "#"),
    ],
)
def test_an_article_in_front_does_not_count(name: str, language: str, letter: str) -> None:
    assert first_letter(sort_name(Text(name, language))) == letter


@pytest.mark.parametrize(
    ("name", "page", "later"),
    [("nl", "ar", True), ("en", "ar", True), ("ar", "ar", False), ("nl", "en", False), ("", "ar", False)],
)
def test_names_in_another_script_than_the_page_come_later(name: str, page: str, later: bool) -> None:
    assert reads_later(Text("x", name), page) is later


def test_letters_of_the_page_come_before_the_latin_ones() -> None:
    letters = ["Z", "A", "\N{ARABIC LETTER BEH}", "#", "\N{ARABIC LETTER ALEF}"]
    assert sorted(letters, key=lambda letter: letter_rank(letter, "ar")) == [
        "#", "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER BEH}", "A", "Z",
    ]  # fmt: skip
    assert sorted(["b", "#", "a"], key=lambda letter: letter_rank(letter, "nl")) == ["#", "a", "b"]
