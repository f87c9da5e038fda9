"""The reading score in the browser is that of the command line, for the demo's texts and for hard and odd ones."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from demo_site.building import REPOSITORY
from demo_site.scripts import run_module
from socialmap.pipeline.forms import reading_rules
from socialmap.text.readability import reading_score, sentences_of

MODULE = REPOSITORY / "site_overrides/components/form/readability.js"
HARD = REPOSITORY / "tests/text/hard_texts.yml"
ASK = """export default (module, { reading, texts }) => {
  const reader = module.makeReader(reading);
  return texts.map((text) => [reader.score(text), reader.sentencesOf(text).map(({ text, words }) => [text, words])]);
};"""
ADVISE = "export default (module, { reading, texts }) => texts.map(module.makeReader(reading).advise);"
ODD = (
    "",
    "   ",
    "1234 5678",
    "Het kost 2.50 per keer, bijv. aan de balie. Kom langs!",
    "Neem mee:\n\n- je **brief**\n- een [kaart](https://x.example/lang-adres)\n",
    "Cliënten, reünies en ruïnes; financiën? Ja! 'Zo' zei hij.",
    "Mail info@dorp.example of ga naar https://dorp.example/aanbod voor meer.",
    "Wij komen 's ochtends. ’s Avonds niet.",
    "نساعدك في الأوراق. تعال إلينا.",
    "Ça va? Größe, naïef, café-restaurant, e-mail, A4'tje.",
    "1. Eerst bellen\n2) Dan komen\n> En praten",
)


def texts() -> list[str]:
    """Every summary and description of the demo in Dutch, texts that are hard, and odd ones."""
    found = []
    for path in sorted((REPOSITORY / "data").glob("*/*.yml")):
        record = yaml.safe_load(path.read_text("utf-8"))
        if isinstance(record, dict):
            found += [str(record[name]) for name in ("samenvatting", "beschrijving", "aanmelden") if record.get(name)]
    return [*found, *yaml.safe_load(HARD.read_text("utf-8")), *ODD]


def in_browser(given_texts: list[str], code: str = ASK) -> list[list[object]]:
    """What the module makes of texts."""
    found: list[list[object]] = json.loads(run_module(MODULE, code, {"reading": reading_rules(), "texts": given_texts}))
    return found


def test_both_give_the_same_sentences_and_scores() -> None:
    found = texts()
    print(len(found), "texts")
    assert len(found) >= 100
    for text, (score, sentences) in zip(found, in_browser(found), strict=True):
        expected = sentences_of(text)
        assert sentences == [[each.text, list(each.words)] for each in expected], text
        assert score == pytest.approx(reading_score(expected), abs=1e-9), text


LETTERS = st.sampled_from([*"abcdeijou .,!?'\n-*[]()#@1éëïA", "ij", "’", "https://x.nl "])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(LETTERS, max_size=60).map("".join), min_size=20, max_size=20))
def test_both_agree_on_any_text(some: list[str]) -> None:
    scores = [answer[0] for answer in in_browser(some)]
    assert scores == pytest.approx([reading_score(sentences_of(text)) for text in some], abs=1e-9)


def test_advice_names_the_sentence_that_is_too_long_or_hardest() -> None:
    long = f"Kom binnen. Je kunt hier komen {'en eten ' * 10}met anderen."
    worst = (
        "De onafhankelijke vertrouwenspersoon behandelt klachten omtrent bejegening en dossiervoering vertrouwelijk."
    )
    hard = f"Kom binnen. {worst} Daarover praten wij zorgvuldig verder."
    easy = "Je kunt hier eten. Kom langs."
    scores = [round(reading_score(sentences_of(text))) for text in (long, hard, easy)]
    assert in_browser([long, hard, easy, ""], ADVISE) == [
        {"level": "long", "score": scores[0], "sentence": long.removeprefix("Kom binnen. "), "count": 26},
        {"level": "hard", "score": scores[1], "sentence": worst},
        {"level": "easy", "score": scores[2]},
        {"level": "none"},
    ]
