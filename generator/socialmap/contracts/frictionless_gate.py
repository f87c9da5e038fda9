"""The one place that knows frictionless: it profiles foreign tables and checks the Data Package that we publish.

Frictionless follows remote paths even when untrusted, so it only ever gets rows in memory, or a package whose every
path is a plain file beside its descriptor. It is imported on first use, because that takes long and raises the csv
module's field limit for the whole process; the limit is put back.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Final

from socialmap.problems import Place, Problem

SAMPLE: Final = 100


def profile_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping[str, str]:
    """Per column the type that its values have in the Table Schema sense (`string`, `integer`, `date`, …).

    Empty cells say nothing; a column without values is `any`. Only the first 100 rows are looked at.
    """
    if not columns:
        return {}
    names = [f"c{ordinal}" for ordinal in range(len(columns))]
    data = [names, *([cell.strip() or None for cell in row] for row in rows[:SAMPLE])]
    with _frictionless() as frictionless:
        resource = frictionless.Resource(data=data, detector=frictionless.Detector(sample_size=SAMPLE))
        resource.infer()
        fields = resource.schema.fields
    filled = [any(cell.strip() for cell in cells) for cells in zip(*rows[:SAMPLE], strict=True)] or [False] * len(
        columns
    )
    typed = zip(columns, fields, filled, strict=True)
    return {column: str(field.type) if used else "any" for column, field, used in typed}


def check_package(descriptor: Path) -> tuple[Problem, ...]:
    """What frictionless finds wrong with a Data Package on disk; its own descriptor and tables only."""
    try:
        unsafe = sorted(path for path in _paths(json.loads(descriptor.read_bytes())) if not _beside(path))
    except ValueError as error:
        return (Problem("package-invalid", Place(descriptor.name), {"reason": str(error)}),)
    if unsafe:
        return tuple(Problem("package-path", Place(descriptor.name), {"path": path}) for path in unsafe)
    with _frictionless() as frictionless:
        report = frictionless.validate(str(descriptor), type="package")
        found = report.flatten(["title", "rowNumber", "fieldName", "note"])
        broken = [error.note for error in report.errors]
    problems = [
        Problem("package-invalid", Place(f"{table}", int(row or 0), field=str(field or "")), {"reason": str(note)})
        for table, row, field, note in found
    ]
    return (*(Problem("package-invalid", Place(descriptor.name), {"reason": note}) for note in broken), *problems)


@contextmanager
def _frictionless() -> Iterator[ModuleType]:
    before = csv.field_size_limit()
    try:
        import frictionless  # noqa: PLC0415 - slow, and only imports and exports need it

        yield frictionless
    finally:
        csv.field_size_limit(before)


def _paths(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if key in ("path", "schema", "profile", "$schema", "extrapaths") and not value.endswith("-data-package"):
            yield value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _paths(part, str(name))
    elif isinstance(value, list):
        for part in value:
            yield from _paths(part, key)


def _beside(path: str) -> bool:
    parts = PurePosixPath(path)
    return "://" not in path and not parts.is_absolute() and ".." not in parts.parts
