"""Every rule speaks Dutch and English, in plain words, with the same holes."""

import re
from string import Formatter

import pytest

from socialmap.model import RECORD_TYPES
from socialmap.model.shape import shape_of, walk
from socialmap.pipeline.check import read_messages
from socialmap.problems.registry import RULES
from socialmap.report.messages import Message, build_messages, fill
from socialmap.sources.loading import MODELS

PARTS = ("title", "what", "expected", "remedy", "why")
BY_LANGUAGE = {language: read_messages(language) for language in ("nl", "en")}
UNKIND = re.compile(r"\b(ongeldig\w*|invalid|parse\w*|syntax\w*|string|boolean|null|error)\b", re.IGNORECASE)


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_every_rule_has_every_text_and_nothing_else_has_one(language: str) -> None:
    messages = BY_LANGUAGE[language]
    assert set(messages.rules) == {rule.code for rule in RULES}
    empty = [(code, part) for code, message in messages.rules.items() for part in PARTS if not getattr(message, part)]
    assert empty == []


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_both_languages_fill_the_same_holes(code: str) -> None:
    for part in PARTS:
        found = [holes(getattr(messages.rules[code], part)) for messages in BY_LANGUAGE.values()]
        assert found[0] == found[1]


def test_both_languages_have_the_same_cases_of_known_rules_with_the_same_holes() -> None:
    dutch, english = (
        {(case, part): holes(text) for case, texts in messages.cases.items() for part, text in texts.items()}
        for messages in BY_LANGUAGE.values()
    )
    assert dutch == english
    assert {case.partition("/")[0] for case, _ in dutch} <= {rule.code for rule in RULES}
    assert {part for _, part in dutch} <= set(PARTS)


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_no_text_blames_or_speaks_of_machinery(language: str) -> None:
    texts = [(code, getattr(message, part)) for code, message in BY_LANGUAGE[language].rules.items() for part in PARTS]
    assert [(code, text) for code, text in texts if UNKIND.search(text)] == []


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_titles_and_explanations_have_no_holes_and_all_differ(language: str) -> None:
    rules = BY_LANGUAGE[language].rules
    assert {hole for message in rules.values() for hole in holes(message.title) | holes(message.why)} == set()
    whats = [message.what for message in rules.values()]
    assert len(whats) == len(set(whats))


def test_both_languages_have_the_same_words_with_one_for_every_type_and_vocabulary() -> None:
    fields = [field for model in MODELS.values() for _, field in walk(shape_of(model))]
    needed = {field.vocabulary for field in fields if field.vocabulary} | set(RECORD_TYPES)
    assert set(BY_LANGUAGE["nl"].words) == set(BY_LANGUAGE["en"].words)
    assert needed - set(BY_LANGUAGE["nl"].words) == set()


def test_an_unknown_language_reads_english() -> None:
    assert read_messages("xx").language == "en"


def test_a_hole_without_a_value_stays_visible_and_values_are_not_filled_again() -> None:
    assert fill("{a} en {b}", {"a": "{b}"}) == "{b} en {b}"
    assert fill("geen", {}) == "geen"


def test_messages_are_a_table() -> None:
    with pytest.raises(TypeError, match="table"):
        build_messages("nl", [])
    built = build_messages("nl", {"rules": {"SM101": {"title": "a", "what": "b"}}, "words": {}})
    assert built.rules == {"SM101": Message("a", "b")}
