"""A reasoned exception to the rules on personal data: for one value, or for all that a field says, and never wider."""

from collections.abc import Iterator
from datetime import date

import pytest

from socialmap.catalogue import Entry, build_catalogue
from socialmap.model import Service
from socialmap.problems import Origin, Path, Problem
from socialmap.rules.facts import Facts
from socialmap.rules.privacy import citizen_numbers, exceptions_without_reason, mailboxes, phones
from socialmap.sources.phones import judge_phone

WHY = "Dit is het dienstnummer van de post."
BSN = "111222333"


def facts(**values: object) -> Facts:
    """One service with these values, in a catalogue of its own."""
    record = Service.model_validate({"id": "x", "name": {"nl": "x"}, "kinds": ["hulp"], "themes": ["geld"], **values})
    catalogue = build_catalogue([Entry("service", record, Origin("x.yml"))])[0]
    return Facts(catalogue, date(2026, 11, 22), judge=judge_phone)


def codes(found: Iterator[Problem]) -> list[tuple[str, Path]]:
    return [(problem.code, problem.path) for problem in found]


TWO = [{"number": "06 12345678"}, {"number": "06 87654321"}]


@pytest.mark.parametrize(
    ("allowed", "left"),
    [
        ({}, [0, 1]),
        ({"06 12345678": WHY}, [1]),
        ({"06 12345678": WHY, "06 87654321": WHY}, []),
        ({"phones": WHY}, []),
        ({"06 12345678": "  "}, [0, 1]),
        ({"email": WHY}, [0, 1]),
        ({"0612345678": WHY}, [0, 1]),
    ],
)
def test_a_reason_counts_for_its_own_number_alone(allowed: dict[str, str], left: list[int]) -> None:
    found = codes(phones(facts(phones=TWO, allowed=allowed)))
    assert found == [("SM503", ("phones", index, "number")) for index in left]


def test_a_number_that_cannot_exist_has_no_exception() -> None:
    found = codes(phones(facts(phones=[{"number": "030 1"}], allowed={"030 1": WHY, "phones": WHY})))
    assert found == [("SM415", ("phones", 0, "number"))]


def test_a_reason_counts_for_its_own_mailbox_alone() -> None:
    contact = {"contact": {"email": "post@gmail.com"}}
    values = {"email": "cafe@gmail.com", "professional": contact}
    assert codes(mailboxes(facts(**values, allowed={"cafe@gmail.com": WHY}))) == [
        ("SM504", ("professional", "contact", "email"))
    ]
    assert codes(mailboxes(facts(**values, allowed={"cafe@gmail.com": WHY, "post@gmail.com": WHY}))) == []


def test_a_reason_for_one_number_in_a_text_leaves_the_others_refused() -> None:
    text = {"nl": f"Zaak {BSN} of zaak 123456782."}
    assert codes(citizen_numbers(facts(summary=text))) == [("SM502", ("summary", "nl"))] * 2
    assert codes(citizen_numbers(facts(summary=text, allowed={BSN: WHY}))) == [("SM502", ("summary", "nl"))]
    assert codes(citizen_numbers(facts(summary=text, allowed={"summary": WHY}))) == []


def test_a_citizen_number_does_not_hide_in_the_reason_itself() -> None:
    found = codes(citizen_numbers(facts(allowed={"email": f"Van bsn {BSN}."})))
    assert found == [("SM501", ("allowed", "email"))]


def test_an_exception_without_a_reason_is_a_fault_whatever_it_is_for() -> None:
    found = codes(exceptions_without_reason(facts(allowed={"06 12345678": "", "email": " ", "phones": WHY})))
    assert found == [("SM508", ("allowed", "06 12345678")), ("SM508", ("allowed", "email"))]
