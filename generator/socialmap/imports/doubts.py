"""What in a foreign table is probably not as its steward thinks: header, cells, rows; called by `reading`."""

import re
from collections.abc import Iterator
from typing import Final

from socialmap.imports.grid import Table, plain_name
from socialmap.imports.mapping import TableSpec, columns_used
from socialmap.problems import Place, Problem
from socialmap.text.words import nearest

LOOKED_THROUGH: Final = 20
SHOWN: Final = 5
MISREAD: Final = re.compile("[\u00c2\u00c3\u00e2]\\S")
AGAIN: Final = re.compile(r"(.+) \((\d+)\)")


def header_problem(table: Table, *, spec: TableSpec) -> Problem | None:
    """The problem that no column which a mapping names, or nearly, is in the first row, with the row where they are."""
    named = {plain_name(column) for column, _ in columns_used(spec)}
    if not named or any(column in table.columns or nearest(column, table.columns) for column in named):
        return None
    below = next((row for row in table.rows[:LOOKED_THROUGH] if named & set(map(plain_name, row.cells))), None)
    if below is not None:
        return Problem("import-header-below", Place(table.name, below.line), {"line": str(below.line)})
    params = {"table": table.name, "columns": ", ".join(table.columns), "named": ", ".join(sorted(named)[:SHOWN])}
    return Problem("import-header-none", Place(table.name, 1), params)


def doubts_about(table: Table) -> Iterator[Problem]:
    """What can be imported but deserves a look: no rows at all, a column name given twice, merged cells."""
    if all(row.blank for row in table.rows):
        yield Problem("import-no-rows", Place(table.name), {"table": table.name})
    for column in table.columns:
        found = AGAIN.fullmatch(column)
        if found and found[1] in table.columns:
            yield Problem("import-column-again", Place(table.name), {"column": found[1], "now": column})
    yield from _misread(table)
    if table.merged:
        more = ", …" if len(table.merged) > SHOWN else ""
        ranges = ", ".join(table.merged[:SHOWN]) + more
        yield Problem("import-merged", Place(table.name), {"ranges": ranges})


def _misread(table: Table) -> Iterator[Problem]:
    """The first cell whose letters were UTF-8 and were read as Windows-1252 by whoever saved the table."""
    for row in table.rows:
        for ordinal, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True), start=1):
            if MISREAD.search(cell) and _as_meant(cell) not in ("", cell):
                place = Place(table.name, row.line, ordinal, column)
                yield Problem("import-misread", place, {"value": cell[:40], "meant": _as_meant(cell)[:40]})
                return


def _as_meant(cell: str) -> str:
    try:
        return cell.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
