"""The components as their folders describe them, drawn as the map draws them, and what their templates take."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import nodes
from jinja2.environment import Environment

from socialmap.pipeline.handbook.examples import Example, draw_example, examples_of
from socialmap.render import Renderer, make_renderer, read_translations
from socialmap.render.icons import icon_folder
from socialmap.sources.yaml_reader import read_settings_yaml

ROOT = Path(__file__).parents[2] / "site_overrides"
NAMES = tuple(sorted(path.parent.name for path in (ROOT / "components").glob("*/template.html")))
OTHER_FORM = "search"


def described(component: str) -> dict[str, Any]:
    """What a component's own file says about it."""
    found = read_settings_yaml((ROOT / "components" / component / f"{component}.yml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def examples(component: str) -> list[Example]:
    """The examples of a component."""
    return list(examples_of(ROOT / "components" / component))


@cache
def renderer(language: str) -> Renderer:
    """What draws the map in a language."""
    translations = read_translations(language, folders=(ROOT / "translations",))
    return make_renderer((ROOT,), translations=translations, icons=icon_folder())


def environment(language: str) -> Environment:
    """The environment that draws the map in a language."""
    return renderer(language).environment


def draw(example: Example, *, language: str = "") -> str:
    """The HTML of an example, in its own language or another."""
    return draw_example(example, renderer=renderer(language or example.language))


def macros(component: str) -> dict[str, list[str]]:
    """The macros of a template and the names of their parameters."""
    path = ROOT / "components" / component / "template.html"
    tree = environment("nl").parse(path.read_text("utf-8"))
    return {macro.name: [arg.name for arg in macro.args] for macro in tree.find_all(nodes.Macro)}
