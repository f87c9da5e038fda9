"""Finding the line and column of a value again, only when there is something to say about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from socialmap.model.raw import Raw
from socialmap.problems import Origin, Path, Place, Problem
from socialmap.sources.folder import decode_utf8, read_file
from socialmap.sources.yaml_reader import read_yaml

KEY_CODES = frozenset(("SM201", "SM202", "SM203", "SM204"))
MAX_BYTES = 2_000_000
Marks = Mapping[Path, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Written:
    """A YAML file as an editor wrote it: its value and where each key and value stands."""

    value: Raw
    marks: Marks = field(default_factory=dict)


def read_written(root: FilePath, file: str) -> Written:
    """A file of the data folder with its places; empty when it cannot be read any more."""
    content = read_file(root, file, limit=MAX_BYTES)
    text = content if isinstance(content, Problem) else decode_utf8(content)
    return Written({}) if isinstance(text, Problem) else written_in(text, file=file)


def written_in(text: str, *, file: str) -> Written:
    """The value of a text with its places."""
    document = read_yaml(text, file=file, places=True)
    return Written(document.value or {}, document.marks)


def written_place(marks: Marks, origin: Origin, path: Path, *, key: bool = False) -> Place:
    """The place of a value by the editor's own keys: its value, else its key, else the nearest group around it.

    With `key` the place of the key comes first. A row of YAML is an item of its list.
    """
    whole: Path = (origin.row - 1, *path) if origin.row else path
    for length in range(len(whole), 0, -1):
        here = whole[:length]
        found = marks.get((*here, "")) if key and length == len(whole) else None
        found = found or marks.get(here) or marks.get((*here, ""))
        if found:
            return Place(origin.file, *found, _field(path))
    return Place(origin.file, origin.line, 1, _field(path))


def row_place(origin: Origin, path: Path) -> Place:
    """The place of a value in a row of a table, which has a line and no column."""
    return Place(origin.file, origin.line, 0, _field(path))


def is_about_key(problem: Problem) -> bool:
    """Whether the problem is the key itself, not what it says."""
    return problem.code in KEY_CODES


def _field(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str) and step)
