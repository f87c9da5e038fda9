"""What is told of YAML that cannot be read or says less than was written, with the line that was meant.

Called by `yaml_reader`, which knows where reading stopped and whether a corrected text reads.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from socialmap.problems import Place, Problem, fault
from socialmap.sources.yaml_fixes import Fix, find_fix
from socialmap.sources.yaml_guesses import quoted

SHOWN = 80
FIXED = frozenset(("SM101", "SM103"))
DOCUMENTS = ("---", "...")
CUT_COMMENT = re.compile(r"[ \t]#")
HASHTAG = re.compile(r"[ \t]+#[^\W\d]")
DASHED = re.compile(r"^\s*-(?=[^\W\d])")
Reads = Callable[[str], bool]


def syntax_problem(file: str, text: str, at: tuple[int, int], *, opened: int | None, reads: Reads) -> Problem:
    """The problem of a text of which reading stopped at a line and column (from 0)."""
    lines = text.split("\n")
    row = min(at[0], len(lines) - 1)
    while row > 0 and not lines[row].strip():
        row -= 1
    problem = fault("SM101", Place(file, row + 1, at[1] + 1), line=shown(lines[row]))
    return _with(problem, find_fix(lines, row, reads=reads, opened=opened), lines)


def with_fix(problem: Problem, text: str, *, reads: Reads) -> Problem:
    """The problem of something refused, with the line that was meant if there is one that can be read."""
    if problem.code not in FIXED or not problem.place.line:
        return problem
    lines = text.split("\n")
    row = problem.place.line - 1
    if lines[row].startswith(DOCUMENTS):
        return problem
    return _with(problem, find_fix(lines, row, reads=reads, opened=row), lines)


def _with(problem: Problem, fix: Fix | None, lines: list[str]) -> Problem:
    if fix is None:
        return problem
    here, column = lines[fix.row], problem.place.column
    if problem.code == "SM101":
        column = _first_difference(here, fix.text) + 1
    told = {"line": shown(here), "case": fix.cause} if problem.code == "SM101" else {"case": "text"}
    place = replace(problem.place, line=fix.row + 1, column=column)
    return replace(problem, place=place, params={**problem.params, **told, **_fixed(fix.text)})


def _first_difference(left: str, right: str) -> int:
    return next((at for at, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), len(left))


def _fixed(text: str) -> dict[str, str]:
    """The line that was meant, as a message shows it and as it goes into the file."""
    short = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
    return {"fixed": short, "repaired": text}


def cut_comment(file: str, line: str, at: tuple[int, int], *, start: int, kept: str, reads: Reads) -> Problem | None:
    """The problem of a text on this line that a comment cuts at `at`; `start` is the column where the text begins."""
    row, column = at
    if not (CUT_COMMENT if kept else HASHTAG).match(line, column):
        return None
    lost = line[column:].strip()
    begin = start if kept else column + 1
    fixed = f"{line[:begin].rstrip()} {quoted(line[begin:].strip())}"
    told = {"kept": kept[:60], "lost": lost[:60]}
    is_text = not lost[1:2].isspace() and reads(fixed.lstrip(" -"))
    works = {"case": "quote" if kept else "start", **_fixed(fixed)} if is_text else {}
    return fault("SM107", Place(file, row + 1, column + 1), **told, **works)


def glued_dash(file: str, lines: list[str], first: int, last: int, start: int) -> Problem | None:
    """The problem of a text of these lines (from 0) that holds a dash without a space, where a list was meant."""
    begins = [row for row in range(first, last + 1) if row < len(lines) and DASHED.match(lines[row])]
    rows = [row for row in begins if row > first or not lines[row][:start].strip()]
    if not rows:
        return None
    line = lines[rows[0]]
    fixed = DASHED.sub(lambda found: f"{found[0]} ", line)
    told = {"line": shown(line), "case": "dash", **_fixed(fixed)}
    return fault("SM101", Place(file, rows[0] + 1, line.index("-") + 1), **told)


def shown(line: str) -> str:
    """A line as a message shows it."""
    text = line.strip()
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
