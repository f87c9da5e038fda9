"""Words of danger find the topic whose number must stand first, and harmless words find nothing."""

import json
from pathlib import Path

import pytest
import yaml

from demo_site.building import REPOSITORY
from demo_site.scripts import run_module

TOPICS = yaml.safe_load((REPOSITORY / "data/search/crisis.yml").read_text("utf-8"))
SENTENCES = yaml.safe_load((Path(__file__).parent / "crisis_sentences.yml").read_text("utf-8"))
MODULE = REPOSITORY / "site_overrides/components/urgent/crisis.js"
ASK = "export default (module, { topics, queries }) => queries.map((query) => module.findCrisis(query, topics));"


def lists(topic: dict[str, dict[str, list[str]]], key: str) -> list[str]:
    """The phrases of a topic in all its languages."""
    return [phrase for phrases in topic.get(key, {}).values() for phrase in phrases]


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """The topics of every sentence, as the shipped module gives them."""
    topics = [
        {
            "id": topic["id"],
            "phrases": lists(topic, "zinnen"),
            "alone": lists(topic, "alleen"),
            "harmless": lists(topic, "onschuldig"),
        }
        for topic in TOPICS
    ]
    queries = [*(query for queries in SENTENCES["fires"].values() for query in queries), *SENTENCES["silent"]]
    answers = run_module(MODULE, ASK, {"topics": topics, "queries": queries})
    return dict(zip(queries, json.loads(answers), strict=True))


def test_there_are_enough_sentences_of_both_kinds() -> None:
    assert sum(map(len, SENTENCES["fires"].values())) >= 60
    assert len(SENTENCES["silent"]) >= 60
    assert set(SENTENCES["fires"]) == {topic["id"] for topic in TOPICS}


@pytest.mark.parametrize("topic", SENTENCES["fires"])
def test_every_sentence_of_danger_finds_its_topic(topic: str, found: dict[str, list[str]]) -> None:
    missed = {query: found[query] for query in SENTENCES["fires"][topic] if topic not in found[query]}
    assert missed == {}


def test_no_harmless_words_find_a_topic(found: dict[str, list[str]]) -> None:
    assert {query: found[query] for query in SENTENCES["silent"] if found[query]} == {}
