"""Where a cell stands: cutting the spans out of the text gives what the CSV reader reads."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from socialmap.text.cells import Cell, cell_text, row_cells

TEXT = st.text(alphabet='ab;"\n é', max_size=6)


@given(st.lists(TEXT, min_size=1, max_size=4), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_every_cell_of_a_row_is_found_where_it_stands(cells: list[str], quoting: int) -> None:
    out = StringIO()
    csv.writer(out, delimiter=";", quoting=quoting, lineterminator="\r\n").writerow(cells)
    lines = out.getvalue().split("\n")
    found = row_cells(lines, 0, delimiter=";")
    assert [cell_text(lines, cell) for cell in found] == cells


def test_spans_are_half_open_and_hold_the_quotes() -> None:
    assert row_cells(['a;"b;', 'c";d\r'], 0, delimiter=";") == (
        Cell((0, 0), (0, 1)),
        Cell((0, 2), (1, 2)),
        Cell((1, 3), (1, 4)),
    )


def test_a_quote_that_never_ends_takes_the_rest() -> None:
    assert row_cells(['a;"b', "c"], 0, delimiter=";")[1] == Cell((0, 2), (1, 1))
