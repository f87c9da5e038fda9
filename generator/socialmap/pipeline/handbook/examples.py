"""The named examples of components: read from each component's own file and drawn as the map draws them.

The gallery of the handbook shows them; the tests of the components check the very same ones.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

from socialmap.render import Renderer
from socialmap.sources.yaml_reader import read_settings_yaml
from socialmap.views import agenda, feedback, form, frame, guide, my_list, notices, pages, parts, records, trials

VIEWS = (agenda, feedback, form, frame, guide, my_list, notices, pages, parts, records, trials)


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a component: the macro it calls, what goes in by name, and the type of each."""

    component: str
    name: str
    macro: str
    language: str
    direction: str
    data: Mapping[str, object]
    types: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.component}/{self.name}"


def read_description(folder: Path) -> Mapping[str, object]:
    """What a component's own file says about it; nothing where it has none."""
    path = folder / f"{folder.name}.yml"
    value = read_settings_yaml(path.read_text("utf-8")) if path.is_file() else {}
    return {str(key): each for key, each in value.items()} if isinstance(value, Mapping) else {}


def examples_of(folder: Path) -> Iterator[Example]:
    """The examples in a component's folder, in the order in which they are written."""
    about = read_description(folder)
    listed = about.get("examples")
    for one in listed if isinstance(listed, list) else ():
        yield Example(
            folder.name,
            str(one["name"]),
            str(one.get("macro", about.get("macro", ""))),
            str(one["lang"]),
            str(one.get("dir", "ltr")),
            one.get("data") or {},
            _types(about.get("params")),
        )


def draw_example(example: Example, *, renderer: Renderer) -> str:
    """The HTML of an example as the renderer's language draws it.

    A macro that does not take the described names one by one gets them together, as the search form does.
    """
    macro = renderer.template(f"components/{example.component}/template.html").module.__dict__[example.macro]
    if not example.data.keys() <= set(macro.arguments):
        return str(macro(example.data))
    return str(macro(**{name: _typed(value, example.types[name]) for name, value in example.data.items()}))


def _types(params: object) -> dict[str, str]:
    described = params if isinstance(params, Mapping) else {}
    return {str(name): str(param.get("type", "")) for name, param in described.items() if isinstance(param, Mapping)}


def view_types() -> dict[str, type]:
    """The views that an example can stand for, by name."""
    return {
        name: value
        for module in VIEWS
        for name, value in vars(module).items()
        if isinstance(value, type) and is_dataclass(value)
    }


def _typed(value: object, kind: str) -> object:
    """A value of an example as the view it stands for."""
    if kind.startswith("list of ") and isinstance(value, list):
        return tuple(_typed(each, kind.removeprefix("list of ")) for each in value)
    views = view_types()
    return _view(value, views[kind]) if kind in views else value


def _view(value: object, kind: object) -> object:
    """A value from a file as a dataclass, a tuple or what it is."""
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(value, Mapping):
        hints = get_type_hints(kind)
        return kind(**{name: _view(each, hints[name]) for name, each in value.items()})
    inner = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        return None if value is None else _view(value, next(each for each in inner if each is not type(None)))
    if get_origin(kind) is tuple and isinstance(value, list):
        kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else list(inner)
        return tuple(_view(each, one) for each, one in zip(value, kinds, strict=True))
    return value
