"""YAML files beside the records that hold groups of one model: a list of them, or one per file.

Called by the pipeline for the words of danger and the guides; each group keeps its origin, so that a problem in it
can be placed to the line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from pydantic import BaseModel

from socialmap.model.raw import Raw
from socialmap.model.shape import shape_of
from socialmap.problems import Origin, Place, Problem, fault
from socialmap.problems import Path as KeyPath
from socialmap.sources.folder import decode_utf8, list_files, read_file
from socialmap.sources.normalise import Faults, Normaliser, Terms, normaliser
from socialmap.sources.places import Marks, is_about_key, written_place
from socialmap.sources.words import Words
from socialmap.sources.yaml_reader import read_yaml

MAX_BYTES = 500_000


@dataclass(frozen=True, slots=True)
class RawGroup:
    """A group of values in the model's keys, with where it was read."""

    origin: Origin
    values: Mapping[str, Raw]


@dataclass(frozen=True, slots=True)
class Documents:
    """Reads the files of one model in a data folder."""

    root: Path
    by: Normaliser

    def read_list(self, file: str) -> tuple[tuple[RawGroup, ...], tuple[Problem, ...]]:
        """The groups in a file that holds a list of them."""
        value, marks, problems = self._value(file)
        if not isinstance(value, list):
            return (), problems or (fault("SM108", Place(file, 1, 1)),)
        items = [self._group(Origin(file, 1, number), item, marks) for number, item in enumerate(value, 1)]
        return _joined(items, problems)

    def read_folder(self, folder: str) -> tuple[tuple[RawGroup, ...], tuple[Problem, ...]]:
        """The groups in a folder with one per file; the file name is the id."""
        found = [self._file(file) for file in list_files(self.root, folder)]
        return _joined(found, ())

    def _file(self, file: str) -> tuple[RawGroup | None, tuple[Problem, ...]]:
        if not file.endswith((".yml", ".yaml")):
            return None, (fault("SM110" if (self.root / file).is_symlink() else "SM112", Place(file)),)
        value, marks, problems = self._value(file)
        if not isinstance(value, dict):
            return None, problems or (fault("SM108", Place(file, 1, 1)),)
        group, faults = self._group(Origin(file), value, marks)
        stem = PurePosixPath(file).stem
        named = RawGroup(Origin(file), {"id": stem, **(group.values if group else {})})
        wrong = named.values["id"] != stem
        other = (fault("SM115", Place(file, 1, 1), id=named.values["id"], file=stem),) if wrong else ()
        return named, (*problems, *faults, *other)

    def _value(self, file: str) -> tuple[Raw | None, Marks, tuple[Problem, ...]]:
        content = read_file(self.root, file, limit=MAX_BYTES)
        text = content if isinstance(content, Problem) else decode_utf8(content)
        if isinstance(text, Problem):
            return None, {}, (text,)
        document = read_yaml(text, file=file, places=True)
        return document.value, document.marks, tuple(document.problems)

    def _group(self, origin: Origin, value: Raw, marks: Marks) -> tuple[RawGroup | None, tuple[Problem, ...]]:
        if not isinstance(value, dict):
            return None, (fault("SM108", written_place(marks, origin, ())),)
        faults = Faults([])
        values = self.by(value, (), faults)
        return RawGroup(origin, values), tuple(_placed(found, path, origin, marks) for path, found in faults.found)


def make_documents(model: type[BaseModel], *, root: Path, words: Words, terms: Terms) -> Documents:
    """The reader of the files of a model."""
    return Documents(root, normaliser(shape_of(model), words=words, terms=terms))


def _placed(problem: Problem, path: KeyPath, origin: Origin, marks: Marks) -> Problem:
    return replace(problem, place=written_place(marks, origin, path, key=is_about_key(problem)), origin=origin)


def _joined(
    parts: list[tuple[RawGroup | None, tuple[Problem, ...]]], before: tuple[Problem, ...]
) -> tuple[tuple[RawGroup, ...], tuple[Problem, ...]]:
    problems = [*before, *(problem for _, found in parts for problem in found)]
    groups = tuple(group for group, _ in parts if group is not None)
    return groups, (*problems, *_doubles(groups))


def _doubles(groups: tuple[RawGroup, ...]) -> Iterator[Problem]:
    first: dict[Raw, RawGroup] = {}
    for group in groups:
        name = group.values.get("id")
        held = first.setdefault(name, group) if isinstance(name, str) else group
        if held is not group:
            params = {"id": str(name), "other": held.origin.file}
            yield Problem("SM113", Place(group.origin.file), params, "", ("id",), group.origin)
