"""A record becomes a row: every public column, nothing internal, nothing that a spreadsheet would calculate."""

import json
from collections.abc import Mapping

import pytest
from pydantic import BaseModel

from socialmap.exports.public import PLACE_FIELDS
from socialmap.exports.rows import row_writer
from socialmap.model import Location, Service
from socialmap.model.shape import shape_of

SERVICE: Mapping[str, object] = {"id": "spreekuur", "name": {"nl": "Spreekuur"}, "kinds": ["hulp"], "themes": ["geld"]}


def row(record: BaseModel, *columns: str) -> list[str]:
    """The cells of a record in these columns."""
    return row_writer(columns, shape=shape_of(type(record)))(record)


def service(**values: object) -> Service:
    return Service.model_validate({**SERVICE, **values})


def test_texts_stand_under_their_language() -> None:
    record = service(name={"nl": "Spreekuur", "en": "Help desk"})
    assert row(record, "id", "name@nl", "name@en", "name@ar") == ["spreekuur", "Spreekuur", "Help desk", ""]


def test_a_group_fills_its_own_columns() -> None:
    record = service(cost={"kind": "amount", "amount": "2.50", "note": {"en": "a cup"}})
    columns = ("cost.kind", "cost.amount", "cost.city_pass", "cost.note@nl", "cost.note@en")
    assert row(record, *columns) == ["amount", "2.50", "false", "", "a cup"]


def test_what_is_not_filled_in_is_empty() -> None:
    columns = ("organization", "cost.kind", "cost.city_pass", "phones", "summary@nl", "interpreter", "cancelled")
    assert row(service(), *columns) == [""] * len(columns)


@pytest.mark.parametrize(
    ("column", "value", "cell"),
    [
        ("minimum_age", 0, "0"),
        ("interpreter", False, "false"),
        ("interpreter", True, "true"),
        ("valid_until", "2026-11-02", "2026-11-02"),
        ("schedule", "ma 9:00-12:00", "ma 9:00-12:00"),
        ("themes", ["geld", "werk"], "geld;werk"),
        ("access", ["phone", "walk_in"], "phone;walk_in"),
        ("cancelled", ["2026-12-24", "2026-12-31"], "2026-12-24;2026-12-31"),
    ],
)
def test_a_value_has_one_written_form(column: str, value: object, cell: str) -> None:
    assert row(service(**{column: value}), column) == [cell]


def test_lists_of_groups_are_json_in_a_cell() -> None:
    phones = [{"number": "14 0123", "schedule": "ma 9:00-12:00"}, {"number": "112", "description": {"nl": "Nood"}}]
    (cell,) = row(service(phones=phones), "phones")
    assert json.loads(cell) == phones


def test_internal_numbers_and_contacts_stay_inside() -> None:
    record = service(
        phones=[{"number": "0123", "internal": True}, {"number": "14 0123"}],
        professional={"contact": {"email": "x@y.example", "internal": True}, "law": ["wmo"]},
    )
    columns = ("phones", "professional.law", "professional.contact.phones", "professional.contact.email")
    assert row(record, *columns) == ['[{"number":"14 0123"}]', "wmo", "", ""]


def test_a_contact_that_is_not_internal_is_published() -> None:
    record = service(professional={"contact": {"email": "team@dorp.example"}})
    assert row(record, "professional.contact.email") == ["team@dorp.example"]


def test_a_cell_with_only_internal_parts_is_empty() -> None:
    assert row(service(phones=[{"number": "0123", "internal": True}]), "phones") == [""]


@pytest.mark.parametrize("column", ["note", "allowed", "nonsense", "note@nl", "professional.contact.internal"])
def test_there_is_no_column_for_what_is_internal_or_unknown(column: str) -> None:
    with pytest.raises(ValueError, match="no public field"):
        row_writer((column,), shape=shape_of(Service))


def test_the_place_of_a_confidential_location_is_left_out() -> None:
    values = {"id": "opvang", "name": {"nl": "Opvang"}, "address": "Laan 1", "latitude": 52.1, "longitude": 5.2}
    record = Location.model_validate({**values, "transport": {"nl": "Bus 4"}, "wifi": True})
    columns = ("id", "address", "latitude", "transport@nl", "transport@en", "wifi")
    write = row_writer(columns, shape=shape_of(Location), hidden=PLACE_FIELDS)
    assert write(record) == ["opvang", "", "", "", "", "true"]
    assert row(record, *columns) == ["opvang", "Laan 1", "52.1", "Bus 4", "", "true"]


@pytest.mark.parametrize("formula", ["=1+1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_calculate_gets_an_apostrophe(formula: str) -> None:
    record = service().model_copy(update={"name": {"nl": formula}})
    listed = service(alternate_names=["a"]).model_copy(update={"alternate_names": (formula, "b")})
    assert row(record, "name@nl") == [f"'{formula}"]
    assert row(listed, "alternate_names") == [f"'{formula};b"]
