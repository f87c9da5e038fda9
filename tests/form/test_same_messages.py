"""The form says of a wrong answer what the command line says of the file that the form makes of it."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from demo_site.building import Built, build
from demo_site.hosting import hosted
from demo_site.small import write_small
from form.inputs import RIGHT, WRONG
from socialmap.edit.forms import make_form
from socialmap.edit.layout import lay_out
from socialmap.model.shape import shape_of
from socialmap.pipeline.check import find_problems, make_report, read_data, read_messages
from socialmap.pipeline.forms import CODES
from socialmap.pipeline.project import Project, open_project
from socialmap.sources.loading import MODELS
from socialmap.sources.words import read_words
from socialmap.sources.yaml_nodes import read_nodes

TODAY = "2026-11-02"
FOLDERS = {kind: ways[0] for kind, ways in read_words("nl").types.items()}
BOTH = """async (cases) => {
  const names = await (await fetch('/modules.json')).json();
  const { check } = await import(names.check);
  const { compose } = await import(names.yaml);
  const { hoursFault } = await import(names.hours);
  const rules = {};
  for (const [kind, route] of Object.entries(names.rules)) {
    rules[kind] = await (await fetch(route)).json();
    const words = await (await fetch(`/assets/${rules[kind].hours}`)).json();
    rules[kind].hoursFault = (text) => hoursFault(text, words);
    rules[kind].records = {};
    for (const [type, file] of Object.entries(rules[kind].names)) {
      rules[kind].records[type] = await (await fetch(`/assets/${file}`)).json();
    }
  }
  return cases.map(([kind, record]) => ({
    found: check(record, rules[kind], '2026-11-02').map((one) => [one.code, one.field, one.what, one.severity]),
    text: compose(record, rules[kind]),
  }));
}"""
Said = set[tuple[str, ...]]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small municipality's site, with the names of its modules and rules in a file."""
    root = tmp_path_factory.mktemp("form")
    built = build(write_small(root), into=root / "out")
    assert not built.report.failed
    files = sorted((built.root / "assets").iterdir())
    modules = {
        name: next(f"/assets/{each.name}" for each in files if re.fullmatch(rf"form-{name}\.\w+\.js", each.name))
        for name in ("check", "yaml", "readability", "hours")
    }
    rules = {
        kind: next(f"/assets/{each.name}" for each in files if re.fullmatch(rf"form-{folder}\.\w+\.json", each.name))
        for kind, folder in FOLDERS.items()
    }
    (built.root / "modules.json").write_text(json.dumps({**modules, "rules": rules}), "utf-8")
    return built


def ask(browser: Browser, built: Built, cases: list[tuple[str, Mapping[str, object]]]) -> list[dict[str, object]]:
    """What the browser says of records, and the files it makes of them."""
    with hosted(built.root, headers=False) as url:
        page = browser.new_page()
        page.goto(url + built.route("form_new", "aanbod"))
        found: list[dict[str, object]] = page.evaluate(BOTH, cases)
        page.close()
    return found


def told(root: Path) -> dict[str, Said]:
    """What `socialmap check` says of each file, as far as forms know its rules."""
    project = open_project(root)
    assert isinstance(project, Project), project
    today = date.fromisoformat(TODAY)
    data = read_data(project, today=today)
    report = make_report(project, data, find_problems(data, project, today=today), messages=read_messages("nl"))
    found: dict[str, Said] = {}
    for each in report.findings:
        if each.code in CODES:
            found.setdefault(each.place.file, set()).add((each.code, each.place.field, each.what, each.severity))
    return found


def checked(root: Path, kinds: list[str], answers: list[dict[str, object]]) -> list[Said]:
    """What the command line says of the files that the browser made, all in one municipality."""
    write_small(root)
    files = [f"{FOLDERS[kind]}/nieuw-{number}.yml" for number, kind in enumerate(kinds)]
    for file, answer in zip(files, answers, strict=True):
        (root / "data" / file).parent.mkdir(exist_ok=True)
        (root / "data" / file).write_text(str(answer["text"]), "utf-8")
    found = told(root)
    return [found.get(file, set()) for file in files]


@pytest.fixture(scope="module")
def answers(browser: Browser, small: Built) -> list[dict[str, object]]:
    """What the browser makes of every wrong answer."""
    return ask(browser, small, [(kind, {**RIGHT[kind], **wrong}) for kind, wrong in WRONG])


def test_there_are_many_wrong_answers_and_most_rules_are_among_them(answers: list[dict[str, object]]) -> None:
    codes = {said[0] for answer in answers for said in answer["found"]}  # type: ignore[attr-defined]
    print(len(WRONG), "inputs;", len(codes), "of", len(CODES), "rules; without a case:", sorted(set(CODES) - codes))
    assert len(WRONG) >= 60
    assert set(CODES) - codes <= {"SM207", "SM212", "SM421"}


@pytest.fixture(scope="module")
def reported(answers: list[dict[str, object]], tmp_path_factory: pytest.TempPathFactory) -> list[Said]:
    """What the command line says of every file with a wrong answer."""
    return checked(tmp_path_factory.mktemp("wrong"), [kind for kind, _ in WRONG], answers)


@pytest.mark.parametrize("index", range(len(WRONG)), ids=lambda index: f"{WRONG[index][0]}-{WRONG[index][1]}"[:60])
def test_both_say_the_same(index: int, answers: list[dict[str, object]], reported: list[Said]) -> None:
    browser_says = {tuple(said) for said in answers[index]["found"]}  # type: ignore[attr-defined]
    assert browser_says == reported[index]
    assert browser_says


def test_right_answers_are_right_to_both(browser: Browser, small: Built, tmp_path: Path) -> None:
    answers = ask(browser, small, list(RIGHT.items()))
    assert [answer["found"] for answer in answers] == [[]] * len(RIGHT)
    assert checked(tmp_path, list(RIGHT), answers) == [set()] * len(RIGHT)


def test_the_file_is_in_the_form_that_fmt_writes(answers: list[dict[str, object]]) -> None:
    words = read_words("nl")
    for (kind, _), answer in zip(WRONG, answers, strict=True):
        text = str(answer["text"])
        root = read_nodes(text)
        assert root is not None
        form = make_form(shape_of(MODELS[kind]), words.key_table)  # type: ignore[index]
        assert lay_out(text, root, form) == text
