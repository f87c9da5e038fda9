"""Who is asked about a change follows from the roles in the data."""

from datetime import date
from pathlib import Path

import pytest

from handbook.small import write_project
from socialmap.hosts.cli import main
from socialmap.pipeline.owners import write_owners
from socialmap.pipeline.project import Project, open_project

COORDINATOR = "naam: Regie\nsoort: coordinator\nemail: regie@dorp.example\naccount: dorp/regie\n"
EDITOR = "naam: Redactie\nsoort: redacteur\nemail: redactie@dorp.example\naccount: '@dorp/redactie'\n"
SERVICE = "naam: Inloop\nsoort: hulp\nthemas: geld\nrol: regie\nwebsite: https://x.example\n"
TABLE = "id;naam;soort;themas;rol;website\na;A;hulp;geld;regie;https://a.example\nb;B;hulp;geld;redactie;https://b.example\n"


def village(folder: Path) -> Project:
    """A village with two roles that have a name at the Git host, a record of each and a table of both."""
    root = write_project(folder, rollen__regie=COORDINATOR, rollen__redactie=EDITOR, aanbod__inloop=SERVICE)
    (root / "data" / "aanbod.csv").write_text(TABLE, "utf-8")
    found = open_project(root)
    assert isinstance(found, Project)
    return found


def test_each_file_is_shown_to_who_keeps_its_records(tmp_path: Path) -> None:
    head, _, rows = write_owners(village(tmp_path), today=date(2026, 11, 2)).partition("\n")
    assert head.startswith("# Wie een wijziging ziet en goedkeurt. Gemaakt door `socialmap owners`")
    assert rows == (
        "* @dorp/regie\n/data/aanbod.csv @dorp/redactie @dorp/regie\n"
        "/data/aanbod/inloop.yml @dorp/regie\n/data/aanbod/spreekuur.yml @dorp/redactie\n"
    )


def test_the_command_writes_the_file_and_says_when_it_is_stale(tmp_path: Path) -> None:
    here = village(tmp_path / "dorp")
    path = here.root / ".github" / "CODEOWNERS"
    arguments = ["owners", "--project", str(here.root), "--into", str(path)]
    assert main([*arguments, "--check"]) == 1
    assert main(arguments) == 0
    assert main([*arguments, "--check"]) == 0
    (here.data / "aanbod/inloop.yml").unlink()
    assert main([*arguments, "--check"]) == 1


def test_what_is_stale_is_said_with_what_to_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = village(tmp_path / "dorp").root
    assert main(["owners", "--project", str(root), "--check"]) == 1
    told = capsys.readouterr().err
    assert told.endswith(f"Typ: socialmap owners --into {root / 'CODEOWNERS'}\n")


def test_without_any_account_the_file_says_how_to_give_one(tmp_path: Path) -> None:
    project = open_project(write_project(tmp_path))
    assert isinstance(project, Project)
    lines = write_owners(project, today=date(2026, 11, 2)).splitlines()
    assert [line[0] for line in lines] == ["#", "#"]
    assert "account: mijngemeente/redactie" in lines[1]
