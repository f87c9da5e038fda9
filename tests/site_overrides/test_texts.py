"""Every text of the templates and every fixed word of the model is said in every language, and no text is left over."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any, get_args

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from jinja2 import nodes

from site_overrides.described import ROOT, environment
from socialmap.model import RECORD_TYPES
from socialmap.model.fields import Weekday
from socialmap.model.location import Accessibility
from socialmap.model.organization import Initiative, OrganizationKind
from socialmap.model.people import Experiment
from socialmap.model.service import Access, Capacity, Cost, DigitalThreshold, Professional, Sharing
from socialmap.pipeline.frames import BELOW, NAVIGATION
from socialmap.views.build_form import PARTS
from socialmap.views.build_home import FACETS
from socialmap.views.build_service import SCOPES
from socialmap.views.build_trials import STAGES
from socialmap.views.plan import AGENDA

GENERATOR = Path(__file__).parents[2] / "generator" / "socialmap"
TRIALS = tuple(STAGES)
TRANSLATED = ("nl", "ar")
Key = tuple[str, str]


def words(kind: Any) -> set[str]:
    """The words of a Literal, however deep it stands in a type."""
    if isinstance(kind, str):
        return {kind}
    return set().union(*map(words, get_args(kind))) if kind is not NoneType else set()


def field(model: Any, name: str) -> set[str]:
    return words(model.model_fields[name].annotation)


CONTEXTS: dict[str, set[str]] = {
    "access": words(Access),
    "accessibility": words(Accessibility),
    "area": set(SCOPES),
    "capacity": field(Capacity, "level"),
    "cost": field(Cost, "kind"),
    "digital_threshold": words(DigitalThreshold),
    "facet": {*FACETS, "cost", "open"},
    "open": {"now"},
    "fact_word": {*words(Weekday), *field(Sharing, "form"), "yes"},
    "law": field(Professional, "law"),
    "navigation": {*NAVIGATION, *BELOW},
    "organization_kind": words(OrganizationKind),
    "seeks": field(Initiative, "seeks"),
    "section": {"theme", "entrance", "target_group", "neighbourhood"},
    "weekday": set(map(str, range(7))),
    "index": {"themes", "a_to_z", "places"},
    "hours": {"appointment", "unknown"},
    "title": {"home", "search", "themes", "a_to_z", "places", "guides", "my_list", "map", "forms", *TRIALS},
    "description": {
        "home",
        "search",
        "themes",
        "a_to_z",
        "places",
        "agenda",
        "guides",
        "my_list",
        "map",
        "forms",
        *TRIALS,
    },
    **{context: set(STAGES[context]) for context in TRIALS},
    "outcome": field(Experiment, "outcome"),
    "heading": set(AGENDA),
    "form_part": {name for parts in PARTS.values() for name, _ in parts} | {"change"},
    **{context: set(RECORD_TYPES) for context in ("form_type", "form_new", "form_change")},
    "fact": set(re.findall(r'FactView\(\s*"([a-z_.]+)"', (GENERATOR / "views/build_facts.py").read_text("utf-8"))),
}


def in_templates() -> Iterator[Key]:
    for path in (*ROOT.glob("components/*/*.html"), *ROOT.glob("pages/*.html"), ROOT / "base.html"):
        for found in environment("nl").parse(path.read_text("utf-8")).find_all(nodes.Filter):
            yield from in_filter(found)


def in_filter(found: nodes.Filter) -> Iterator[Key]:
    texts = [each.value for each in (found.node, *found.args) if isinstance(each, nodes.Const)]
    if found.name in ("t", "forms"):
        assert texts, f"line {found.lineno}: only literal texts can be translated"
        yield "", texts[0]
    elif found.name == "plural":
        yield "", texts[0]
    elif found.name == "word" and len(texts) == 2:
        yield texts[1], texts[0]


def in_code() -> Iterator[Key]:
    for path in GENERATOR.glob("pipeline/*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "text":
                yield from (
                    ("", ast.literal_eval(each)) for each in call.args[:1] if is_text(each) and not call.keywords
                )


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def needed() -> set[Key]:
    return {
        *in_templates(),
        *in_code(),
        *((context, word) for context, members in CONTEXTS.items() for word in members),
    }


def messages(language: str) -> dict[Key, Message]:
    with (ROOT / "translations" / f"{language}.po").open("rb") as stream:
        found = [message for message in read_po(stream, locale=language) if message.id]
    return {(m.context or "", m.id if isinstance(m.id, str) else m.id[0]): m for m in found}


def strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated_and_none_is_left_over(language: str) -> None:
    found = set(messages(language))
    assert {"missing": needed() - found, "left over": found - needed()} == {"missing": set(), "left over": set()}


def test_english_says_the_words_of_the_model() -> None:
    found = {key for key in messages("en") if key[0]}
    wanted = {key for key in needed() if key[0]}
    assert {"missing": wanted - found, "left over": found - wanted} == {"missing": set(), "left over": set()}


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_no_text_is_empty(language: str) -> None:
    assert [key for key, message in messages(language).items() if not all(strings(message))] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_value_in_a_text_is_in_its_translation(language: str) -> None:
    holes = re.compile(r"%\(\w+\)s|\{\w+\}")
    for (context, english), message in messages(language).items():
        for text in () if context else strings(message):
            found, wanted = set(holes.findall(text)), set(holes.findall(english))
            assert found == wanted or (message.pluralizable and found < wanted), english


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_sign_that_browsers_mirror_by_themselves_is_not_turned_by_its_translation(language: str) -> None:
    with (ROOT / "translations" / f"{language}.po").open("rb") as file:
        said = {str(message.id): message.string for message in read_po(file) if isinstance(message.id, str)}
    signs = {sign: text for sign, text in said.items() if len(sign) == 1 and unicodedata.mirrored(sign)}
    assert signs == {"‹": "‹"}
