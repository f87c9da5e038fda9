"""The agenda of the coming weeks: what has a day, what is there nearly always, and what comes later."""

from datetime import date

from socialmap.catalogue import Catalogue, Entry, build_catalogue
from socialmap.derive.agenda import Agenda, derive_agenda, make_timetable
from socialmap.model import Service, Term
from socialmap.problems import Origin
from socialmap.text.hours import Holidays

TODAY = date(2026, 11, 4)
KINDS = [
    ("kinds", Term(id="activiteit", name={"nl": "Activiteit"}, agenda=True)),
    ("kinds", Term(id="hulp", name={"nl": "Hulp"})),
]


def agenda(**schedules: str | dict[str, object]) -> Agenda:
    found = catalogue(**schedules)
    return derive_agenda(found, found.services.values(), timetable=make_timetable(Holidays()), today=TODAY)


def catalogue(**schedules: str | dict[str, object]) -> Catalogue:
    fixed = {"name": {"nl": "X"}, "kinds": ["activiteit"], "themes": ["geld"]}
    values = {name: value if isinstance(value, dict) else {"schedule": value} for name, value in schedules.items()}
    entries = [
        Entry("service", Service.model_validate({**fixed, "id": name, **each}), Origin(f"{name}.yml"))
        for name, each in values.items()
    ]
    return build_catalogue(entries, terms=KINDS)[0]


def test_it_starts_today_and_ends_with_a_week() -> None:
    found = agenda(koor="wo 19:00-21:00", wandelen="wo 10:00-11:00", eten="di 18:00-20:00")
    assert (found.first, found.last) == (TODAY, date(2027, 1, 3))
    assert list(found.days)[:3] == [TODAY, date(2026, 11, 10), date(2026, 11, 11)]
    assert [each.service for each in found.days[TODAY]] == ["wandelen", "koor"]


def test_what_is_there_nearly_every_day_stands_apart() -> None:
    found = agenda(inloop="ma-do 10:00-12:00", koor="ma en wo 19:00-21:00", club="9-13 november 2026 10:00-12:00")
    assert found.often == {"inloop"}
    assert {each.service for members in found.days.values() for each in members} == {"koor", "club"}


def test_only_kinds_that_the_vocabulary_names_stand_in_it() -> None:
    assert agenda(spreekuur={"schedule": "wo 9:00-10:00", "kinds": ["hulp"]}).days == {}


def test_what_starts_later_is_coming_and_what_is_over_is_not() -> None:
    found = agenda(
        cursus={"schedule": "di 19:00-21:00", "start_date": "2027-02-02"},
        markt="4 november 2026 10:00-12:00",
        voorbij={"schedule": "ma 10:00-12:00", "end_date": "2026-11-02"},
    )
    assert found.coming == {"cursus", "markt"}
    assert list(found.days) == [TODAY]
