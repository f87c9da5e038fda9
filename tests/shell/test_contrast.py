"""Contrast as WCAG 2.2 computes it, and the colours of the map's own tokens."""

from pathlib import Path

import pytest

from socialmap.shell.contrast import check_contrast, contrast
from socialmap.shell.style import scheme_tokens

CSS = (Path(__file__).parents[2] / "site_overrides" / "styles" / "tokens.css").read_text("utf-8")
TEXTS = [
    (front, back)
    for front in ("ink", "muted", "action", "part", "danger", "ok")
    for back in ("page", "surface", "tint")
] + [
    ("part", "part-tint"),
    ("ink", "part-tint"),
    ("danger", "danger-tint"),
    ("ink", "danger-tint"),
    ("on-action", "action"),
]


@pytest.mark.parametrize(
    ("front", "back", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_known_ratios(front: str, back: str, ratio: float) -> None:
    assert round(contrast(front, back), 2) == pytest.approx(ratio, abs=0.01)
    assert contrast(front, back) == contrast(back, front)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("front", "back"), TEXTS)
def test_every_text_of_the_map_can_be_read(front: str, back: str, dark: bool) -> None:
    tokens = scheme_tokens(CSS, dark=dark)
    assert contrast(tokens[front], tokens[back]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("back", ["page", "surface", "tint"])
def test_the_focus_ring_stands_out(back: str, dark: bool) -> None:
    tokens = scheme_tokens(CSS, dark=dark)
    assert contrast(tokens["focus"], tokens[back]) >= 3


def test_a_colour_that_cannot_be_read_is_a_problem() -> None:
    tokens = {**scheme_tokens(CSS, dark=False), "action": "#aaccee"}
    found = list(check_contrast(tokens, scheme="light", file="mkdocs.yml"))
    assert {problem.code for problem in found} == {"SM703"}
    assert [problem.params["pair"] for problem in found] == [
        "action / page",
        "action / surface",
        "action / tint",
        "on-action / action",
    ]


def test_the_map_own_colours_have_no_problem() -> None:
    for dark in (False, True):
        assert not list(check_contrast(scheme_tokens(CSS, dark=dark), scheme="", file=""))
