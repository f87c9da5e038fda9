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
from typing import Final, Protocol

from socialmap.contracts.frictionless_codes import CODES
from socialmap.problems import Place, Problem, fault

SAMPLE: Final = 100
READ: Final = frozenset(("path", "extrapaths", "schema", "dialect", "profile", "$schema", "resources"))
UNREAD: Final = frozenset(("licenses", "sources", "contributors"))


class _Error(Protocol):
    """What frictionless says of one fault; its kinds add `row_number`, `field_name` or `label`."""

    title: str
    note: str


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
    """What frictionless finds wrong with a Data Package on disk; its own descriptor and tables only.

    Each problem has the code of `frictionless_codes`, its place by table, row and column, and the words
    of frictionless as its `detail`. A path out of the folder is SM110, and then nothing is read.
    """
    whole = Place(descriptor.name)
    try:
        unsafe = sorted(path for path in _paths(json.loads(descriptor.read_bytes())) if not _beside(path))
    except ValueError as error:
        return (fault("SM801", whole, detail=error),)
    if unsafe:
        return tuple(fault("SM110", whole, detail=path) for path in unsafe)
    with _frictionless() as frictionless:
        report = frictionless.validate(str(descriptor), type="package")
        tables = [(Path(task.place).name, error) for task in report.tasks for error in task.errors]
    return (
        *(fault(_code(error.type), whole, detail=_words(error)) for error in report.errors),
        *(fault(_code(error.type), _place(table, error), detail=_words(error)) for table, error in tables),
    )


def _code(kind: str) -> str:
    """The code of an error type; of one that a later frictionless adds, that of all open data."""
    return CODES.get(kind, "SM801")


def _words(error: _Error) -> str:
    return ": ".join(part for part in (error.title, error.note) if part)


def _place(table: str, error: _Error) -> Place:
    field = getattr(error, "field_name", "") or getattr(error, "label", "")
    return Place(table, getattr(error, "row_number", 0), field=str(field))


@contextmanager
def _frictionless() -> Iterator[ModuleType]:
    before = csv.field_size_limit()
    try:
        import frictionless  # noqa: PLC0415 - slow, and only imports and exports need it

        yield frictionless
    finally:
        csv.field_size_limit(before)


def _paths(value: object, key: str = "") -> Iterator[str]:
    """Everything in a descriptor that frictionless would open; licences and the like only name a web page."""
    if isinstance(value, str):
        if key in READ and not value.endswith("-data-package"):
            yield value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            if name not in UNREAD:
                yield from _paths(part, str(name))
    elif isinstance(value, list):
        for part in value:
            yield from _paths(part, key)


def _beside(path: str) -> bool:
    parts = PurePosixPath(path)
    return "://" not in path and not parts.is_absolute() and ".." not in parts.parts
