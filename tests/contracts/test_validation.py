"""Faults of pydantic become problems with a path, an origin and what a message needs."""

from datetime import date

import pytest

from socialmap.contracts.validation import validate
from socialmap.model import Organization, Service
from socialmap.model.settings import Settings
from socialmap.problems import Origin, Place, Problem

ORIGIN = Origin("organisaties/buurthuis.yml")
GOOD = {"id": "buurthuis", "name": {"nl": "Buurthuis"}}


def faults(values: dict[str, object]) -> tuple[Problem, ...]:
    found = validate(Organization, {**GOOD, **values}, origin=ORIGIN)
    assert isinstance(found, tuple)
    return found


def test_good_values_become_a_record() -> None:
    found = validate(Organization, {**GOOD, "assured_date": "2026-11-22"}, origin=ORIGIN)
    assert isinstance(found, Organization)
    assert (found.id, found.name, found.assured_date) == ("buurthuis", {"nl": "Buurthuis"}, date(2026, 11, 22))


def test_a_fault_names_its_path_origin_value_and_bound() -> None:
    (problem,) = faults({"review_months": "61"})
    assert (problem.code, problem.place, problem.path, problem.origin) == (
        "SM209",
        Place("organisaties/buurthuis.yml"),
        ("review_months",),
        ORIGIN,
    )
    assert {key: problem.params[key] for key in ("value", "key", "bound", "limit")} == {
        "value": "61",
        "key": "review_months",
        "bound": "at_most",
        "limit": "60",
    }


@pytest.mark.parametrize(
    ("values", "code", "path"),
    [
        ({"surprise": "x"}, "SM201", ("surprise",)),
        ({"name": {}}, "SM212", ("name",)),
        ({"name": {"nl": ""}}, "SM212", ("name", "nl")),
        ({"name": {"nl": "x" * 301}}, "SM211", ("name", "nl")),
        ({"name": "Buurthuis"}, "SM206", ("name",)),
        ({"kind": "kerk"}, "SM207", ("kind",)),
        ({"assured_date": "2026-02-30"}, "SM210", ("assured_date",)),
        ({"review_months": "drie"}, "SM208", ("review_months",)),
        ({"url": "ftp://example.org"}, "SM213", ("url",)),
        ({"url": "https://me@example.org"}, "SM213", ("url",)),
        ({"email": "info"}, "SM214", ("email",)),
        ({"role": "De Redactie"}, "SM215", ("role",)),
        ({"phones": [{"number": "112", "schedule": "soms"}]}, "SM216", ("phones", 0, "schedule")),
        ({"kvk": "1"}, "SM217", ("kvk",)),
        ({"phones": [{"number": "112", "internal": "wie weet"}]}, "SM218", ("phones", 0, "internal")),
        ({"previous_ids": ["oud", "Oud"]}, "SM215", ("previous_ids", 1)),
        ({"initiative": {"perspective": "loslate"}}, "SM207", ("initiative", "perspective")),
    ],
)
def test_each_kind_of_fault_has_its_code_and_path(values: dict[str, object], code: str, path: tuple[str, ...]) -> None:
    assert [(problem.code, problem.path) for problem in faults(values)] == [(code, path)]


def test_every_fault_of_a_record_is_told_at_once() -> None:
    found = validate(Service, {"id": "x", "themes": []}, origin=ORIGIN)
    assert isinstance(found, tuple)
    assert [(problem.code, problem.path) for problem in found] == [
        ("SM205", ("name",)),
        ("SM205", ("kinds",)),
        ("SM212", ("themes",)),
    ]


def test_a_fixed_word_gets_a_suggestion_and_the_words_to_choose_from() -> None:
    (problem,) = faults({"status": "activ"})
    assert (problem.suggestion, problem.params["words"]) == ("active", "active, paused, stopped")


def test_hours_get_the_suggestion_of_their_reader() -> None:
    (problem,) = faults({"phones": [{"number": "112", "schedule": "mandag 9:00-17:00"}]})
    assert (problem.params["fragment"], problem.suggestion) == ("mandag", "maandag 9:00-17:00")


def test_a_row_of_a_table_gives_its_line() -> None:
    found = validate(Organization, {**GOOD, "kvk": "1"}, origin=Origin("organisaties.csv", 7, 3))
    assert isinstance(found, tuple)
    assert [problem.place for problem in found] == [Place("organisaties.csv", 7)]


def test_a_collection_is_not_called_empty_when_its_parts_were_refused() -> None:
    found = validate(Settings, {"languages": ["Nederlands"]}, origin=Origin("mkdocs.yml"))
    assert isinstance(found, tuple)
    assert [(problem.code, problem.path) for problem in found] == [("SM217", ("languages", 0))]


def test_a_long_value_is_shown_in_part() -> None:
    (problem,) = faults({"email": "x" * 100_000})
    assert len(problem.params["value"]) == 80
