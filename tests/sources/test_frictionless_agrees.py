"""Frictionless, which others use, reads the tables in `data/` as our own reader does."""

from pathlib import Path

import pytest

from socialmap.sources.tables import read_table
from socialmap.text.tables import decode, delimiter_of

DATA = Path(__file__).parents[2] / "data"
TABLES = sorted(path.name for path in DATA.glob("*.csv"))


@pytest.mark.parametrize("name", TABLES)
def test_the_same_rows_and_cells(name: str) -> None:
    import csv  # noqa: PLC0415 - frictionless raises this module's limit for the whole process

    limit = csv.field_size_limit()
    from frictionless import Dialect, formats  # noqa: PLC0415 - slow, and only needed here
    from frictionless.resources import TableResource  # noqa: PLC0415

    content = (DATA / name).read_bytes()
    control = formats.CsvControl(delimiter=delimiter_of(decode(content).split("\n", 1)[0]))
    resource = TableResource(path=name, basepath=str(DATA), dialect=Dialect(controls=[control]), encoding="utf-8-sig")
    with resource:
        header, *rows = ([str(cell) for cell in row] for row in resource.read_cells())
    csv.field_size_limit(limit)
    ours = read_table(content, file=name)
    assert ours.problems == ()
    assert [dict(line.cells) for line in ours.lines] == [dict(zip(header, row, strict=True)) for row in rows]


def test_there_are_tables_to_agree_on() -> None:
    assert {"aanbod.csv", "postcodes.csv"} <= set(TABLES)
