"""What editors most often meant where YAML cannot be read, as a corrected line that can; called by `yaml_reader`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

NO_SPACE = re.compile(r"^(\s*(?:- )?[A-Za-z_][\w@-]*):(?!//)(\S.*)$")
TAB = re.compile(r"^[ \t]*\t[ \t]*")
TEXT = re.compile(r"^(\s*(?:- )?[A-Za-z_][\w@-]*: +)([^\s\"'\[\]{}|>&*!#%].*: .*|[^\s\"'\[\]{}|>&*!#%].*:)$")
STEP = 2


@dataclass(frozen=True, slots=True)
class Fix:
    """A line (from 0) that reads well when it is written as `text`; `cause` names what was wrong."""

    row: int
    cause: str
    text: str


def find_fix(lines: list[str], row: int, *, reads: Callable[[str], bool]) -> Fix | None:
    """The first correction of a line, or of the line above it, with which the text up to there reads further.

    `reads` says whether a whole text can be read; it sees the lines up to and with the one where reading stopped.
    """
    for here in (row, *(above for above in range(row - 1, -1, -1) if lines[above].strip()))[:3]:
        for cause, text in _candidates(lines[here].rstrip(), above=_above(lines, here)):
            if reads("\n".join((*lines[:here], text, *lines[here + 1 : row + 1]))):
                return Fix(here, cause, text)
    return None


def _above(lines: list[str], row: int) -> str:
    return next((lines[above].rstrip() for above in range(row - 1, -1, -1) if lines[above].strip()), "")


def _candidates(line: str, *, above: str) -> Iterator[tuple[str, str]]:
    tab, text, spaceless = TAB.match(line), TEXT.match(line), NO_SPACE.match(line)
    if tab:
        yield from (("tab", " " * depth + line[tab.end() :]) for depth in _depths(above))
    if text:
        written = text[2].replace("\\", "\\\\").replace('"', '\\"')
        yield "colon", f'{text[1]}"{written}"'
    if spaceless:
        yield "space", f"{spaceless[1]}: {spaceless[2]}"


def _depths(above: str) -> tuple[int, ...]:
    """How far a line may be indented, likeliest first: below a key without a value one step more, else as far."""
    here = len(above) - len(above.lstrip(" "))
    return (here + STEP, here, 0) if above.endswith(":") else (here, here + STEP, 0)
