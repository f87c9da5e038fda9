"""What is kept of a record gives the same record back, for every record of the demo and every kind of value."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from socialmap.contracts.keeping import from_plain, to_plain
from socialmap.contracts.keeping_problems import problem_from_plain, problem_to_plain
from socialmap.model import RECORD_TYPES, Organization, Role, Service, Term
from socialmap.model.settings import Settings
from socialmap.pipeline.load import load_data
from socialmap.problems import Origin, Place, Problem

DATA = Path(__file__).parents[2] / "data"
TEXT = st.text(max_size=8)
NUMBER = st.integers(0, 99)


def back(record: BaseModel) -> BaseModel:
    return from_plain(type(record), json.loads(json.dumps(to_plain(record))))


def types(value: object) -> object:
    """The classes of everything in a value, so that a list does not pass for a tuple."""
    if isinstance(value, BaseModel):
        return type(value), {name: types(part) for name, part in value}
    if isinstance(value, dict):
        return dict, {name: types(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return type(value), [types(part) for part in value]
    return type(value)


def test_every_record_and_term_of_the_demo_comes_back_as_it_was() -> None:
    catalogue = load_data(DATA, settings=Settings()).catalogue
    records = [record for kind in RECORD_TYPES for record in catalogue.records(kind).values()]
    terms = [term for table in catalogue.vocabularies.values() for term in table.values()]
    assert len(records) > 200
    assert len(terms) > 50
    for record in (*records, *terms):
        assert back(record) == record
        assert types(back(record)) == types(record)


@pytest.mark.parametrize(
    "record",
    [
        Role.model_validate({"id": "a", "name": {"nl": "A"}, "kind": "editor", "added": None, "previous_ids": ["b"]}),
        Organization.model_validate(
            {
                "id": "a",
                "name": {"nl": "A"},
                "allowed": {"email": "omdat"},
                "translations": {"en": {"status": "reviewed", "source": {"name": "x"}}},
                "phones": [{"number": "112", "schedule": "ma 9:00-10:00", "internal": "true"}],
            }
        ),
        Service.model_validate(
            {
                "id": "a",
                "name": {"nl": "A"},
                "kinds": ["hulp"],
                "themes": ["geld"],
                "cost": {"kind": "amount", "amount": "2.50"},
                "cancelled": ["2026-01-02", "2026-01-03"],
                "closed": {"from_date": "2026-01-02"},
                "locations": [{"location": "zaal", "phone": {"number": "113"}}, {"location": "hal"}],
                "interpreter": "false",
                "schedule": None,
            }
        ),
        Term.model_validate(
            {"id": "a", "name": {"nl": "A"}, "links": {"snl": "https://example.org"}, "review_months": 3}
        ),
    ],
    ids=lambda record: type(record).__name__,
)
def test_every_kind_of_value_comes_back_with_its_own_type(record: BaseModel) -> None:
    assert back(record) == record
    assert types(back(record)) == types(record)
    assert back(record).model_fields_set == record.model_fields_set


def test_what_a_record_did_not_say_is_not_kept() -> None:
    role = Role.model_validate({"id": "a", "name": {"nl": "A"}, "kind": "editor", "added": date(2026, 1, 2)})
    assert to_plain(role) == {"id": "a", "name": {"nl": "A"}, "kind": "editor", "added": "2026-01-02"}
    cost = Service.model_validate(
        {"id": "a", "name": {"nl": "A"}, "kinds": ["x"], "themes": ["y"], "cost": {"kind": "amount", "amount": "2.50"}}
    ).cost
    assert cost is not None
    assert to_plain(cost) == {"kind": "amount", "amount": str(Decimal("2.50"))}


@given(
    st.builds(
        Problem,
        st.just("SM210"),
        st.builds(Place, TEXT, NUMBER, NUMBER, TEXT),
        st.dictionaries(TEXT, TEXT, max_size=2),
        TEXT,
        st.lists(st.one_of(TEXT, NUMBER), max_size=3).map(tuple),
        st.one_of(st.none(), st.builds(Origin, TEXT, NUMBER, NUMBER)),
    )
)
def test_a_problem_comes_back_as_it_was(problem: Problem) -> None:
    assert problem_from_plain(json.loads(json.dumps(problem_to_plain(problem)))) == problem
