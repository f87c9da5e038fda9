"""The words of a text; the browser's own rules give the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo_site.scripts import run_module
from socialmap.text.tokens import flatten, tokens

MODULE = Path(__file__).parents[2] / "site_overrides" / "components" / "search" / "words.js"
TEXTS = [
    "Café’s vóór ouderen: W.M.O.-loket, 65+",
    "Hulp bij schulden (gratis!) e-mail a.b.c",
    "ﬁnanciële ĳs Straße ŁÓDŹ",
    "المساعدة في الإيجار، ٢٠٢٦",
    "إلى أين؟ مُساعَدة",
    "foo\u00adbar 'n huis",
    "",
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café’s vóór ouderen", ["cafes", "voor", "ouderen"]),
        ("W.M.O. en de wmo-aanvraag", ["wmo", "en", "de", "wmo", "aanvraag"]),
        ("Vraag het in de 3e straat.", ["vraag", "het", "in", "de", "3e", "straat"]),
        ("سكنٌ", ["سكن"]),
    ],
)
def test_words_have_no_case_marks_or_signs(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@given(st.text())
def test_flat_text_stays_flat(text: str) -> None:
    assert flatten(flatten(text)) == flatten(text)


def test_the_browser_reads_the_same_words() -> None:
    code = "export default ({ tokens }, texts) => texts.map((text) => tokens(text))"
    assert json.loads(run_module(MODULE, code, TEXTS)) == [tokens(text) for text in TEXTS]


@settings(max_examples=5, deadline=None)
@given(st.lists(st.text(alphabet="aéÉïßøŁ'’.-_ 1٣بأىة\u0301", max_size=20), min_size=40, max_size=60))
def test_the_browser_reads_any_text_as_we_do(texts: list[str]) -> None:
    code = "export default ({ tokens }, texts) => texts.map((text) => tokens(text))"
    assert json.loads(run_module(MODULE, code, texts)) == [tokens(text) for text in texts]
