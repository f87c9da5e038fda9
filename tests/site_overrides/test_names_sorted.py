"""Names are found under the letter of their first word after the article, in the language they are in."""

import pytest

from socialmap.views.parts import Text
from socialmap.views.sorting import first_letter, sort_name


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
