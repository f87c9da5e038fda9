"""Opening hours that the build cannot read, the browser cannot read either, and it names the same part."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from demo_site.building import REPOSITORY
from demo_site.scripts import run_module
from socialmap.pipeline.forms import hours_words
from socialmap.text.hours import HoursFault, read_hours
from socialmap.text.hours.words import PHRASES, WORDS

MODULE = REPOSITORY / "site_overrides/components/form/hours.js"
CASES = REPOSITORY / "tests/text/hours/cases.yml"
ASK = "export default (module, { words, texts }) => texts.map((text) => module.hoursFault(text, words));"
FIGURES = "9 10 12 13 17 0 24 31 1 2 5 53 2026 2027 1999 0900 9:00 09:00 9.30 17u00 1pm 9am 24/7 1e 2e 31e 2nd 1-5-2026"
SIGNS = (
    "-",
    "–",
    ";",
    ",",
    ".",
    ":",
    "+",
    "&",
    "/",
    "(",
    ")",
    "[",
    "]",
    "||",
    "\n",
    ":\n",
    '"zz"',
    "(achterom)",
    "xyz",
)
PIECES = (*WORDS, *PHRASES, *FIGURES.split(), *SIGNS)
USUAL = ("ma", "vr", "di", "en", "-", ",", ";", "9-12", "13-17", "gesloten", "feestdagen")


def written() -> list[str]:
    """Every text of the golden cases, those that are refused too."""
    cases = yaml.safe_load(CASES.read_text("utf-8"))
    return [case["text"] for group in cases.values() for case in group]


def in_browser(texts: list[str]) -> list[object]:
    """What the module says of texts."""
    found: list[object] = json.loads(run_module(MODULE, ASK, {"words": hours_words(), "texts": texts}))
    return found


def in_build(text: str) -> dict[str, str] | None:
    """What the build says of a text."""
    found = read_hours(text)
    return {"fragment": found.fragment, "reason": found.reason} if isinstance(found, HoursFault) else None


def test_both_refuse_the_same_part_of_every_golden_case() -> None:
    texts = written()
    print(len(texts), "texts")
    assert len(texts) >= 600
    for text, found in zip(texts, in_browser(texts), strict=True):
        assert found == in_build(text), text


def test_both_refuse_the_same_part_when_a_word_is_missing() -> None:
    words = [text.split(" ") for text in written()]
    texts = [" ".join((*each[:at], *each[at + 1 :])) for each in words for at in range(len(each))]
    for text, found in zip(texts, in_browser(texts), strict=True):
        assert found == in_build(text), text


@settings(max_examples=10, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES) | st.sampled_from(USUAL), max_size=9), min_size=200, max_size=200))
def test_both_refuse_the_same_part_of_any_words(some: list[list[str]]) -> None:
    texts = [" ".join(words) for words in some]
    assert in_browser(texts) == [in_build(text) for text in texts]


@pytest.mark.parametrize("text", ["ma ٩-١٢", "ma 9-12", "", "   ", "x" * 4001, "ma 9-12 ½", "week 1, 9-"])
def test_both_refuse_the_same_part_of_odd_texts(text: str) -> None:
    assert in_browser([text]) == [in_build(text)]
