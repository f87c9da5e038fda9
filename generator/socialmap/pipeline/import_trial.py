"""Imported records tried in a copy of the data folder, so that what is written there checks without errors.

Called by `importing`. A record may be right by itself and still name a term, a role or a record that is not there.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from socialmap.imports import Faults, Settled, Target, write_records
from socialmap.model import RecordType
from socialmap.model.settings import Settings
from socialmap.pipeline.check import find_problems, read_data
from socialmap.pipeline.project import Project
from socialmap.problems import Problem
from socialmap.problems.registry import rules_by_code

Key = tuple[RecordType, str]


def make_trial(project: Project, *, target: Target, today: date) -> Callable[[tuple[Settled, ...]], Faults]:
    """Gives the errors of records, by record, as a check of the whole folder would tell them."""

    def trial(records: tuple[Settled, ...]) -> Faults:
        if not records:
            return {}
        with tempfile.TemporaryDirectory(prefix="socialmap-import-") as place:
            copied = replace(project, root=Path(place), cache=Path(place) / ".cache")
            if target.root.is_dir():
                shutil.copytree(target.root, copied.data, symlinks=True)
            there = replace(target, root=copied.data)
            write_records(records, target=there)
            data = read_data(copied, today=today)
            problems = find_problems(data, copied, today=today)
            files = {there.file(record.type, record.id): record.key for record in records}
        return _by_record((problem for problem in problems if is_error(problem, project.settings)), files)

    return trial


def is_error(problem: Problem, settings: Settings) -> bool:
    """Whether the project takes the problem for an error."""
    return settings.severity.get(problem.code, rules_by_code()[problem.code].severity) == "error"


def _by_record(problems: Iterable[Problem], files: dict[str, Key]) -> Faults:
    found: dict[Key, tuple[Problem, ...]] = {}
    for problem in problems:
        key = files.get(problem.place.file)
        if key is not None:
            found[key] = (*found.get(key, ()), problem)
    return found
