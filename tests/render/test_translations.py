"""Interface texts: the form that belongs to a number, the fallback, and a municipality's own texts."""

from pathlib import Path

import pytest

from socialmap.render import Translations, read_translations

OURS = Path(__file__).parents[2] / "site_overrides" / "translations"
HEAD = (
    'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


def texts(language: str) -> Translations:
    return read_translations(language, folders=(OURS,))


@pytest.mark.parametrize(
    ("count", "form"), [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (102, 5)]
)
def test_arabic_has_six_forms(count: int, form: int) -> None:
    arabic = texts("ar")
    assert arabic.plural(count, "%(n)s place", "%(n)s places") == arabic.texts["", "%(n)s place"][form]


@pytest.mark.parametrize(("count", "said"), [(0, "0 plekken"), (1, "1 plek"), (2, "2 plekken"), (11, "11 plekken")])
def test_dutch_has_two_forms(count: int, said: str) -> None:
    assert texts("nl").plural(count, "%(n)s place", "%(n)s places") % {"n": count} == said


def test_english_needs_no_texts() -> None:
    assert texts("en").plural(1, "%(n)s place", "%(n)s places") == "%(n)s place"
    assert texts("en").text("Need help now?") == "Need help now?"


def test_an_unknown_text_stays_english() -> None:
    assert texts("nl").text("Nobody wrote this.") == "Nobody wrote this."


def test_direction_and_own_name() -> None:
    assert [(each.direction, each.own_name) for each in map(texts, ("nl", "en", "ar"))] == [
        ("ltr", "Nederlands"),
        ("ltr", "English"),
        ("rtl", "العربية"),
    ]


def test_the_municipality_own_texts_go_first(tmp_path: Path) -> None:
    (tmp_path / "nl.po").write_text(HEAD + 'msgid "Need help now?"\nmsgstr "Spoed?"\n', "utf-8")
    found = read_translations("nl", folders=(tmp_path, OURS))
    assert found.text("Need help now?") == "Spoed?"
    assert found.text("Search") == texts("nl").text("Search")
