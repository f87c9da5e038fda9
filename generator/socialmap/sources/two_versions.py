"""Lines that a merge of two versions left in a file; every reader of `data/` tells them as such."""

from typing import Final

from socialmap.problems import Place, Problem, fault

MARKS: Final = ("<<<<<<< ", "=======", ">>>>>>> ")


def two_versions(text: str, /, *, file: str) -> Problem | None:
    """The problem of a file in which two versions stand, at the line where the first begins."""
    if MARKS[0] not in text or MARKS[2] not in text:
        return None
    line = next((number for number, line in enumerate(text.split("\n"), 1) if line.startswith(MARKS[0])), 0)
    return fault("SM111", Place(file, line, 1)) if line else None


def is_mark(line: str) -> bool:
    """Whether a line of a table only marks where one of two versions begins or ends."""
    return line.startswith((MARKS[0], MARKS[2])) or line == MARKS[1]
