"""The rule on plain language: it finds what institutions write, and leaves the plain texts of the demo alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from demo_site.building import Built
from socialmap.catalogue import Entry, build_catalogue
from socialmap.model import Service
from socialmap.problems import Origin
from socialmap.rules import Facts
from socialmap.rules.reading import LANGUAGE, NO_SENTENCES, hard_to_read
from socialmap.sources.word_frequency import zipf

HARD: list[str] = yaml.safe_load((Path(__file__).parents[1] / "text" / "hard_texts.yml").read_text("utf-8"))
EASY = "Kom langs met je brief. We lezen hem samen. Je hoeft geen afspraak te maken en het kost niets."


def facts(**texts: str) -> Facts:
    """What the rule looks at: one service with these texts."""
    written = {name: {LANGUAGE: text} for name, text in texts.items()}
    service = Service.model_validate(
        {"id": "x", "name": {LANGUAGE: "X"}, "kinds": ["hulp"], "themes": ["geld"], **written}
    )
    catalogue, _ = build_catalogue([Entry("service", service, Origin("aanbod/x.yml"))], terms=())
    return Facts(catalogue, date(2026, 11, 22), frequency=zipf)


@pytest.mark.parametrize("text", HARD)
def test_a_text_of_an_institution_is_hard(text: str) -> None:
    assert [problem.path for problem in hard_to_read(facts(summary=text))] == [("summary", LANGUAGE)]


def test_plain_texts_are_not(demo: Built) -> None:
    seen = [
        (record.id, name)
        for kind in ("service", "organization", "location")
        for record in demo.catalogue.records(kind).values()
        for name, value in record
        if isinstance(value, dict) and LANGUAGE in value and name not in NO_SENTENCES
    ]
    all_of_it = Facts(demo.catalogue, date(2026, 11, 22), frequency=zipf)
    assert len(seen) > 500
    assert [(problem.place.file, problem.path) for problem in hard_to_read(all_of_it)] == []


def test_the_hardest_sentence_is_shown_with_its_rare_words_marked() -> None:
    (problem,) = hard_to_read(facts(description=f"Kom langs met je brief. {HARD[11]} We lezen hem samen."))
    assert problem.params == {
        "case": "words",
        "score": "43",
        "sentence": "[Respijtzorg] [ontlast] mantelzorgers tijdelijk teneinde [overbelasting] te voorkomen.",
    }


def test_a_short_text_with_one_long_word_is_fine() -> None:
    assert list(hard_to_read(facts(summary="Formulierenspreekuur in de bibliotheek."))) == []


def test_a_sentence_may_have_twenty_words_and_no_more() -> None:
    twenty = " ".join(["wij"] * 20)
    assert list(hard_to_read(facts(description=f"{twenty}."))) == []
    (problem,) = hard_to_read(facts(description=f"{twenty} wij."))
    assert (problem.params["case"], problem.params["count"]) == ("sentence", "21")


def test_names_and_texts_for_referrers_are_left_alone() -> None:
    service = Service.model_validate(
        {
            "id": "x", "name": {LANGUAGE: HARD[0][:200]}, "kinds": ["hulp"], "themes": ["geld"],
            "professional": {"suitable": {LANGUAGE: HARD[0]}},
        }
    )  # fmt: skip
    catalogue, _ = build_catalogue([Entry("service", service, Origin("aanbod/x.yml"))], terms=())
    assert list(hard_to_read(replace(facts(), catalogue=catalogue))) == []
