"""An earlier version of the project: a folder that somebody names, or what git has of it; called by `socialmap diff`.

Git is asked for one archive, which is unpacked without links; nothing of the repository is checked out or changed.
"""

import shutil
import subprocess
import tarfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from socialmap.pipeline.project import CONFIG, Project, open_project
from socialmap.problems import Problem


class NoVersionError(ValueError):
    """There is no such folder, and git knows no such version of this project."""


def open_base(base: str, /, *, now: Project, into: Path) -> Project | tuple[Problem, ...]:
    """The project as it was, or what is wrong with its settings; `into` is an empty folder for what git has.

    The templates are those of now, so that only the data makes a difference.

    Raises:
        NoVersionError: when it is no folder and no version that git knows; with git's own words.
    """
    folder = Path(base).resolve()
    if folder.is_dir() and (folder / CONFIG).exists():
        found = open_project(folder)
    else:
        _copy(folder, now, into) if folder.is_dir() else _unpack(_archive(base, now.root), into)
        found = open_project(into)
    return replace(found, overrides=now.overrides) if isinstance(found, Project) else found


def _copy(data: Path, now: Project, into: Path) -> None:
    """A folder of data alone, with the settings of the project as it is now."""
    shutil.copytree(data, into / now.settings.data, symlinks=True)
    if (now.root / CONFIG).exists():
        shutil.copy(now.root / CONFIG, into / CONFIG)


def _archive(base: str, root: Path) -> bytes:
    if base.startswith("-"):
        raise NoVersionError(base)
    top, _, inside = _git(root, "rev-parse", "--show-toplevel", "--show-prefix").decode().partition("\n")
    return _git(Path(top), "archive", "--format=tar", f"{base}:{inside.strip()}" if inside.strip() else base)


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise NoVersionError(str(error)) from error
    if done.returncode:
        raise NoVersionError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def _unpack(archive: bytes, into: Path) -> None:
    """Write the archive's files below `into`; links and names that lead elsewhere are left out."""
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isfile() else None
            path = into / member.name
            if stream is not None and path.resolve().is_relative_to(into.resolve()):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(stream.read())
