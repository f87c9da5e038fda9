"""Texts go to a translator and come back beside their source, with what they were made of."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from handbook.small import write_project
from socialmap.hosts.cli import main
from socialmap.pipeline.load import load_data
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.translating import Row, texts_to_translate, write_texts
from socialmap.pipeline.translations_back import take_texts

HOUSE = (
    "naam: Het huis\nnaam@en: The house\nsamenvatting: We helpen je.\nsoort: hulp\nthemas: geld\nrol: redactie\n"
    "website: https://huis.example\nvertaling:\n  en:\n    status: nagekeken\n    bron:\n      naam: 00000000 # oud\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A municipality in two languages, with a stale name and a missing summary."""
    root = write_project(tmp_path / "dorp", aanbod__huis=HOUSE)
    config = (root / "mkdocs.yml").read_text("utf-8").replace("languages: [nl]", "languages: [nl, en]")
    (root / "mkdocs.yml").write_text(config, "utf-8")
    found = open_project(root)
    assert isinstance(found, Project)
    return found


def of_house(project: Project) -> list[Row]:
    """The texts of the house that need a translation."""
    return [row for row in texts_to_translate(project) if row.record == "aanbod/huis"]


def returned(folder: Path, rows: list[Row]) -> Path:
    """A table that a translator sends back."""
    path = folder / "terug.csv"
    path.write_bytes(write_texts(tuple(rows), language="nl"))
    return path


def translated(row: Row, text: str, state: str = "reviewed") -> Row:
    """A row as a translator fills it."""
    return Row(row.record, row.field, row.language, state, row.source, text, row.mark)


def test_what_is_missing_or_stale_goes_out_with_what_is_there(project: Project) -> None:
    assert [(row.field, row.language, row.state, row.source, row.target) for row in of_house(project)] == [
        ("naam", "en", "stale", "Het huis", "The house"),
        ("samenvatting", "en", "missing", "We helpen je.", ""),
    ]


def test_the_table_names_states_and_columns_as_editors_do(project: Project) -> None:
    text = write_texts(tuple(of_house(project)), language="nl").decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline=""), delimiter=";"))
    assert rows[0] == ["record", "veld", "taal", "stand", "tekst", "vertaling", "kenmerk"]
    assert [row[3] for row in rows[1:]] == ["verouderd", "ontbreekt"]


def test_an_untouched_table_with_no_translation_changes_nothing(project: Project, tmp_path: Path) -> None:
    missing = [row for row in of_house(project) if not row.target]
    assert take_texts(project, returned(tmp_path, missing)).edits == ()


def test_a_translation_stands_beside_its_source_and_is_no_task_any_more(project: Project, tmp_path: Path) -> None:
    name, summary = of_house(project)
    back = take_texts(
        project, returned(tmp_path, [translated(name, "The home"), translated(summary, "We help you.", "draft")])
    )
    (edit,) = back.edits
    assert back.texts == 2
    assert "naam@en: The home\n" in edit.after
    assert edit.after.endswith("samenvatting@en: We help you.\n")
    (project.data / "aanbod/huis.yml").write_text(edit.after, "utf-8")
    record = load_data(project.data, settings=project.settings).catalogue.services["huis"]
    assert dict(record.translations["en"].source) == {"name": name.mark, "summary": summary.mark}
    assert record.translations["en"].status == "draft"


def test_a_text_that_changed_meanwhile_is_refused(project: Project, tmp_path: Path) -> None:
    name, _ = of_house(project)
    sent = returned(tmp_path, [translated(name, "The home")])
    path = project.data / "aanbod/huis.yml"
    path.write_text(path.read_text("utf-8").replace("naam: Het huis", "naam: Het grote huis"), "utf-8")
    back = take_texts(project, sent)
    assert back.edits == ()
    assert [why for _, why in back.refused] == ["source_changed"]


@pytest.mark.parametrize(
    ("record", "field", "language", "why"),
    [
        ("aanbod/weg", "naam", "en", "unknown_record"),
        ("aanbod/huis", "soort", "en", "unknown_text"),
        ("aanbod/huis", "naam", "fr", "unknown_text"),
        ("huis", "naam", "en", "unknown_record"),
    ],
)
def test_what_stands_nowhere_is_refused(
    project: Project, tmp_path: Path, record: str, field: str, language: str, why: str
) -> None:
    row = Row(record, field, language, "reviewed", "", "Text", of_house(project)[0].mark)
    assert [each for _, each in take_texts(project, returned(tmp_path, [row])).refused] == [why]


def test_the_command_goes_out_and_back(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "teksten.csv"
    assert main(["translations", "out", str(table), "--project", str(project.root)]) == 0
    filled = table.read_text("utf-8-sig").replace("We helpen je.;;", "We helpen je.;We help you.;")
    table.write_text(filled, "utf-8")
    assert main(["translations", "in", str(table), "--yes", "--project", str(project.root)]) == 0
    assert "samenvatting@en: We help you." in (project.data / "aanbod/huis.yml").read_text("utf-8")
    assert "bestanden geschreven" in capsys.readouterr().out
