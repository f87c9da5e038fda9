"""Dutch and English keys, words and shorthands mean the same."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialmap.model.raw import Raw
from socialmap.model.shape import FieldShape, Shape, shape_of, walk
from socialmap.sources.loading import MODELS
from socialmap.sources.normalise import Faults, normaliser
from socialmap.sources.translating import iso_date
from socialmap.sources.words import read_words
from sources.site import TERMS, load, values

DUTCH, ENGLISH = read_words("nl"), read_words("en")


def written(field: FieldShape, *, dutch: bool, choice: int) -> Raw:
    """One value for a field, in Dutch or in English words."""
    words = DUTCH if dutch else ENGLISH
    one: Raw = "tekst"
    if field.group is not None:
        one = record(field.group, dutch=dutch, choice=choice)
    elif field.kind == "map":
        one = {"en": "x"} if not field.field_names else {words.write_key("name"): "x"}
    elif field.words:
        one = words.write_word(field.words[choice % len(field.words)])
    elif field.kind == "boolean":
        one = words.write_word(("true", "false")[choice % 2])
    elif len(field.reference) > 1:
        one = f"{words.types[field.reference[0]][0]}/x"
    if field.kind == "map" and field.group is not None:
        one = {"en": one}
    return [one] if field.many else one


def record(shape: Shape, *, dutch: bool, choice: int, only: frozenset[str] | None = None) -> dict[str, Raw]:
    """A value for every field of a group, under its Dutch or its English keys."""
    words = DUTCH if dutch else ENGLISH
    fields = [field for field in shape.fields if only is None or field.name in only]
    return {words.write_key(field.name): written(field, dutch=dutch, choice=choice) for field in fields}


@pytest.mark.parametrize("kind", list(MODELS))
@given(choice=st.integers(0, 11), data=st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_record_in_english_keys_and_words_equals_the_dutch_one(kind: str, choice: int, data: st.DataObject) -> None:
    shape = shape_of(MODELS[kind])  # type: ignore[index]
    only = data.draw(st.frozensets(st.sampled_from([field.name for field in shape.fields]), min_size=1))
    reader = normaliser(shape, words=DUTCH, terms=TERMS)
    faults = Faults([])
    dutch = reader(record(shape, dutch=True, choice=choice, only=only), (), faults)
    english = reader(record(shape, dutch=False, choice=choice, only=only), (), faults)
    assert (dutch, faults.found) == (english, [])
    assert set(dutch) == only


@pytest.mark.parametrize("kind", list(MODELS))
def test_no_two_fields_of_a_group_share_a_written_key(kind: str) -> None:
    shape = shape_of(MODELS[kind])  # type: ignore[index]
    for group in (shape, *(field.group for _, field in walk(shape) if field.group is not None)):
        ways = [way for field in group.fields for way in {field.name, *DUTCH.keys.get(field.name, ())}]
        assert len(ways) == len(set(ways))


@pytest.mark.parametrize("kind", list(MODELS))
def test_every_key_and_fixed_word_of_a_record_has_dutch(kind: str) -> None:
    shape = shape_of(MODELS[kind])  # type: ignore[index]
    fields = [field for _, field in walk(shape)]
    assert {field.name for field in fields} - set(DUTCH.keys) == set()
    assert {word for field in fields for word in field.words} - set(DUTCH.words) == set()


def test_keys_words_and_terms_do_not_mind_case_accents_or_spaces(tmp_path: Path) -> None:
    text = "NAAM: Aa\nThema's: Geld en Schulden\nDigitale drempel: Geen\nVoor verwijzers:\n  WET: Vrij toegankelijk\n"
    assert values(tmp_path, {"aanbod/a.yml": text}) == [
        {
            "id": "a",
            "name": {"nl": "Aa"},
            "themes": ["geld"],
            "digital_threshold": "none",
            "professional": {"law": ["free_access"]},
        }
    ]


def test_one_value_may_stand_for_a_list_and_one_word_for_a_group(tmp_path: Path) -> None:
    hours = "openingstijden: [ma 9:00-10:00, di 9:00-10:00]\n"
    text = f"telefoon: '0612'\nlocaties: zaal\nkosten: gratis\nmelding: Dicht.\n{hours}"
    assert values(tmp_path, {"aanbod/a.yml": text})[0] == {
        "id": "a",
        "phones": [{"number": "0612"}],
        "locations": [{"location": "zaal"}],
        "cost": {"kind": "free"},
        "alert": {"text": {"nl": "Dicht."}},
        "schedule": "ma 9:00-10:00; di 9:00-10:00",
    }


def test_a_text_without_language_is_in_the_editors(tmp_path: Path) -> None:
    files = {"aanbod/a.yml": "name: Aa\nname@ar: Ah\n"}
    assert values(tmp_path / "nl", files)[0]["name"] == {"nl": "Aa", "ar": "Ah"}
    assert values(tmp_path / "en", files, language="en")[0]["name"] == {"en": "Aa", "ar": "Ah"}


def test_an_unknown_word_stays_as_it_was_written(tmp_path: Path) -> None:
    assert values(tmp_path, {"aanbod/a.yml": "status: Aktief\nthemas: [Gelt]\n"})[0] == {
        "id": "a",
        "status": "Aktief",
        "themes": ["Gelt"],
    }


@pytest.mark.parametrize(
    ("written_date", "iso"),
    [
        ("1-2-2026", "2026-02-01"),
        ("01/02/2026", "2026-02-01"),
        ("1.12.2026", "2026-12-01"),
        ("2026-02-01", "2026-02-01"),
        ("31-2-2026", "2026-02-31"),
        ("1-2-26", "1-2-26"),
        ("1 februari 2026", "1 februari 2026"),
    ],
)
def test_dates_as_in_dutch(written_date: str, iso: str) -> None:
    assert iso_date(written_date) == iso


@pytest.mark.parametrize(
    ("text", "code", "field"),
    [
        ("naam: {a: b}\n", "SM206", "naam"),
        ("telefoon: [[x]]\n", "SM206", "telefoon"),
        ("voor_verwijzers: x\n", "SM206", "voor_verwijzers"),
        ("vertaling: x\n", "SM206", "vertaling"),
        ("toegestaan: x\n", "SM206", "toegestaan"),
        ("openingstijden: {ma: x}\n", "SM206", "openingstijden"),
        ("status: [actief]\n", "SM206", "status"),
        ("naam: a\nname: b\n", "SM202", "name"),
        ("status: actief\nSTATUS: actief\n", "SM202", "STATUS"),
        ("status@en: actief\n", "SM203", "status@en"),
        ("naam@: a\nnaam@EN: b\n", "SM204", "naam@EN"),
        ("naaam: a\n", "SM201", "naaam"),
        ("voor_verwijzers:\n  wett: wmo\n", "SM201", "voor_verwijzers.wett"),
    ],
)
def test_what_cannot_be_read_is_told_by_the_key_that_was_written(
    tmp_path: Path, text: str, code: str, field: str
) -> None:
    (problem,) = load(tmp_path, {"aanbod/a.yml": text}).problems
    assert (problem.code, problem.place.field) == (code, field)


def test_a_mistyped_key_is_suggested_as_the_editor_may_write_it() -> None:
    reader = normaliser(shape_of(MODELS["service"]), words=DUTCH, terms={})
    faults = Faults([])
    reader({"levensvrage": "x", "waiting_tim": "x", "iets_heel_anders": "x"}, (), faults)
    assert [problem.suggestion for _, problem in faults.found] == ["levensvragen", "wachttijd", ""]
