"""Keeping what a field cannot hold: unreadable hours go to the description, other values to the internal note."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from socialmap.imports.hours import readable_hours
from socialmap.imports.refs import mentions
from socialmap.imports.sketch import SketchedRow, Value, record_shape
from socialmap.model import RecordType
from socialmap.problems import Place, Problem

SHOWN: Final = 120
POINT: Final = frozenset({"latitude", "longitude"})
Kept = tuple[Mapping[str, Value], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Aside:
    """Where unusable values go: the fields that may be set aside, the language of texts, and the words above them."""

    fields: tuple[str, ...]
    language: str
    hours_label: str
    label: str

    def unreadable_hours(self, values: Mapping[str, Value], kind: RecordType, row: SketchedRow) -> Kept:
        """The values with hours that read; other hours stand in the description, with a note for each."""
        found: list[str] = []
        tidy = {name: self._hours(name, value, found) for name, value in values.items()}
        tidy = {name: value for name, value in tidy.items() if value not in ("", {})}
        shape = record_shape(kind)
        target = "description" if shape.field("description") else "note"
        for text in found:
            tidy = self._append(tidy, target, f"{self.hours_label}: {text}")
        notes = (Problem("import-hours-set-aside", row.place_of(kind, "schedule"), {"value": _short(t)}) for t in found)
        return tidy, tuple(notes)

    def unusable(
        self, values: Mapping[str, Value], wrong: Iterable[Problem], *, place_of: Callable[[str], Place]
    ) -> Kept:
        """The values without those that are wrong and may be set aside; these stand in the internal note."""
        names = {str(problem.path[0]) for problem in wrong if problem.path}
        names |= POINT if names & POINT else frozenset()
        moved = [name for name in values if name in names and name in self.fields]
        kept = {name: value for name, value in values.items() if name not in moved}
        notes = []
        for name in moved:
            text = plain(values[name])
            kept = self._append(kept, "note", f"{self.label}, {name}: {text}")
            notes.append(Problem("import-set-aside", place_of(name), {"value": _short(text), "key": name}))
        return kept, tuple(notes)

    def _hours(self, name: str, value: Value, found: list[str]) -> Value:
        if name == "schedule" and isinstance(value, str):
            readable = readable_hours(value)
            if not readable:
                found.append(value)
            return readable
        if isinstance(value, list):
            return [self._hours(name, part, found) for part in value]
        if isinstance(value, dict):
            inner = {key: self._hours(key, part, found) for key, part in value.items()}
            return {key: part for key, part in inner.items() if part != ""}
        return value

    def _append(self, values: Mapping[str, Value], name: str, text: str) -> dict[str, Value]:
        known = values.get(name)
        if name == "note":
            return {**values, name: f"{known}\n{text}" if isinstance(known, str) and known else text}
        texts = known if isinstance(known, dict) else {}
        before = texts.get(self.language)
        joined = f"{before}\n\n{text}" if isinstance(before, str) and before else text
        return {**values, name: {**texts, self.language: joined}}


def plain(value: Value) -> str:
    """The texts in a value, for a note."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return " ".join(plain(part) for part in value.values())
    if isinstance(value, list):
        return ", ".join(plain(part) for part in value)
    return next(ref.key for ref in mentions(value))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
