"""How sure a correction is, by what the problem says."""

import pytest

from socialmap.problems import Place, Problem, fault
from socialmap.problems.fixes import correction_of

HERE = Place("a.yml", 1, 1)


@pytest.mark.parametrize(
    ("problem", "sureness"),
    [
        (fault("SM101", HERE, case="space", repaired="a: b"), "safe"),
        (fault("SM101", HERE, case="indent", repaired="a: b"), "unsafe"),
        (fault("SM107", HERE, case="quote", repaired="a: b"), "unsafe"),
        (fault("SM101", HERE, line="a"), ""),
        (fault("SM302", HERE, suggestion="geld", term="gled"), "unsafe"),
        (fault("SM302", HERE, term="gled"), ""),
        (fault("SM210", HERE, value="1-2-26", full="1-2-2026"), "unsafe"),
        (fault("SM203", HERE, key="email"), "unsafe"),
        (fault("SM213", HERE, value="www.huis.nl"), "safe"),
        (fault("SM213", HERE, value="vraag het ons"), ""),
        (fault("SM214", HERE, value="info @ huis.nl"), "safe"),
        (fault("SM417", HERE, value="1234ab"), "safe"),
        (fault("SM417", HERE, value="123 AB"), ""),
    ],
)
def test_how_sure_a_correction_is(problem: Problem, sureness: str) -> None:
    assert correction_of(problem) == sureness
