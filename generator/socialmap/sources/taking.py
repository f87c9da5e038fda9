"""How one value of a record is taken from what was written, by the form of its field; `normalise` puts them together.

A taker gives the value in the model's form; what has another form becomes a fault and an empty value.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from socialmap.model.raw import Raw
from socialmap.problems import Path, Place, Problem, fault

Take = Callable[[Raw, Path, "Faults"], Raw]
Inner = Callable[[Mapping[str, Raw], Path, "Faults"], dict[str, Raw]]


@dataclass(slots=True)
class Faults:
    """The faults of one record while it is read, each with the path in the editor's own keys."""

    found: list[tuple[Path, Problem]]

    def add(self, code: str, path: Path, /, *, suggestion: str = "", **params: object) -> None:
        """Add one fault; its place in the file is looked up later, only when there is one."""
        self.found.append((path, fault(code, Place(""), suggestion=suggestion, **params)))


def each(one: Take) -> Take:
    """Takes a list, or one value that stands for a list of one."""

    def take(value: Raw, path: Path, faults: Faults) -> Raw:
        if isinstance(value, list):
            return [one(item, (*path, index), faults) for index, item in enumerate(value)]
        return [one(value, path, faults)] if value != "" else []

    return take


def group(inner: Inner, shorthand: str) -> Take:
    """Takes a group of fields, or the one word that stands for it."""

    def take(value: Raw, path: Path, faults: Faults) -> Raw:
        if isinstance(value, str) and shorthand:
            return inner({shorthand: value}, path, faults)
        if isinstance(value, dict):
            return inner(value, path, faults)
        faults.add("SM206", path, form="group")
        return {}

    return take


def table(inner: Inner | None) -> Take:
    """Takes a table with keys of the editor's own."""

    def take(value: Raw, path: Path, faults: Faults) -> Raw:
        if not isinstance(value, dict):
            faults.add("SM206", path, form="group")
            return {}
        if inner is None:
            return value
        return {
            key: inner(part, (*path, key), faults) if isinstance(part, dict) else part for key, part in value.items()
        }

    return take


def table_of_keys(names: Mapping[str, str]) -> Take:
    """Takes a table whose keys are names of fields."""

    def take(value: Raw, path: Path, faults: Faults) -> Raw:
        if isinstance(value, dict):
            return {names.get(key, key): part for key, part in value.items()}
        faults.add("SM206", path, form="group")
        return {}

    return take


def schedule(value: Raw, path: Path, faults: Faults) -> Raw:
    """The written hours; lines of a list are put behind one another."""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return "; ".join(str(line) for line in value)
    if not isinstance(value, str):
        faults.add("SM206", path, form="hours")
        return "onbekend"
    return value


def text(translate: Callable[[str], str]) -> Take:
    """Takes a text, without space around it."""

    def take(value: Raw, path: Path, faults: Faults) -> Raw:
        if isinstance(value, str):
            return translate(value.strip())
        faults.add("SM206", path, form="text")
        return ""

    return take
