"""Which files of a data folder hold records of which type, and which entries nobody reads; called by the loader."""

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from socialmap.model import RECORD_TYPES, RecordType
from socialmap.problems import Place, Problem, fault
from socialmap.sources.folder import is_shown, list_files
from socialmap.text.words import fold, nearest

OTHERS = ("taxonomies", "boundaries", "pages", "search", "guides", "national", "postcodes.csv", "holidays.yml")
DATA_NAMES = (".yml", ".yaml", ".csv", ".xlsx", ".xls", ".ods")
Folders = Mapping[str, RecordType]
Files = dict[RecordType, list[str]]


def record_files(root: Path, prefix: str, /, *, folders: Folders) -> tuple[Files, list[Problem]]:
    """The files with records below a folder by type, and a problem for each entry that looks like data and is none."""
    files: Files = {kind: [] for kind in RECORD_TYPES}
    problems: list[Problem] = []
    for entry in _entries(root, prefix):
        name = f"{prefix}/{entry.name}" if prefix else entry.name
        kind = folders.get(fold(_stem(entry)))
        if entry.is_symlink():
            problems.append(fault("SM110", Place(name)))
        elif kind is not None and entry.is_dir():
            files[kind].extend(list_files(root, name))
        elif kind is not None and name.endswith(".csv"):
            files[kind].append(name)
        elif _is_stray(entry, name, root):
            problems.append(fault("SM112", Place(name), suggestion=nearest(entry.name, (*folders, *OTHERS))))
    return files, problems


def type_of(file: str, /, *, folders: Folders) -> RecordType | None:
    """The record type of a file by its folder, or by its name when it is a table."""
    path = PurePosixPath(file)
    found = (folders.get(fold(word)) for word in (*path.parts[:-1], path.stem))
    return next((kind for kind in found if kind is not None), None)


def _entries(root: Path, prefix: str) -> list["os.DirEntry[str]"]:
    top = root / prefix
    if not top.is_dir() or (prefix and top.is_symlink()):
        return []
    shown = (entry for entry in os.scandir(top) if is_shown(entry.name))
    return sorted(shown, key=lambda entry: entry.name)


def _stem(entry: "os.DirEntry[str]") -> str:
    return entry.name if entry.is_dir(follow_symlinks=False) else PurePosixPath(entry.name).stem


def _is_stray(entry: "os.DirEntry[str]", name: str, root: Path) -> bool:
    if name in OTHERS:
        return False
    if entry.is_dir():
        return any(inner.endswith(DATA_NAMES) for inner in list_files(root, name))
    return entry.name.endswith(DATA_NAMES)
