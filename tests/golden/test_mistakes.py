"""What beginners write wrong most often: told on the true line, with the very line that was meant."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from socialmap.model.settings import Settings
from socialmap.pipeline.load import load_data
from socialmap.pipeline.project import packaged
from socialmap.pipeline.repairing import repair
from socialmap.problems import Problem
from socialmap.sources.yaml_reader import read_yaml

LANGUAGES = ("nl", "en")
FOLDER = packaged("site_overrides") / "handbook"
WANTED, WITH_A_FIX = 48, 44


@dataclass(frozen=True)
class Mistake:
    """A record as a beginner wrote it, and as it was meant where that can be known."""

    name: str
    wrong: str
    right: str = ""
    code: str = ""
    line: int = 0
    language: str = ""

    @property
    def true_line(self) -> int:
        """The line on which the mistake stands."""
        pairs = enumerate(zip(self.wrong.split("\n"), self.right.split("\n"), strict=False), 1)
        return self.line or next(number for number, (wrong, right) in pairs if wrong != right)


MISTAKES = [
    Mistake(**each, language=language)
    for language in LANGUAGES
    for each in yaml.safe_load((FOLDER / f"mistakes.{language}.yml").read_text("utf-8"))
]


def first_problem(mistake: Mistake, root: Path) -> Problem:
    (root / "aanbod").mkdir()
    (root / "aanbod/voorbeeld.yml").write_text(mistake.wrong, "utf-8")
    found = load_data(root, settings=Settings()).problems
    return next(problem for problem in found if problem.code in ("SM101", "SM102", "SM103", "SM104", "SM107"))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_on_its_line_with_what_was_meant(mistake: Mistake, tmp_path: Path) -> None:
    problem = first_problem(mistake, tmp_path)
    assert problem.place.line == mistake.true_line
    if mistake.right:
        lines = mistake.wrong.split("\n")
        lines[problem.place.line - 1] = problem.params["repaired"]
        assert "\n".join(lines) == mistake.right
    else:
        assert (problem.code, problem.params.get("repaired")) == (mistake.code, None)


def test_what_was_meant_can_be_read() -> None:
    unread = [mistake.name for mistake in MISTAKES if mistake.right and not read_yaml(mistake.right, file="x").value]
    assert unread == ["Harde spaties om in te springen", "Hard spaces to indent"], (
        "their second line has the same fault"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_of_them_and_each_is_another(language: str) -> None:
    own = [mistake for mistake in MISTAKES if mistake.language == language]
    assert len({mistake.wrong for mistake in own}) == len(own) >= WANTED
    assert len({mistake.name for mistake in own}) == len(own)
    assert sum(bool(mistake.right) for mistake in own) >= WITH_A_FIX


def test_both_languages_tell_of_the_same_mistakes() -> None:
    told = {
        language: [
            (mistake.code, bool(mistake.right), mistake.true_line)
            for mistake in MISTAKES
            if mistake.language == language
        ]
        for language in LANGUAGES
    }
    assert told["nl"] == told["en"]


@pytest.mark.parametrize("mistake", [each for each in MISTAKES if each.right], ids=lambda mistake: mistake.name)
def test_check_can_mend_it_and_a_second_time_changes_nothing(mistake: Mistake) -> None:
    mended = repair(mistake.wrong, file="x.yml", unsafe=True)
    assert [problem.code for problem in read_yaml(mended, file="x.yml").problems] == []
    assert repair(mended, file="x.yml", unsafe=True) == mended


def test_most_of_them_are_mended_without_asking() -> None:
    wanted = [each for each in MISTAKES if each.right]
    safe = [each for each in wanted if not read_yaml(repair(each.wrong, file="x", unsafe=False), file="x").problems]
    assert len(safe) >= 80
