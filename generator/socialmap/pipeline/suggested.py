"""What a problem's message offers, put in place of what was written; called by `fixing` for unsafe corrections."""

import re
from collections.abc import Sequence
from typing import Final

from socialmap.edit.changes import Splice, leaves, replace_item, rewrite, rewrite_cell
from socialmap.pipeline.source_lines import column_of
from socialmap.problems import Problem
from socialmap.sources.yaml_nodes import read_nodes
from socialmap.text.cells import cell_text, row_cells
from socialmap.text.tables import delimiter_of, named_delimiter

KEYS: Final = frozenset(("SM201", "SM203"))
SUGGESTED: Final = {"SM207": "value", "SM301": "id", "SM302": "term", "SM215": "value", "SM216": ""}
AMOUNT: Final = re.compile(r"^(?:€|eur|euro)?\s*(\d+)(?:[.,](\d{1,2}))?(?:,?-)?\s*(?:€|eur|euro)?$", re.IGNORECASE)


def offered(problem: Problem, written: str) -> str:
    """What may stand there instead of what was written, or nothing."""
    if problem.code in SUGGESTED:
        named = SUGGESTED[problem.code]
        fits = not named or problem.params.get(named, "") == written.strip()
        return problem.suggestion if fits else ""
    if problem.code == "SM201" and problem.suggestion:
        _, at, language = written.partition("@")
        return f"{problem.suggestion}{at}{language}"
    if problem.code == "SM203":
        return written.partition("@")[0]
    if problem.code == "SM210":
        return problem.params.get("full", "")
    if problem.code == "SM208":
        return AMOUNT.sub(lambda found: f"{found[1]}.{found[2]}" if found[2] else found[1], written.strip())
    return written.lstrip("=@ \t") if problem.code == "SM506" else ""


def splices_of(text: str, problems: Sequence[Problem], *, file: str) -> list[Splice]:
    """The replacements in a file that these problems offer; none for what stands in a block of lines."""
    make = _in_table if file.endswith(".csv") else _in_yaml
    return [found for found in make(text, problems) if found is not None]


def _in_yaml(text: str, problems: Sequence[Problem]) -> list[Splice | None]:
    root = read_nodes(text)
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    at = {(leaf.node.start, leaf.is_key): leaf for leaf in (leaves(root) if root else ())}
    found: list[Splice | None] = []
    for problem in problems:
        place = problem.place
        start = starts[place.line - 1] + place.column - 1 if 0 < place.line < len(starts) else -1
        leaf = at.get((start, problem.code in KEYS))
        value = offered(problem, leaf.node.value) if leaf else ""
        kind = "number" if problem.code == "SM208" else "text"
        found.append(rewrite(leaf, value, kind=kind) if leaf and value and value != leaf.node.value else None)
    return found


def _in_table(text: str, problems: Sequence[Problem]) -> list[Splice | None]:
    lines = text.split("\n")
    delimiter = delimiter_of(lines[0])
    first = 1 if named_delimiter(lines[0]) else 0
    names = [cell_text(lines, cell).strip() for cell in row_cells(lines, first, delimiter=delimiter)]
    found = (problem for problem in problems if problem.place.line <= len(lines))
    return [_in_row(lines, problem, names, delimiter, header=first) for problem in found]


def _in_row(
    lines: Sequence[str], problem: Problem, names: Sequence[str], delimiter: str, *, header: int
) -> Splice | None:
    row = (problem.origin.line if problem.origin else problem.place.line) - 1
    index = column_of(problem.place.field, names)
    cells = row_cells(lines, row, delimiter=delimiter) if row >= 0 else ()
    if index is None or index >= len(cells) or (problem.code in KEYS and (row != header or "." in names[index])):
        return None
    item = problem.params.get(SUGGESTED.get(problem.code) or "value", "") or cell_text(lines, cells[index]).strip()
    value = offered(problem, item)
    done = replace_item(lines, cells[index], item, value) if value else None
    return rewrite_cell(lines, cells[index], done, delimiter=delimiter) if done else None
