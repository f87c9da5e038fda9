"""What there is to do reaches who has to do it: in words, with a mail to send, as a table and as reminders."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar

from handbook.small import write_project
from socialmap.hosts.cli import main
from socialmap.pipeline.check import find_problems, read_data
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.worklists import COLUMNS, WorkList, make_worklist, worklist_calendar, worklist_table
from socialmap.report.worklist import write_tasks, write_tasks_markdown

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


def worklist(folder: Path, *, language: str = "nl", site_url: str = "https://kaart.example/pad") -> WorkList:
    """The work list of a small municipality in which a service was not checked for long."""
    project = open_project(
        write_project(folder, aanbod__oud=OLD, organisaties__huis=HOUSE), extra={"site_url": site_url}
    )
    assert isinstance(project, Project)
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
