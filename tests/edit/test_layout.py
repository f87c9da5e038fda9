"""The canonical form: nothing is lost, a second time changes nothing, and it is what any YAML reader reads back."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, example, given, settings

from edit.texts import documents
from socialmap.edit.entries import find_comments
from socialmap.edit.forms import make_form
from socialmap.edit.layout import lay_out
from socialmap.model import Service
from socialmap.model.shape import shape_of
from socialmap.sources.words import read_words
from socialmap.sources.yaml_nodes import read_nodes
from socialmap.sources.yaml_reader import read_yaml

FORM = make_form(shape_of(Service), read_words("nl").key_table)
DATA = Path(__file__).parents[2] / "data"


def formatted(text: str) -> str:
    root = read_nodes(text)
    assert root is not None
    return lay_out(text, root, FORM)


def comments(text: str) -> Counter[str]:
    root = read_nodes(text)
    return Counter(comment.text for comment in find_comments(text, root)[1]) if root else Counter()


def readable(text: str) -> object:
    document = read_yaml(text, file="x.yml")
    assume(isinstance(document.value, dict | list))
    assume(all(problem.code == "SM107" for problem in document.problems))
    return document.value


@settings(max_examples=300, deadline=None)
@given(documents())
@example("# kop\n\nsoort: hulp # beste\nnaam: 012\n")
@example("kosten:\n  soort: gratis\n  # nog niets\nnaam: x\n# eind\n")
def test_nothing_is_lost_and_a_second_time_changes_nothing(text: str) -> None:
    value = readable(text)
    once = formatted(text)
    assert read_yaml(once, file="x.yml").value == value
    assert comments(once) == comments(text)
    assert formatted(once) == once


def test_the_order_of_keys_the_quotes_and_the_comments() -> None:
    text = (
        "# yaml-language-server: $schema=x\n\n"
        "rol: loket  # wie\n"
        "# hoe het heet\n"
        "naam:   'Spreekuur'\n"
        "telefoon: 0301234567\n"
        "themas:\n- geld\n- 'no'\n"
        "kosten: {soort: bedrag, bedrag: 2.50}\n"
        "gecontroleerd_op: 2026-03-14\n"
        "beschrijving: >\n  Kom\n  langs.\n\n  Altijd.\n"
    )
    assert formatted(text) == (
        "# yaml-language-server: $schema=x\n\n"
        "# hoe het heet\n"
        "naam: Spreekuur\n"
        "beschrijving: |\n  Kom langs.\n  Altijd.\n"
        'themas: [geld, "no"]\n'
        'telefoon: "0301234567"\n'
        "kosten:\n  soort: bedrag\n  bedrag: 2.50\n"
        "rol: loket  # wie\n"
        "gecontroleerd_op: 2026-03-14\n"
    )


@pytest.mark.parametrize("path", sorted((DATA / "aanbod").glob("*.yml"))[::12], ids=lambda path: path.stem)
def test_another_yaml_reader_takes_every_text_as_text(path: Path) -> None:
    own = read_yaml(path.read_text("utf-8"), file=path.name).value
    other = yaml.safe_load(formatted(path.read_text("utf-8")))
    assert isinstance(own, dict)
    texts = {key: value for key, value in own.items() if isinstance(value, str) and not value[0].isdigit()}
    assert {key: other[key] for key in texts} == texts


def test_a_list_of_words_stands_on_one_line_and_one_with_comments_does_not() -> None:
    assert formatted("themas:\n  - geld\n  - wonen\n") == "themas: [geld, wonen]\n"
    assert formatted("themas: [geld, # eerst\n  wonen]\n") == "themas:\n  - geld  # eerst\n  - wonen\n"
