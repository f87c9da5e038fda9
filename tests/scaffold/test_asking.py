"""The questions of `socialmap new`: on a real terminal, and what each answer becomes."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from socialmap.scaffold import Terminal, Wishes, ask_wishes
from socialmap.scaffold.pin import origin_pin

SQUARE = "[[[5.0,52.0],[5.1,52.0],[5.1,52.1],[5.0,52.0]]]"
GEOJSON = (
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"naam":"Noord"},'
    f'"geometry":{{"type":"Polygon","coordinates":{SQUARE}}}}}]}}'
)


class Answers:
    """Somebody who types these answers and remembers what was asked and told."""

    def __init__(self, *answers: str) -> None:
        self.waiting: Iterator[str] = iter(answers)
        self.asked: list[str] = []
        self.told: list[str] = []

    def ask(self, question: str) -> str:
        self.asked.append(question)
        return next(self.waiting)

    def wishes(self, *given: str, start: Wishes | None = None) -> Wishes:
        return ask_wishes(start or Wishes(), given=given, terminal=Terminal(self.ask, self.told.append))


def test_enter_keeps_what_is_proposed() -> None:
    somebody = Answers("", "", "", "")
    assert somebody.wishes() == Wishes()
    assert [question.rpartition(" [")[2] for question in somebody.asked if "[" in question] == [
        "Mijn gemeente] ",
        "nl,en,ar] ",
        "github] ",
    ]


def test_answers_become_wishes(tmp_path: Path) -> None:
    outlines = tmp_path / "mijn buurten.geojson"
    outlines.write_text(GEOJSON)
    somebody = Answers(" Zeist ", "nl,en", f"'{outlines}'", "None")
    assert somebody.wishes() == Wishes(name="Zeist", languages="nl,en", neighbourhoods=outlines, host="none")


def test_what_was_given_as_an_option_is_not_asked() -> None:
    somebody = Answers("nl", "gitlab")
    start = Wishes(name="Zeist", neighbourhoods=Path("x.geojson"))
    wishes = somebody.wishes("name", "neighbourhoods", start=start)
    assert wishes == Wishes(name="Zeist", languages="nl", neighbourhoods=Path("x.geojson"), host="gitlab")
    assert len(somebody.asked) == 2


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (("???", "Zeist", "", "", ""), '"???" kan niet als naam van de gemeente.'),
        (("Zeist", "Nederlands", "nl", "", ""), '"Nederlands" zijn geen taalcodes.'),
        (("Zeist", "", "weg.geojson", "", ""), "Het bestand weg.geojson is niet te lezen"),
        (("Zeist", "", "", "sourceforge", "gitlab"), '"sourceforge" kennen we niet.'),
    ],
)
def test_an_answer_that_cannot_be_used_is_asked_again_with_the_reason(answers: tuple[str, ...], told: str) -> None:
    somebody = Answers(*answers)
    assert somebody.wishes().name == "Zeist"
    assert len(somebody.asked) == 5
    assert [text for text in somebody.told if text.startswith(told)] == somebody.told[1:]


def typed(text: str, *, cwd: Path) -> subprocess.CompletedProcess[str]:
    if not shutil.which("script"):
        pytest.skip("no `script` to make a terminal with")
    command = f"{sys.executable} -m socialmap.hosts.cli new kaart"
    return subprocess.run(
        ["script", "-qec", command, "/dev/null"], cwd=cwd, input=text, capture_output=True, text=True, check=False
    )


def test_a_terminal_asks_and_the_repository_is_as_answered(tmp_path: Path) -> None:
    (tmp_path / "buurten.geojson").write_text(GEOJSON)
    made = typed("Zeist\nnl\nbuurten.geojson\nforgejo\n", cwd=tmp_path)
    assert made.returncode == 0, made.stdout
    assert "Hoe heet de gemeente?" in made.stdout
    settings = yaml.safe_load((tmp_path / "kaart/mkdocs.yml").read_text())["plugins"][0]["socialmap"]
    assert (settings["municipality"], settings["languages"]) == ("Zeist", ["nl"])
    terms = yaml.safe_load((tmp_path / "kaart/data/taxonomies/neighbourhoods.yml").read_text())
    assert terms == [{"id": "noord", "naam": "Noord"}]
    assert (tmp_path / "kaart/.forgejo/workflows/site.yml").is_file()


def test_a_folder_in_use_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "kaart").mkdir()
    (tmp_path / "kaart/mijn.txt").write_text("van mij")
    made = typed("", cwd=tmp_path)
    assert made.returncode == 2
    assert "is niet leeg" in made.stdout
    assert "Hoe heet de gemeente?" not in made.stdout


def test_a_repository_asks_for_the_socialmap_that_made_it(tmp_path: Path) -> None:
    wheel = tmp_path / "socialmap-1.0-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    origins: dict[str, dict[str, object]] = {
        str(wheel): {"url": wheel.as_uri(), "archive_info": {}},
        "https://maps.example/socialmap-1.0-py3-none-any.whl": {
            "url": "https://maps.example/socialmap-1.0-py3-none-any.whl"
        },
        "git+https://maps.example/socialmap.git@abc123": {
            "url": "https://maps.example/socialmap.git",
            "vcs_info": {"vcs": "git", "commit_id": "abc123"},
        },
    }
    assert [origin_pin(origin) for origin in origins.values()] == list(origins)
    editable = {"url": tmp_path.as_uri(), "dir_info": {"editable": True}}
    gone = {"url": (tmp_path / "socialmap-2.0-py3-none-any.whl").as_uri()}
    assert [origin_pin(origin) for origin in (editable, gone, {})] == ["", "", ""]
