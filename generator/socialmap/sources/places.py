"""Finding the line and column of a value again, only when there is something to say about it."""

from pathlib import Path as FilePath

from socialmap.problems import Origin, Path, Place, Problem
from socialmap.sources.yaml_reader import read_yaml

KEY_CODES = frozenset(("SM201", "SM202", "SM203", "SM204"))


def written_place(root: FilePath, origin: Origin, path: Path, *, key: bool = False) -> Place:
    """The place of a value by the editor's own keys: its value, else its key, else the nearest group around it.

    With `key` the place of the key comes first. A row of a table has no column; one of YAML is an item of its list.
    """
    if origin.file.endswith(".csv"):
        return Place(origin.file, origin.line, 0, _field(path))
    marks = read_yaml((root / origin.file).read_text("utf-8-sig"), file=origin.file, places=True).marks
    whole: Path = (origin.row - 1, *path) if origin.row else path
    for length in range(len(whole), 0, -1):
        here = whole[:length]
        found = marks.get((*here, "")) if key and length == len(whole) else None
        found = found or marks.get(here) or marks.get((*here, ""))
        if found:
            return Place(origin.file, *found, _field(path))
    return Place(origin.file, origin.line, 1, _field(path))


def is_about_key(problem: Problem) -> bool:
    """Whether the problem is the key itself, not what it says."""
    return problem.code in KEY_CODES


def _field(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str) and step)
