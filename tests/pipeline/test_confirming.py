"""Confirming a record changes its day and its role where it is written, and not one other letter."""

from datetime import date
from pathlib import Path

import pytest

from handbook.small import write_project
from socialmap.hosts.cli import main
from socialmap.pipeline.check import read_data
from socialmap.pipeline.confirming import Confirmed, confirm_records
from socialmap.pipeline.formatting import format_project, save
from socialmap.pipeline.project import Project, open_project

TODAY = date(2026, 11, 22)
YAML = (
    "# Bel eerst met Anja.\nnaam: 'Huis: de Linde'   # zo heet het\nnaam@en: House\nsoort: hulp\nthemas: [geld]\n"
    "rol: redactie\nwebsite: https://huis.example\n"
)
TABLE = (
    "id;naam;soort;themas;rol;website;gecontroleerd_op\r\n"
    'een;"Een; \r\nhuis";hulp;geld;redactie;https://een.example;1-2-2025\r\n'
    "twee;Twee;hulp;geld;redactie;https://twee.example;\r\n"
)


def project(folder: Path, **files: str) -> Project:
    """A small municipality with these files."""
    root = write_project(folder, **files)
    if "tabel" in files:
        (root / "data" / "tabel.yml").rename(root / "data" / "aanbod.csv")
    found = open_project(root)
    assert isinstance(found, Project)
    return found


def confirm(here: Project, *records: str, by: str = "redactie") -> Confirmed:
    """What confirming changes."""
    return confirm_records(here, records, by=by, today=TODAY)


def test_a_record_that_was_checked_before_gets_another_day(tmp_path: Path) -> None:
    written = f"{YAML}gecontroleerd_op: 1-2-2025 # vorig jaar\ngecontroleerd_door: redactie\nkosten: gratis\n"
    (edit,) = confirm(project(tmp_path, aanbod__huis=written), "aanbod/huis").edits
    assert edit.after == written.replace("1-2-2025", "2026-11-22")


def test_a_record_that_never_was_gets_two_lines_at_its_end(tmp_path: Path) -> None:
    (edit,) = confirm(project(tmp_path, aanbod__huis=YAML.rstrip("\n")), "aanbod/huis").edits
    assert edit.after == f"{YAML}gecontroleerd_op: 2026-11-22\ngecontroleerd_door: redactie\n"


def test_a_file_in_the_canonical_form_still_is_and_only_gets_two_lines(tmp_path: Path) -> None:
    here = project(tmp_path, aanbod__huis=f"{YAML}toegevoegd: 2026-01-01\ngewijzigd: 2026-01-01\n")
    save(format_project(here).edits, here.data)
    before = (here.data / "aanbod/huis.yml").read_text("utf-8")
    (edit,) = confirm(here, "aanbod/huis").edits
    added = ["gecontroleerd_op: 2026-11-22", "gecontroleerd_door: redactie"]
    assert [line for line in edit.after.splitlines() if line not in added] == before.splitlines()
    save((edit,), here.data)
    assert format_project(here).edits == ()
    assert not edit.after.endswith("redactie\n")


def test_in_a_table_only_the_rows_of_the_record_change_and_a_missing_column_comes_at_the_end(tmp_path: Path) -> None:
    here = project(tmp_path, tabel=TABLE)
    (edit,) = confirm(here, "aanbod/een").edits
    assert edit.after == (
        "id;naam;soort;themas;rol;website;gecontroleerd_op;gecontroleerd_door\r\n"
        'een;"Een; \r\nhuis";hulp;geld;redactie;https://een.example;22-11-2026;redactie\r\n'
        "twee;Twee;hulp;geld;redactie;https://twee.example;;\r\n"
    )


def test_several_records_of_one_table_are_confirmed_together(tmp_path: Path) -> None:
    here = project(tmp_path, tabel=TABLE)
    assert main(["confirm", "aanbod/een", "aanbod/twee", "--by", "redactie", "--project", str(here.root)]) == 0
    data = read_data(here, today=TODAY)
    found = {name: (each.assured_date, each.assured_by) for name, each in data.catalogue.services.items()}
    assert found["een"] == found["twee"] == (date(2026, 11, 2), "redactie")


def test_nothing_happens_when_one_of_the_names_is_not_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = project(tmp_path, aanbod__huis=YAML)
    before = (here.data / "aanbod/huis.yml").read_bytes()
    arguments = ["confirm", "aanbod/huis", "aanbod/huys", "--by", "redakcie", "--project", str(here.root)]
    assert main(arguments) == 2
    assert (here.data / "aanbod/huis.yml").read_bytes() == before
    assert capsys.readouterr().err.splitlines() == [
        "`aanbod/huys` staat niet op deze kaart. Er is niets veranderd. Bedoelde je `aanbod/huis`?",
        "`redakcie` staat niet op deze kaart. Er is niets veranderd. Bedoelde je `redactie`?",
    ]


def test_a_dry_run_shows_what_would_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = project(tmp_path, aanbod__huis=YAML)
    before = (here.data / "aanbod/huis.yml").read_bytes()
    assert main(["confirm", "aanbod/huis", "--by", "redactie", "--dry-run", "--project", str(here.root)]) == 0
    assert "+gecontroleerd_op: 2026-11-02\n" in capsys.readouterr().out
    assert (here.data / "aanbod/huis.yml").read_bytes() == before


def test_translations_are_not_touched(tmp_path: Path) -> None:
    written = f"{YAML}vertaling:\n  en:\n    status: concept\n    bron: {{naam: 0123abcd}}\n"
    (edit,) = confirm(project(tmp_path, aanbod__huis=written), "aanbod/huis.yml").edits
    assert edit.after.startswith(written)
