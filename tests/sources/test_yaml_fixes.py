"""What was meant where YAML cannot be read: the right line, and a correction only when it can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.sources.yaml_reader import read_yaml

LINES = st.sampled_from(["a: b", "a:b", "\tc: d", "e: f: g", "- h", "  i: 'j", "k: [l", "m: http://n", "", "o: 9:00"])


def told(text: str) -> list[tuple[int, str, str]]:
    found = [problem for problem in read_yaml(text, file="x.yml").problems if problem.code == "SM101"]
    return [(one.place.line, one.params.get("case", ""), one.params.get("fixed", "")) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("naam: A\norganisatie:gemeente\nsoort: hulp\n", (2, "space", "organisatie: gemeente")),
        ("naam: A\norganisatie:gemeente\n\n# noot\nsoort: hulp\n", (2, "space", "organisatie: gemeente")),
        ("kosten:\n\tsoort: gratis\n", (2, "tab", "  soort: gratis")),
        ("\tnaam: A\nsoort: hulp\n", (1, "tab", "naam: A")),
        ("samenvatting: Let op: bel eerst\n", (1, "colon", 'samenvatting: "Let op: bel eerst"')),
        ('naam: Het "huis": open\n', (1, "colon", 'naam: "Het \\"huis\\": open"')),
        ("- id: a\n  naam: B: c\n", (2, "colon", '  naam: "B: c"')),
        ("website:https://a.example\nnaam: A\n", (1, "space", "website: https://a.example")),
        ("a: 's ochtends\nb: 's avonds\n", (1, "apostrophe", 'a: "\'s ochtends"')),
        ("a: |\n  Tip: 's ochtends\nb: c: d\n", (3, "colon", 'b: "c: d"')),
    ],
)
def test_the_usual_causes_are_told_on_their_own_line(text: str, expected: tuple[int, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize("text", ["a: b\n  c: d: e\n", "? [a]\n: b\n"])
def test_another_cause_gets_no_invented_correction(text: str) -> None:
    assert [case for _, case, _ in told(text)] == [""]


@given(st.lists(LINES, max_size=8))
def test_a_correction_moves_the_fault_on_or_solves_it(lines: list[str]) -> None:
    for line, case, fixed in told("\n".join(lines)):
        if case:
            assert told("\n".join((*lines[: line - 1], fixed))) == []
