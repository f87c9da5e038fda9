"""How the editing environment reads and writes records: what nobody changed stays as it is, to the byte."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from demo_site.building import REPOSITORY
from socialmap.cms import bundle as program
from socialmap.cms import record_fields, scripts
from socialmap.model.shape import shape_of
from socialmap.pipeline.cms import cms_words
from socialmap.pipeline.project import Project, open_project
from socialmap.sources.loading import MODELS
from socialmap.sources.words import read_words
from socialmap.sources.yaml_reader import read_yaml

RUN = """import { makeFormat } from './records.js';
let given = ''; for await (const part of process.stdin) given += part;
const { fields, booleans, cases } = JSON.parse(given);
console.log(JSON.stringify(cases.map(([kind, text, put]) => {
  const { fromFile, toFile } = makeFormat(fields[kind], booleans);
  const record = JSON.parse(JSON.stringify(text ? fromFile(text) : {}));
  return [toFile({ ...record, ...put }), record];
})));
"""
SHORT = """# Vraag Truus eerst.
naam: Spreekuur
soort: hulp
themas: [geld]  # meer komt nog

locaties: [buurthuis]
telefoon: "0301234567"
kosten: gratis
tolk: ja
toegestaan:
  telefoon: De balie.
"""
Case = tuple[str, str, Mapping[str, object]]


@pytest.fixture(scope="session")
def folder(fetched: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the script finds the library that reads YAML."""
    root = tmp_path_factory.mktemp("records")
    (root / "package.json").write_text('{"type": "module"}', "utf-8")
    (root / "records.js").write_bytes(scripts()["records.js"])
    (root / "run.js").write_text(RUN, "utf-8")
    (root / "yaml").symlink_to(fetched / program.version() / "yaml", target_is_directory=True)
    return root


def saved(folder: Path, cases: list[Case]) -> list[tuple[str, dict[str, Any]]]:
    """The files that come of records in which some answers are given, and the answers that were shown."""
    project, words = open_project(REPOSITORY), read_words("nl")
    assert isinstance(project, Project)
    told = cms_words(project, words)
    fields = {told.folder(kind): record_fields(shape_of(model), told) for kind, model in MODELS.items()}
    booleans = {way: words.write_word(word) for way, word in words.word_table(("true", "false")).items()}
    given = json.dumps({"fields": fields, "booleans": booleans, "cases": cases})
    done = subprocess.run(
        ["node", "--no-warnings", "run.js"], cwd=folder, input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: list[tuple[str, dict[str, Any]]] = json.loads(done.stdout)
    return found


def demo_files() -> list[tuple[str, str]]:
    """Every file of the demo that holds one record."""
    folders = {ways[0] for kind, ways in read_words("nl").types.items() if kind in MODELS}
    paths = sorted((REPOSITORY / "data").rglob("*.yml"))
    return [(path.parent.name, path.read_text("utf-8")) for path in paths if path.parent.name in folders]


def test_every_file_of_the_demo_that_nobody_changed_is_saved_as_it_was(folder: Path) -> None:
    files = demo_files()
    print(len(files), "files")
    assert len(files) >= 300
    texts = [text for text, _ in saved(folder, [(kind, text, {}) for kind, text in files])]
    assert texts == [text for _, text in files]


def test_a_change_touches_its_own_line_in_every_file_of_the_demo(folder: Path) -> None:
    files = demo_files()
    for (_, before), (after, _) in zip(
        files, saved(folder, [(kind, text, {"naam": "Nieuwe naam"}) for kind, text in files]), strict=True
    ):
        same = [line for line in after.split("\n") if line in before.split("\n")]
        assert len(same) == len(before.split("\n")) - 1
        assert "naam: Nieuwe naam" in after.split("\n")


def test_what_was_written_short_is_shown_as_a_group_and_stays_short(folder: Path) -> None:
    [(text, shown)] = saved(folder, [("aanbod", SHORT, {"naam": "Inloop"})])
    assert {key: shown[key] for key in ("soort", "locaties", "telefoon", "kosten", "tolk")} == {
        "soort": ["hulp"],
        "locaties": [{"locatie": "buurthuis"}],
        "telefoon": [{"nummer": "0301234567"}],
        "kosten": {"soort": "gratis"},
        "tolk": "ja",
    }
    assert text == SHORT.replace("Spreekuur", "Inloop")


def test_a_group_that_changed_is_written_out(folder: Path) -> None:
    [(text, _)] = saved(folder, [("aanbod", SHORT, {"kosten": {"soort": "bedrag", "bedrag": "2.50"}})])
    assert text == SHORT.replace("kosten: gratis", 'kosten:\n  soort: bedrag\n  bedrag: "2.50"')


def test_a_part_of_a_group_changes_alone(folder: Path) -> None:
    long = "telefoon:\n  # de balie\n  - nummer: 030 123 45 67\n    omschrijving: Balie  # tot 17 uur\n"
    phones = [{"nummer": "030 123 45 67", "omschrijving": "De balie", "kosten": ""}]
    [(text, _)] = saved(folder, [("aanbod", long, {"telefoon": phones})])
    assert text == long.replace("omschrijving: Balie ", "omschrijving: De balie ")


def test_an_answer_that_was_taken_out_is_gone_and_a_new_one_comes_at_the_end(folder: Path) -> None:
    [(text, _)] = saved(folder, [("aanbod", SHORT, {"telefoon": [], "email": "info@dorp.example"})])
    assert text == SHORT.replace('telefoon: "0301234567"\n', "") + 'email: "info@dorp.example"\n'


def test_a_new_record_holds_what_was_answered_and_no_more(folder: Path) -> None:
    answers = {
        "naam": "Taalcafé: praten",
        "samenvatting": "Je praat.\nEn je leert.",
        "themas": ["geld", "wonen"],
        "telefoon": [{"nummer": "0612345670", "intern": ""}],
        "leeftijd_vanaf": "12",
        "wachttijd": "",
        "gebied": [],
        "kosten": {"soort": "", "bedrag": ""},
        "tolk": "nee",
    }
    [(text, _)] = saved(folder, [("aanbod", "", answers)])
    assert read_yaml(text, file="a.yml").value == {
        "naam": "Taalcafé: praten",
        "samenvatting": "Je praat.\nEn je leert.",
        "themas": ["geld", "wonen"],
        "telefoon": [{"nummer": "0612345670"}],
        "leeftijd_vanaf": "12",
        "tolk": "nee",
    }
    assert '"0612345670"' in text
