"""The search component's examples keep its own contract, and its words cannot leave their attributes."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from search.site import COMPONENT, write_page

SPEC: dict[str, Any] = yaml.safe_load((COMPONENT / "search.yml").read_text("utf-8"))
LINE = re.compile(r"\bwords\.([a-z_]+)")
SPEAKING = ("page", "list", "card", "distance", "facets", "near", "address", "dom", "readings")


@pytest.mark.parametrize("example", SPEC["examples"], ids=lambda example: str(example["name"]))
def test_an_example_gives_each_parameter_and_each_word(example: dict[str, Any]) -> None:
    assert example["data"].keys() == SPEC["params"].keys()
    assert example["words"].keys() == SPEC["params_words"].keys()


def test_the_script_uses_each_word_and_no_other() -> None:
    script = "".join((COMPONENT / f"{name}.js").read_text("utf-8") for name in SPEAKING)
    assert set(LINE.findall(script)) == SPEC["params_words"].keys()


def test_words_stay_in_their_attributes(tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script><!-- 'x' & \"y\""
    write_page(tmp_path, "dutch", file="zoeken.html", title="Zoeken", loading=hostile, failed=hostile, count=hostile)
    html = (tmp_path / "zoeken.html").read_text("utf-8")
    assert html.count("<script") == 1
    assert html.count("&lt;/script&gt;&lt;script&gt;alert(1)") == 3


def test_without_a_desk_no_number_is_shown(tmp_path: Path) -> None:
    write_page(tmp_path, "dutch", file="zoeken.html", title="Zoeken", desk=None)
    html = (tmp_path / "zoeken.html").read_text("utf-8")
    assert [word for word in ("tel:", "data-sm-desk") if word in html] == []


def test_style_and_script_keep_to_the_policy_and_to_either_direction() -> None:
    script = "".join(path.read_text("utf-8") for path in COMPONENT.glob("*.js"))
    style = (COMPONENT / "search.css").read_text("utf-8")
    assert re.findall(r"\.style\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script) == []
    assert re.findall(r"(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)|https?:", style) == []
