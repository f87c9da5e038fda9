"""What a check would say of changes before they are written: tried on a copy, the files they touch only."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from socialmap.edit.diffs import Edit
from socialmap.pipeline.check import check_project
from socialmap.pipeline.project import Project
from socialmap.report import Messages, Report


def try_edits(project: Project, edits: tuple[Edit, ...], *, today: date, messages: Messages) -> Report:
    """The report of the project as it would become, with what it says of the changed files alone."""
    with tempfile.TemporaryDirectory(prefix="socialmap-try-") as place:
        copied = replace(project, root=Path(place), cache=Path(place) / ".cache")
        shutil.copytree(project.data, copied.data, symlinks=True)
        for edit in edits:
            path = copied.data / edit.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(edit.content)
        report = check_project(copied, today=today, messages=messages)
    touched = {f"{project.settings.data.rstrip('/')}/{edit.file}" for edit in edits}
    return replace(report, findings=tuple(each for each in report.findings if _file(each.place.file, touched)))


def _file(file: str, touched: set[str]) -> bool:
    return any(name.endswith(file) for name in touched)
