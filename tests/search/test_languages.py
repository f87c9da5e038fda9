"""English forms and Arabic as people write it lead to the same places; a question may say for whom it asks."""

import pytest

from demo_site.building import Built
from socialmap.search.runner import Answer, Query, ask


def answers(demo: Built, language: str, *questions: str) -> tuple[Answer, ...]:
    """What the demo's site says to each question in a language."""
    return ask(demo.root, [Query(question, {}) for question in questions], language=language, first="nl")


@pytest.mark.parametrize(
    ("questions", "service"),
    [
        (("food bank", "food banks", "foodbank", "foodbanks"), "voedselbank"),
        (("debt", "debts", "debt counselling"), "schuldhulp"),
        (("homework", "home work", "homeworks"), "huiswerkhulp-de-stuurman"),
        (("swimming lesson", "swimming lessons"), "zwemles-volwassenen"),
        (("neighbour fighting", "neighbours fighting"), "buurtbemiddeling"),
    ],
)
def test_english_forms_of_a_word_lead_to_the_same_place(demo: Built, questions: tuple[str, ...], service: str) -> None:
    found = {answer.text: [hit.slug for hit in answer.hits[:3]] for answer in answers(demo, "en", *questions)}
    assert {text: slugs for text, slugs in found.items() if service not in slugs} == {}


@pytest.mark.parametrize(
    ("written", "service"),
    [
        (("ديون", "الديون", "والديون", "وديون", "للديون", "بالديون", "دِيُون", "ديـــون"), "schuldhulp"),
        (("أطفال", "اطفال", "الأطفال", "لأطفال", "إطفال"), "kindertelefoon"),
        (("اللغة", "اللغه", "لغة", "لغه", "لُغَة"), "nederlands-voor-beginners"),
        (("بنك الطعام", "طعام", "الطعام"), "voedselbank"),
        (("ايجار", "إيجار", "الإيجار", "الايجار"), "uitkering-aanvragen"),
    ],
)
def test_arabic_is_found_however_it_is_written(demo: Built, written: tuple[str, ...], service: str) -> None:
    found = {answer.text: [hit.slug for hit in answer.hits[:3]] for answer in answers(demo, "ar", *written)}
    assert {text: slugs for text, slugs in found.items() if service not in slugs} == {}


@pytest.mark.parametrize(
    ("language", "plain", "told"),
    [
        ("nl", "schuldhulp", "schuldhulp voor mijn zoon"),
        ("nl", "taalles", "ik zoek taalles voor mijn moeder"),
        ("en", "swimming lessons", "swimming lessons for my daughter"),
    ],
)
def test_for_whom_it_is_does_not_hide_what_it_is(demo: Built, language: str, plain: str, told: str) -> None:
    first, second = answers(demo, language, plain, told)
    assert second.hits[0].slug in [hit.slug for hit in first.hits[:3]]


def test_on_an_english_page_a_dutch_reading_is_not_told_when_english_places_were_found(demo: Built) -> None:
    (food, slip) = answers(demo, "en", "food banks", "shculden")
    assert food.corrections == ()
    assert slip.corrections == (("shculden", "schulden"),)
