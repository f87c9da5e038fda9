"""`socialmap search` says who helps at once, as the search page does."""

import pytest

from demo_site.building import Built
from socialmap.search.runner import Query, ask


@pytest.mark.parametrize(
    ("language", "query", "begins", "number"),
    [
        ("nl", "mijn man slaat mij", "Doet iemand jou of een ander pijn?", "0800-2000"),
        ("en", "ik wil dood", "Thinking about suicide?", "113"),
        ("ar", "spoed", "هل هناك خطر الآن؟", "112"),
    ],
)
def test_a_question_of_danger_brings_the_line_first(
    demo: Built, language: str, query: str, begins: str, number: str
) -> None:
    (answer,) = ask(demo.root, (Query(query, {}),), language=language, first="nl")
    assert len(answer.crisis) == 1
    assert answer.crisis[0].startswith(begins)
    assert number in answer.crisis[0]


def test_a_harmless_question_brings_none(demo: Built) -> None:
    (answer,) = ask(demo.root, (Query("geld", {}),), language="nl", first="nl")
    assert answer.crisis == ()
