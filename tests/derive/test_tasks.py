"""What there is to do follows from the records, the day and the problems found, and goes to who keeps the record."""

from datetime import date

from socialmap.catalogue import Entry, Key, build_catalogue
from socialmap.derive import Derived, derive_all
from socialmap.derive.tasks import KINDS, BrokenLink, Task, derive_tasks
from socialmap.model import Role, Service
from socialmap.problems import Origin, Place, Problem
from socialmap.text.hours import Holidays

TODAY = date(2026, 11, 22)
GOOD = {
    "kinds": ["hulp"], "themes": ["geld"], "role": "redactie",
    "summary": {"nl": "We helpen je."}, "description": {"nl": "Kom langs."},
    "phones": [{"number": "099 999 12 34"}], "target_groups": [{"term": "iedereen"}], "cost": {"kind": "free"},
    "access": ["phone"], "digital_threshold": "none", "assured_date": "2026-11-01",
}  # fmt: skip


def tasks(
    *services: Service, problems: tuple[Problem, ...] = (), languages: tuple[str, ...] = ("nl",), national: bool = False
) -> list[Task]:
    """The tasks of these services, which an editor keeps."""
    role = Role.model_validate({"id": "redactie", "name": {"nl": "Redactie"}, "kind": "editor"})
    entries = [
        Entry("role", role, Origin("rollen/redactie.yml")),
        *(Entry("service", each, Origin(f"aanbod/{each.id}.yml"), national) for each in services),
    ]
    catalogue, _ = build_catalogue(entries)
    derived: Derived = derive_all(catalogue, boundaries=(), holidays={"nl": Holidays({}, ())}, today=TODAY)
    link = BrokenLink("https://x.example", "website", "gone", date(2026, 11, 20))
    broken: dict[Key, tuple[BrokenLink, ...]] = {("service", "kapot"): (link,)}
    return list(derive_tasks(catalogue, derived=derived, languages=languages, problems=problems, broken=broken))


def service(name: str = "x", **values: object) -> Service:
    """A service with nothing to do about it but what the values bring."""
    wanted = {**GOOD, **values}
    return Service.model_validate(
        {"id": name, "name": {"nl": name}, **{k: v for k, v in wanted.items() if v is not None}}
    )


def kinds(*services: Service, **known: object) -> list[str]:
    """The kinds of the tasks."""
    return [task.kind for task in tasks(*services, **known)]  # type: ignore[arg-type]


def test_a_service_that_is_in_order_asks_nothing() -> None:
    assert tasks(service()) == []


def test_what_was_checked_long_ago_is_asked_for_with_its_day() -> None:
    found = tasks(
        service("a", assured_date="2025-11-01"),
        service("b", assured_date="2024-11-01"),
        service("c", assured_date="2023-11-01"),
    )
    assert [(task.kind, task.key[1], task.due) for task in found] == [
        ("expired", "c", date(2024, 11, 1)),
        ("old", "b", date(2025, 11, 1)),
        ("due", "a", date(2026, 11, 1)),
    ]
    assert {task.role for task in found} == {"redactie"}


def test_what_was_never_checked_is_asked_for() -> None:
    assert kinds(service(assured_date=None)) == ["unchecked"]


def test_what_nobody_keeps_comes_under_no_role() -> None:
    (task,) = tasks(service(role=None))
    assert (task.kind, task.role) == ("no_owner", "")


def test_a_link_that_did_not_answer_is_a_task_of_a_record_that_is_there() -> None:
    (task,) = tasks(service("kapot"))
    assert (task.kind, task.facts) == (
        "broken_link",
        {"url": "https://x.example", "field": "website", "answer": "gone", "seen": "2026-11-20", "target": ""},
    )
    assert (task.due, task.about) == (date(2026, 12, 4), "https://x.example")


def test_problems_of_texts_and_doubles_come_with_what_they_say() -> None:
    origin = Origin("aanbod/x.yml")
    hard = Problem("SM604", Place(origin.file), {"sentence": "Conform."}, path=("summary", "nl"), origin=origin)
    double = Problem("SM414", Place(origin.file), {"other": "y"}, path=("name",), origin=origin)
    other = Problem("SM205", Place(origin.file), path=("name",), origin=origin)
    elsewhere = Problem("SM604", Place("themas.yml"), {"sentence": "Conform."}, path=("name",))
    found = tasks(service(), problems=(other, hard, double, elsewhere))
    assert [(task.kind, dict(task.facts)) for task in found] == [
        ("double", {"other": "y", "field": "name"}),
        ("hard", {"sentence": "Conform.", "field": "summary"}),
    ]


def test_a_thin_record_names_what_it_lacks_the_worst_first() -> None:
    (task,) = tasks(service(description=None, phones=None, cost=None, access=None, target_groups=None))
    assert (task.kind, task.facts["criteria"]) == ("quality", "description reachable for_whom cost way_in owner")


def test_missing_translations_are_one_task_per_language() -> None:
    found = tasks(service(), languages=("nl", "en", "ar"))
    assert [(task.facts["language"], task.facts["state"], task.facts["fields"]) for task in found] == [
        ("en", "missing", "name summary description"),
        ("ar", "missing", "name summary description"),
    ]


def test_stopped_and_national_records_are_left_alone() -> None:
    assert kinds(service(status="stopped", assured_date="2020-01-01")) == []
    assert kinds(service(assured_date="2020-01-01"), national=True) == []


def test_every_kind_can_be_raised() -> None:
    origin = Origin("aanbod/kapot.yml")
    problems = tuple(
        Problem(code, Place(origin.file), {"sentence": "", "other": ""}, path=("name",), origin=origin)
        for code in ("SM604", "SM414")
    )
    services = [
        service("kapot", description=None, phones=None, cost=None, access=None, target_groups=None, role=None),
        *(service(f"s{year}", assured_date=f"{year}-11-01") for year in (2025, 2024, 2023)),
        service("nooit", assured_date=None),
    ]
    assert set(kinds(*services, problems=problems, languages=("nl", "en"))) == set(KINDS)
