"""The source line of a finding: the caret stands under exactly the value, whatever the line holds."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.problems import Place
from socialmap.report.snippet import WIDE, snippet_of, visible


def drawn(line: str, column: int, *, field: str = "", file: str = "a.yml") -> list[str]:
    snippet = snippet_of(Place(file, 1, column, field), [line])
    return list(snippet.lines) if snippet else []


@pytest.mark.parametrize(
    ("line", "column", "field", "caret"),
    [
        ("website: www.x.nl  # kijk na", 10, "website", "         ^^^^^^^^"),
        ("website: 'www.x.nl' # kijk na", 10, "website", "         ^^^^^^^^^^"),
        ("themas: [geld, wonne]", 16, "themas", "               ^^^^^"),
        ("naaam: Huis", 1, "naaam", "^^^^^"),
        ("  - locatie: hal", 5, "locaties.locatie", "    ^^^^^^^"),
        ("naam: 日本 huis", 7, "naam", "      ^^^^^^^^^"),
        ("adres: 日本; wwww", 12, "adres", "             ^^^^"),
        ("a;b;c", 3, "b", "  ^"),
    ],
)
def test_the_caret_is_under_the_value(line: str, column: int, field: str, caret: str) -> None:
    file = "a.csv" if ";b;" in line else "a.yml"
    assert drawn(line, column, field=field, file=file) == [f"1 | {line}", f"  | {caret}"]


def test_a_problem_of_a_whole_record_points_at_nothing() -> None:
    assert drawn("naam: Huis", 1, field="samenvatting") == []
    assert drawn("naam: Huis", 0) == []
    assert snippet_of(Place("a.yml", 9, 1), ["naam: Huis"]) is None


def test_a_terminal_obeys_nothing_of_a_value() -> None:
    assert drawn("naam: \x1b[31mrood\u202e", 7) == ["1 | naam: \ufffd[31mrood\ufffd", "  |       ^"]


@given(st.text(alphabet=st.characters(exclude_characters="\n")), st.integers(1, 300))
def test_any_line_fits_and_holds_no_control(line: str, column: int) -> None:
    for shown in drawn(line, column):
        assert len(shown) <= 2 * WIDE + 10
        assert not any(unicodedata.category(c) in ("Cc", "Cf") for c in shown)
    assert len(visible(line)) == len(line)
