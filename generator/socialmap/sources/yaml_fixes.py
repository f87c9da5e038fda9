"""Where YAML cannot be read: the line that was meant, as one that can be read; called by `yaml_reader`.

A correction is only told after the text was read again with it (EDITING §1), so it moves the fault on or solves it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from socialmap.sources.yaml_guesses import Around, guesses

NEAR = 3
FAR = 200
BUDGET = 5_000_000


@dataclass(frozen=True, slots=True)
class Fix:
    """A line (from 0) that reads well when it is written as `text`; `cause` names what was wrong."""

    row: int
    cause: str
    text: str


def find_fix(lines: Sequence[str], row: int, *, reads: Callable[[str], bool], opened: int | None = None) -> Fix | None:
    """The first correction of a line near the one where reading stopped, with which the text up to there reads on.

    `opened` is the line on which began what never ended; `reads` says whether a whole text can be read. In a long text
    fewer corrections are tried, so that nobody waits for them.
    """
    size = 1 + sum(len(line) + 1 for line in lines[: row + 1])
    for fix in islice(_tries(lines, row, opened), max(NEAR, BUDGET // size)):
        last = fix.row if _never_ends(lines, fix.row, reads) else row
        if reads("\n".join((*lines[: fix.row], fix.text, *lines[fix.row + 1 : last + 1]))):
            return fix
    return None


def _never_ends(lines: Sequence[str], here: int, reads: Callable[[str], bool]) -> bool:
    """Whether a quote of this line is still open at its end: then what follows says nothing of a correction."""
    return _odd_quotes(lines[here]) and not reads("\n".join(lines[: here + 1]))


def _tries(lines: Sequence[str], row: int, opened: int | None) -> Iterator[Fix]:
    for here in dict.fromkeys(_rows(lines, row, opened)):
        for cause, text in guesses(lines[here].rstrip(), around=_around(lines, here)):
            if text != lines[here]:
                yield Fix(here, cause, text)


def _rows(lines: Sequence[str], row: int, opened: int | None) -> Iterator[int]:
    """The lines to look at, likeliest first: where something began, an odd number of quotes, the place, just above."""
    if opened is not None and opened <= row:
        yield opened
    yield from (above for above in range(row, max(-1, row - FAR), -1) if _odd_quotes(lines[above]))
    yield row
    yield from [above for above in range(row - 1, -1, -1) if lines[above].strip()][: NEAR - 1]


def _odd_quotes(line: str) -> bool:
    value = line.partition(":")[2].strip() or line.strip(" -")
    return value[:1] in "\"'" and value.count(value[:1]) % 2 == 1 if value else False


def _around(lines: Sequence[str], here: int) -> Around:
    above = [line.rstrip() for line in lines[max(0, here - FAR) : here] if line.strip()]
    depths = dict.fromkeys(depth for line in reversed(above) for depth in _depths(line))
    return Around(above[-1] if above else "", tuple(depths))


def _depths(line: str) -> Iterator[int]:
    """How far a line starts, and how far what follows its dash does."""
    depth = len(line) - len(line.lstrip(" "))
    if line.lstrip(" ").startswith("- "):
        yield len(line) - len(line.lstrip(" -"))
    yield depth
