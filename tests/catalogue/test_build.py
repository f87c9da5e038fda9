"""The whole: indexed both ways, with a problem for what stands twice, dangles or is in no vocabulary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.catalogue import Entry, build_catalogue
from socialmap.catalogue.relations import TermUse, Use, term_uses, typed_key, uses
from socialmap.model import Location, Organization, Record, RecordType, Role, Service, Term
from socialmap.problems import Origin

MODELS: dict[RecordType, type[Record]] = {
    "organization": Organization,
    "location": Location,
    "service": Service,
    "role": Role,
}
TERMS = [("themes", Term(id="geld", name={"nl": "Geld"})), ("kinds", Term(id="hulp", name={"nl": "Hulp"}))]


def entry(kind: RecordType, name: str, /, *, file: str = "", **values: object) -> Entry:
    needed: dict[str, dict[str, object]] = {
        "service": {"kinds": ["hulp"], "themes": ["geld"]},
        "role": {"kind": "desk"},
    }
    fixed = needed.get(kind, {})
    record = MODELS[kind].model_validate({"id": name, "name": {"nl": name}, **fixed, **values})
    return Entry(kind, record, Origin(file or f"{kind}/{name}.yml"))


ENTRIES = [
    entry("service", "spreekuur", organization="welzijn", locations=[{"location": "zaal"}, {"location": "hal"}]),
    entry(
        "service",
        "inloop",
        organization="welzijn",
        locations=[{"location": "zaal"}],
        works_with=["organization/welzijn"],
    ),
    entry("organization", "welzijn"),
    entry("location", "zaal"),
    entry("location", "hal"),
]


def test_relations_are_known_both_ways_in_the_order_of_ids() -> None:
    catalogue, problems = build_catalogue(ENTRIES, terms=TERMS)
    assert problems == ()
    assert catalogue.services_of == {"welzijn": ("inloop", "spreekuur")}
    assert catalogue.services_at == {"zaal": ("inloop", "spreekuur"), "hal": ("spreekuur",)}
    assert list(catalogue.services) == ["inloop", "spreekuur"]
    assert catalogue.origin("location", "hal") == Origin("location/hal.yml")
    assert catalogue.terms("nothing") == {}


@given(st.permutations(ENTRIES))
def test_the_order_of_reading_changes_nothing(entries: list[Entry]) -> None:
    assert build_catalogue(entries, terms=TERMS) == build_catalogue(ENTRIES, terms=TERMS)


def test_of_two_records_with_one_id_the_first_file_stays() -> None:
    both = [entry("organization", "a", file="b.yml"), entry("organization", "a", file="a.yml"), entry("location", "a")]
    catalogue, (problem,) = build_catalogue(both)
    assert catalogue.origin("organization", "a") == Origin("a.yml")
    assert (problem.code, problem.origin, problem.params) == ("SM113", Origin("b.yml"), {"id": "a", "other": "a.yml"})


def test_a_reference_to_nothing_is_told_with_its_path_and_a_suggestion() -> None:
    broken = entry("service", "x", locations=[{"location": "zaal"}, {"location": "zaaal"}], refers_to=["service/y"])
    _, problems = build_catalogue([*ENTRIES, broken], terms=TERMS)
    assert [(problem.code, problem.path, problem.params, problem.suggestion) for problem in problems] == [
        ("SM301", ("locations", 1, "location"), {"id": "zaaal", "type": "location"}, "zaal"),
        ("SM301", ("refers_to", 0), {"id": "y", "type": "service"}, ""),
    ]


def test_a_reference_to_what_could_not_be_read_is_not_told_again() -> None:
    broken = entry("service", "x", organization="kapot")
    assert build_catalogue([broken], terms=TERMS, unread=[("organization", "kapot")])[1] == ()


def test_an_unknown_term_is_told_and_words_beside_the_vocabulary_are_known() -> None:
    service = entry("service", "x", themes=["gelt"], service_area=["national", "noord"])
    _, problems = build_catalogue([service], terms=TERMS)
    assert [(problem.path, problem.params, problem.suggestion) for problem in problems] == [
        (("themes", 0), {"term": "gelt", "vocabulary": "themes"}, "geld"),
        (("service_area", 1), {"term": "noord", "vocabulary": "neighbourhoods"}, ""),
    ]


def test_the_first_of_two_equal_terms_stays() -> None:
    again = ("themes", Term(id="geld", name={"nl": "Anders"}))
    catalogue, _ = build_catalogue([], terms=[*TERMS, again])
    assert catalogue.terms("themes")["geld"].name == {"nl": "Geld"}


@pytest.mark.parametrize(
    ("value", "types", "key"),
    [
        ("a", ("service",), ("service", "a")),
        ("service/a", ("service",), ("service", "a")),
        ("location/a", ("service",), None),
        ("a", ("service", "organization"), None),
        ("organization/a", ("service", "organization"), ("organization", "a")),
        ("service/a/b", ("service",), ("service", "a/b")),
    ],
)
def test_a_typed_reference_is_a_type_and_an_id(value: str, types: tuple[str, ...], key: tuple[str, str] | None) -> None:
    assert typed_key(value, types) == key


def test_every_record_and_term_that_a_record_names_is_found() -> None:
    record = entry(
        "service", "x", role="r", target_groups=[{"term": "ouders"}], outreach=[{"organization": "o"}]
    ).record
    assert list(uses(record)) == [
        Use(("role",), ("role", "r")),
        Use(("outreach", 0, "organization"), ("organization", "o")),
    ]
    assert list(term_uses(record)) == [
        TermUse(("kinds", 0), "kinds", "hulp"),
        TermUse(("themes", 0), "themes", "geld"),
        TermUse(("target_groups", 0, "term"), "target_groups", "ouders"),
        TermUse(("service_area", 0), "neighbourhoods", "municipality", ("municipality", "region", "national")),
    ]
