"""The components as their folders describe them: parameters, examples as the views they stand for, and templates."""

from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes
from jinja2.environment import Environment

from socialmap.render import make_renderer, read_translations
from socialmap.render.icons import icon_folder
from socialmap.sources.yaml_reader import read_settings_yaml
from socialmap.views import frame, pages, parts

ROOT = Path(__file__).parents[2] / "site_overrides"
VIEWS = {
    name: value
    for module in (parts, pages, frame)
    for name, value in vars(module).items()
    if isinstance(value, type) and is_dataclass(value)
}
NAMES = tuple(sorted(path.parent.name for path in (ROOT / "components").glob("*/template.html")))
OTHER_FORM = "search"


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a macro: what goes in, in which language."""

    component: str
    name: str
    macro: str
    language: str
    data: Mapping[str, object]

    def __str__(self) -> str:
        return f"{self.component}/{self.name}"


def described(component: str) -> dict[str, Any]:
    """What a component's own file says about it."""
    found = read_settings_yaml((ROOT / "components" / component / f"{component}.yml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def examples(component: str) -> list[Example]:
    """The examples of a component."""
    about = described(component)
    return [
        Example(component, each["name"], each.get("macro", about.get("macro")), each["lang"], each["data"])
        for each in about["examples"]
    ]


@cache
def environment(language: str) -> Environment:
    """The environment that draws the map in a language."""
    translations = read_translations(language, folders=(ROOT / "translations",))
    return make_renderer((ROOT,), translations=translations, icons=icon_folder()).environment


def draw(example: Example, *, language: str = "") -> str:
    """The HTML of an example, in its own language or another."""
    module = (
        environment(language or example.language).get_template(f"components/{example.component}/template.html").module
    )
    if example.component == OTHER_FORM:
        return str(getattr(module, example.macro)(example.data))
    types = {name: param["type"] for name, param in described(example.component)["params"].items()}
    return str(getattr(module, example.macro)(**{name: typed(v, types[name]) for name, v in example.data.items()}))


def typed(value: object, kind: str) -> object:
    """A value of an example as the view it stands for."""
    if kind.startswith("list of ") and isinstance(value, list):
        return tuple(typed(each, kind.removeprefix("list of ")) for each in value)
    return view(value, VIEWS[kind]) if kind in VIEWS else value


def view(value: object, kind: Any) -> Any:
    """A value from a file as a dataclass, a tuple or what it is."""
    if is_dataclass(kind) and isinstance(value, Mapping):
        hints = get_type_hints(kind)
        assert set(value) <= set(hints), f"{kind}: {sorted(set(value) - set(hints))}"
        return kind(**{name: view(each, hints[name]) for name, each in value.items()})  # type: ignore[operator]
    if get_origin(kind) in (Union, UnionType):
        return None if value is None else view(value, next(a for a in get_args(kind) if a is not NoneType))
    if get_origin(kind) is tuple and isinstance(value, list):
        inner = get_args(kind)
        kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else list(inner)
        return tuple(view(each, one) for each, one in zip(value, kinds, strict=True))
    return value


def macros(component: str) -> dict[str, list[str]]:
    """The macros of a template and the names of their parameters."""
    path = ROOT / "components" / component / "template.html"
    tree = environment("nl").parse(path.read_text("utf-8"))
    return {macro.name: [arg.name for arg in macro.args] for macro in tree.find_all(nodes.Macro)}
