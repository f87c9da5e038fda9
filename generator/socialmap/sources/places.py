"""Finding the line and column of a value again, only when there is something to say about it."""

from dataclasses import replace
from pathlib import Path as FilePath

from socialmap.problems import Origin, Path, Place, Problem
from socialmap.sources.yaml_reader import read_yaml


def written_place(root: FilePath, origin: Origin, path: Path) -> Place:
    """The place of a value by the editor's own keys: its value, else its key, else the nearest group around it."""
    if origin.row:
        return Place(origin.file, origin.line, 0, _field(path))
    marks = read_yaml((root / origin.file).read_text("utf-8-sig"), file=origin.file, places=True).marks
    for length in range(len(path), 0, -1):
        found = marks.get(path[:length]) or marks.get((*path[:length], ""))
        if found:
            return Place(origin.file, *found, _field(path))
    return Place(origin.file, origin.line, 1, _field(path))


def placed(problem: Problem, place: Place) -> Problem:
    """The same problem at a place."""
    return replace(problem, place=place)


def _field(path: Path) -> str:
    words = [str(step) for step in path if isinstance(step, str) and step]
    return ".".join(words)
