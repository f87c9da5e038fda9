"""Texts go to a translator and come back beside their source, with what they were made of."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from handbook.small import write_project
from socialmap.hosts.cli import main
from socialmap.imports.xliff import read_xliff
from socialmap.pipeline.load import load_data
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.translating import texts_to_translate, write_texts, xliff_files
from socialmap.pipeline.translations_back import take_texts
from socialmap.text.xliff import TranslationUnit, Version

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


def of_house(project: Project) -> list[TranslationUnit]:
    """The texts of the house that need a translation."""
    return [row for row in texts_to_translate(project) if row.record == "aanbod/huis"]


def returned(folder: Path, rows: list[TranslationUnit]) -> Path:
    """A table that a translator sends back."""
    path = folder / "terug.csv"
    path.write_bytes(write_texts(tuple(rows), language="nl"))
    return path


def translated(row: TranslationUnit, text: str, state: str = "reviewed") -> TranslationUnit:
    """A row as a translator fills it."""
    return TranslationUnit(row.record, row.field, row.language, state, row.source, text, row.mark)


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
    row = TranslationUnit(record, field, language, "reviewed", "", "Text", of_house(project)[0].mark)
    assert [each for _, each in take_texts(project, returned(tmp_path, [row])).refused] == [why]


def test_the_command_goes_out_and_back(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "teksten.csv"
    assert main(["translations", "out", str(table), "--project", str(project.root)]) == 0
    filled = table.read_text("utf-8-sig").replace("We helpen je.;;", "We helpen je.;We help you.;")
    table.write_text(filled, "utf-8")
    assert main(["translations", "in", str(table), "--yes", "--project", str(project.root)]) == 0
    assert "samenvatting@en: We help you." in (project.data / "aanbod/huis.yml").read_text("utf-8")
    assert "bestanden geschreven" in capsys.readouterr().out


def test_a_table_that_comes_back_untouched_changes_nothing_also_where_a_text_is_stale(
    project: Project, tmp_path: Path
) -> None:
    assert take_texts(project, returned(tmp_path, of_house(project))).edits == ()


VERSIONS: tuple[Version, ...] = ("2.0", "1.2")


def sent(project: Project, folder: Path, version: Version) -> Path:
    """The XLIFF that goes to a translator, with every text."""
    rows = texts_to_translate(project, every=True)
    ((path, body),) = xliff_files(rows, source="nl", into=folder / "uit.xlf", version=version).items()
    path.write_bytes(body)
    return path


@pytest.mark.parametrize("version", VERSIONS)
def test_xliff_that_comes_back_untouched_changes_nothing(project: Project, tmp_path: Path, version: Version) -> None:
    path = sent(project, tmp_path, version)
    assert [(text.record, text.field, text.state) for text in read_xliff(path)] == [
        ("aanbod/huis", "naam", "stale"),
        ("aanbod/huis", "samenvatting", "missing"),
        ("aanbod/spreekuur", "naam", "missing"),
        ("aanbod/spreekuur", "samenvatting", "missing"),
    ]
    assert take_texts(project, path).edits == ()


@pytest.mark.parametrize(
    ("version", "before", "after"),
    [
        ("2.0", '<segment state="initial" subState="socialmap:stale">', '<segment state="final">'),
        ("1.2", '<target state="needs-translation">', '<target state="signed-off">'),
    ],
)
def test_what_a_translation_program_changes_comes_back_with_its_state_and_mark(
    project: Project, tmp_path: Path, version: Version, before: str, after: str
) -> None:
    path = sent(project, tmp_path, version)
    text = path.read_text("utf-8")
    assert text.count(before) == text.count("The house") == 1
    path.write_text(text.replace(before, after).replace("The house", "The <g id='1'>home</g>"), "utf-8")
    (edit,) = take_texts(project, path).edits
    (project.data / "aanbod/huis.yml").write_text(edit.after, "utf-8")
    record = load_data(project.data, settings=project.settings).catalogue.services["huis"]
    marked = record.translations["en"]
    assert (record.name["en"], marked.status) == ("The home", "reviewed")
    assert dict(marked.source) == {"name": of_house_name(project).mark}


def of_house_name(project: Project) -> TranslationUnit:
    """The name of the house on its way."""
    return next(
        row for row in texts_to_translate(project, every=True) if (row.record, row.field) == ("aanbod/huis", "naam")
    )


def test_each_language_gets_a_file_of_its_own(project: Project, tmp_path: Path) -> None:
    config = (project.root / "mkdocs.yml").read_text("utf-8").replace("[nl, en]", "[nl, en, ar]")
    (project.root / "mkdocs.yml").write_text(config, "utf-8")
    assert main(["translations", "out", str(tmp_path / "uit.xlf"), "--project", str(project.root)]) == 0
    found = {path.name: {text.language for text in read_xliff(path)} for path in tmp_path.glob("*.xlf")}
    assert found == {"uit-en.xlf": {"en"}, "uit-ar.xlf": {"ar"}}


def test_xliff_of_a_text_that_changed_meanwhile_is_refused(project: Project, tmp_path: Path) -> None:
    path = sent(project, tmp_path, "2.0")
    path.write_text(path.read_text("utf-8").replace("The house", "The home"), "utf-8")
    file = project.data / "aanbod/huis.yml"
    file.write_text(file.read_text("utf-8").replace("naam: Het huis", "naam: Het nieuwe huis"), "utf-8")
    back = take_texts(project, path)
    assert ([why for _, why in back.refused], back.edits) == (["source_changed"], ())


def test_hostile_xliff_is_wrong_use(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "terug.xlf"
    path.write_text('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>', "utf-8")
    assert main(["translations", "in", str(path), "--project", str(project.root), "--yes"]) == 2
    assert "vertaalbestand (.xlf)" in capsys.readouterr().err
