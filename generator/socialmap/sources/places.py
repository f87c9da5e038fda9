"""Finding the line and column of a value again, only when there is something to say about it."""

from pathlib import Path as FilePath

from socialmap.problems import Origin, Path, Place
from socialmap.sources.yaml_reader import read_yaml


def written_place(root: FilePath, origin: Origin, path: Path) -> Place:
    """The place of a value by the editor's own keys: its value, else its key, else the nearest group around it.

    A row of a table has no column; a row of a YAML file is an item of its list.
    """
    if origin.file.endswith(".csv"):
        return Place(origin.file, origin.line, 0, _field(path))
    marks = read_yaml((root / origin.file).read_text("utf-8-sig"), file=origin.file, places=True).marks
    whole: Path = (origin.row - 1, *path) if origin.row else path
    for length in range(len(whole), 0, -1):
        found = marks.get(whole[:length]) or marks.get((*whole[:length], ""))
        if found:
            return Place(origin.file, *found, _field(path))
    return Place(origin.file, origin.line, 1, _field(path))


def _field(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str) and step)
