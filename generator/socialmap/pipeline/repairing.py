"""A YAML text with the lines that could not be read written as they were meant; called by `fixing`.

Each line is the one that the message told, which was tried before it was told.
"""

from typing import Final

from socialmap.edit.changes import replace_line
from socialmap.problems import Problem
from socialmap.problems.fixes import correction_of
from socialmap.sources.yaml_reader import read_yaml

MOST: Final = 50
UNSEEN: Final = frozenset(("U+00AD", "U+200B", "U+2060", "U+FEFF"))


def repair(text: str, *, file: str, unsafe: bool) -> str:
    """The text with its lines corrected one after the other, until it reads or no correction is known."""
    for _ in range(MOST):
        problems = read_yaml(text, file=file).problems
        found = next((done for each in problems if (done := _repaired(text, each, unsafe=unsafe)) != text), text)
        if found == text:
            return text
        text = found
    return text


def _repaired(text: str, problem: Problem, *, unsafe: bool) -> str:
    line = problem.params.get("repaired")
    if line is not None and (unsafe or correction_of(problem) == "safe"):
        return replace_line(text, problem.place.line, line)
    if unsafe and problem.code == "SM104" and problem.params["character"] in UNSEEN:
        return _without_character(text, problem)
    return text


def _without_character(text: str, problem: Problem) -> str:
    number, column = problem.place.line, problem.place.column
    line = text.split("\n")[number - 1]
    return replace_line(text, number, line[: column - 1] + line[column:].rstrip("\r"))
