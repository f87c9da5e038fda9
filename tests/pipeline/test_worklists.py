"""What there is to do reaches who has to do it: in words, with a mail to send, as a table and as reminders."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar

from handbook.small import write_project
from socialmap.hosts.cli import main
from socialmap.links import Answer, write_memory
from socialmap.pipeline.check import find_problems, read_data
from socialmap.pipeline.confirm_requests import ConfirmRequest, read_request
from socialmap.pipeline.load import Data
from socialmap.pipeline.named_links import memory_file
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.worklists import COLUMNS, WorkList, make_worklist, worklist_calendar, worklist_table
from socialmap.report.worklist import Line, write_tasks, write_tasks_markdown

TODAY = date(2026, 11, 2)
OLD = (
    "naam: 'Oud [spreekuur]'\nsamenvatting: We helpen je.\nsoort: hulp\nthemas: geld\nrol: redactie\n"
    "organisatie: huis\nwebsite: https://spreekuur.example\n"
    "gecontroleerd_op: 2025-06-01\ngecontroleerd_door: redactie\n"
)
HOUSE = (
    "naam: Het Huis\nsoort: stichting\nsamenvatting: Het huis van de wijk.\nrol: redactie\n"
    "email: info+wijk@huis.example\ngecontroleerd_op: 2026-11-01\ngecontroleerd_door: redactie\n"
)


SITE = "https://kaart.example/pad"


def worklist(folder: Path, *, language: str = "nl", answers: tuple[Answer, ...] = (), **settings: str) -> WorkList:
    """The work list of a small municipality in which a service was not checked for long.

    `answers` are what somebody saw who asked for the links of the records.
    """
    root = write_project(folder, aanbod__oud=OLD, organisaties__huis=HOUSE)
    project = open_project(root, extra={"site_url": SITE, **settings})
    assert isinstance(project, Project)
    if answers:
        write_memory(memory_file(project), answers)
    data = read_data(project, today=TODAY)
    problems = find_problems(data, project, today=TODAY)
    return make_worklist(project, data, today=TODAY, problems=problems, language=language)


def test_a_task_says_what_it_is_where_and_before_when(tmp_path: Path) -> None:
    line = worklist(tmp_path).lines[0]
    assert (line.role, line.role_name, line.kind, line.title) == (
        "redactie",
        "Redactie",
        "due",
        "Tijd om te controleren",
    )
    assert (line.record, line.name, line.due) == ("aanbod/oud", "Oud [spreekuur]", "2026-06-01")
    assert line.what == "Voor het laatst gecontroleerd op 2025-06-01."
    assert line.url == "https://kaart.example/pad/aanbod/oud.html"


def test_the_mail_to_the_organization_is_ready_to_send(tmp_path: Path) -> None:
    parts = urlsplit(worklist(tmp_path).lines[0].mail)
    asked = parse_qs(parts.query)
    assert (parts.scheme, parts.path) == ("mailto", "info%2Bwijk@huis.example")
    assert asked["subject"] == ["Kloppen deze gegevens nog? Oud [spreekuur]"]
    assert "https://kaart.example/pad/aanbod/oud.html" in asked["body"][0]
    assert asked["body"][0].rstrip().endswith("Redactie")


def test_fields_are_named_as_editors_write_them(tmp_path: Path) -> None:
    project = open_project(write_project(tmp_path), extra={"languages": ["nl", "en"]})
    assert isinstance(project, Project)
    data = read_data(project, today=TODAY)
    work = make_worklist(project, data, today=TODAY, problems=(), language="nl")
    (task,) = [line for line in work.lines if line.kind == "translation"]
    assert task.what == "Engels, ontbreekt: naam, samenvatting"


def test_the_text_is_by_role_and_by_kind(tmp_path: Path) -> None:
    work = worklist(tmp_path)
    text = write_tasks(work.lines, words=work.words)
    assert text.splitlines()[:2] == ["Redactie: 3 taken", "================="]
    assert "  aanbod/oud  Oud [spreekuur] (voor 2026-06-01)" in text


def test_markdown_shows_names_as_they_stand(tmp_path: Path) -> None:
    work = worklist(tmp_path)
    assert "- [ ] **Oud \\[spreekuur\\]** (`aanbod/oud`): " in write_tasks_markdown(work.lines, words=work.words)


GONE = Answer("https://spreekuur.example", "gone", "2026-10-30", 404)
MOVED = Answer("https://spreekuur.example", "moved", "2026-10-30", 301, "https://nieuw.example")


def test_a_link_that_did_not_answer_is_told_with_its_address_and_the_day_it_was_seen(tmp_path: Path) -> None:
    work = worklist(tmp_path, answers=(GONE,))
    found = [(line.record, line.role, line.what, line.due) for line in work.lines if line.kind == "broken_link"]
    what = "https://spreekuur.example (bij `website`, gezien op 2026-10-30): Deze pagina bestaat niet meer."
    assert found == [(f"aanbod/{name}", "redactie", what, "2026-11-13") for name in ("oud", "spreekuur")]
    table = worklist_table(work).decode("utf-8-sig")
    calendar = Calendar.from_ical(worklist_calendar(work, name="Kaart", today=TODAY))
    assert table.count(what) == 2
    assert [str(event["DESCRIPTION"]).splitlines()[0] for event in calendar.walk("VEVENT")].count(what) == 2


def test_where_a_page_moved_to_is_told_and_what_is_fine_is_not(tmp_path: Path) -> None:
    (line, _) = (each for each in worklist(tmp_path, answers=(MOVED,)).lines if each.kind == "broken_link")
    assert line.what.endswith("Deze pagina is verhuisd naar https://nieuw.example.")
    fine = worklist(tmp_path, answers=(replace(GONE, state="fine"),))
    assert "broken_link" not in {each.kind for each in fine.lines}


def test_answers_of_addresses_that_are_gone_from_the_records_and_broken_days_are_left_out(tmp_path: Path) -> None:
    answers = (replace(GONE, url="https://weg.example"), replace(GONE, day="gisteren"))
    assert "broken_link" not in {each.kind for each in worklist(tmp_path, answers=answers).lines}


@pytest.mark.parametrize(
    ("repository", "edit"),
    [
        ("https://github.com/dorp/kaart", "https://github.com/dorp/kaart/edit/main/data/aanbod/oud.yml"),
        ("https://gitlab.com/dorp/kaart", "https://gitlab.com/dorp/kaart/-/edit/main/data/aanbod/oud.yml"),
        ("https://codeberg.org/dorp/kaart.git", "https://codeberg.org/dorp/kaart/_edit/main/data/aanbod/oud.yml"),
    ],
)
def test_each_task_leads_to_the_file_and_to_a_request_that_confirms_only_that_record(
    tmp_path: Path, repository: str, edit: str
) -> None:
    line = worklist(tmp_path, repository=repository).lines[0]
    assert (line.record, line.change) == ("aanbod/oud", edit)
    asked = parse_qs(urlsplit(line.confirm).query)
    text = next(asked[name][0] for name in ("body", "issue[description]", "var[BEVESTIG]") if name in asked)
    assert read_request(text) == ConfirmRequest(("aanbod/oud",), "redactie")
    assert asked.get("title", ["Klopt nog: aanbod/oud"]) == ["Klopt nog: aanbod/oud"]


def test_the_ways_to_change_and_confirm_are_in_every_form(tmp_path: Path) -> None:
    work = worklist(tmp_path, repository="https://github.com/dorp/kaart")
    line = work.lines[0]
    table = worklist_table(work).decode("utf-8-sig")
    calendar = worklist_calendar(work, name="Kaart", today=TODAY).decode().replace("\r\n ", "")
    markdown = write_tasks_markdown(work.lines, words=work.words)
    for written in (write_tasks(work.lines, words=work.words), table, calendar, markdown):
        assert line.change in written
        assert line.confirm in written


def test_a_record_in_a_table_opens_at_its_line(tmp_path: Path) -> None:
    table = "id;naam;samenvatting;soort;themas;rol;website\na;A;We helpen je.;hulp;geld;redactie;https://a.example\n"
    table += "b;B;We helpen je.;hulp;geld;redactie;https://b.example\n"
    root = write_project(tmp_path, **{"aanbod.csv": table})
    project = open_project(root, extra={"repository": "https://github.com/dorp/kaart"})
    assert isinstance(project, Project)
    data = read_data(project, today=TODAY)
    found = {line.record: line.change for line in tasks_of(project, data)}
    assert found["aanbod/b"] == "https://github.com/dorp/kaart/edit/main/data/aanbod.csv#L3"


def tasks_of(project: Project, data: Data) -> tuple[Line, ...]:
    """What there is to do besides what the rules found."""
    return make_worklist(project, data, today=TODAY, problems=(), language="nl").lines


def test_without_a_host_nothing_leads_there(tmp_path: Path) -> None:
    assert {(line.change, line.confirm) for line in worklist(tmp_path).lines} == {("", "")}


def test_nothing_to_do_is_said_too(tmp_path: Path) -> None:
    work = worklist(tmp_path).of("nobody-has-this-id")
    assert write_tasks(work.lines, words=work.words) == "Er is niets te doen. Mooi zo."


def test_the_table_has_a_row_for_each_task(tmp_path: Path) -> None:
    work = worklist(tmp_path)
    rows = list(csv.reader(StringIO(worklist_table(work).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows[0]) == len(COLUMNS)
    assert [row[2] for row in rows[1:]] == [line.record for line in work.lines]


def test_what_is_late_is_a_reminder_for_today(tmp_path: Path) -> None:
    written = worklist_calendar(worklist(tmp_path), name="Kaart", today=TODAY)
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert event.decoded("DTSTART") == TODAY
    assert str(event["SUMMARY"]) == "Tijd om te controleren: Oud [spreekuur]"


@pytest.mark.parametrize("chosen", ["text", "markdown", "csv", "ics"])
def test_the_command_writes_each_form(tmp_path: Path, chosen: str) -> None:
    root = write_project(tmp_path / "dorp", aanbod__oud=OLD, organisaties__huis=HOUSE)
    into = tmp_path / "taken"
    assert main(["report", "--project", str(root), "--format", chosen, "--into", str(into)]) == 0
    assert b"Oud" in into.read_bytes()


def test_an_unknown_role_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--project", str(write_project(tmp_path)), "--role", "wie"]) == 2
    assert capsys.readouterr().err == "Er is geen rol `wie`.\n"
