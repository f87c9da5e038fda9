"""The open data of a site: its tables and Data Package into the staging, checked with frictionless before they go out.

A table that no record changed is kept, and one whose bytes passed the check before is not checked again, so most builds
never load frictionless. A fault in what we wrote ourselves is SM801 and stops the build.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from socialmap.contracts.package_process import checking
from socialmap.exports import line_writer, table_name, write_package, write_table
from socialmap.model import RecordType
from socialmap.pipeline.digests import digest
from socialmap.pipeline.fingerprints import Fingerprints
from socialmap.pipeline.programs import program_of
from socialmap.pipeline.project import Project
from socialmap.pipeline.recalled import open_recalled
from socialmap.pipeline.schemas import package_description, table_schemas
from socialmap.problems import Place, Problem, fault
from socialmap.problems.registry import rules_by_code
from socialmap.publish import WORK, Staging
from socialmap.sources.loading import MODELS
from socialmap.views.context import Site

FOLDER = "open-data"
DESCRIPTOR = "datapackage.json"
PASSED = "open-data-passed.json"
SHOWN = 20
LINES = ("exports", "model")
Finish: TypeAlias = Callable[[], tuple[Problem, ...]]
Tables: TypeAlias = Mapping[RecordType, bytes]
Schemas: TypeAlias = Mapping[RecordType, Mapping[str, object]]


@contextmanager
def stage_open_data(
    site: Site, staging: Staging, *, prints: Fingerprints, project: Project, check: bool = True
) -> Iterator[Finish]:
    """Stage the open data and begin its check; the callable waits for the check and gives what is wrong.

    Without `check` the published tables stay as they are, and one that was not there yet goes out unchecked.
    """
    schemas, about = table_schemas(site.settings.languages), package_description(site.settings.site_name)
    staging.write(f"{FOLDER}/{DESCRIPTOR}", write_package(schemas, about=about))
    written: dict[RecordType, bytes] = {}
    for kind, schema in schemas.items():
        route, mark = f"{FOLDER}/{table_name(kind)}", _mark(prints, kind)
        if staging.manifest.fresh(route, mark) or (not check and route in staging.manifest.entries):
            staging.keep(route)
        else:
            written[kind] = _table(kind, schema, site=site, prints=prints, memory=project.recalled)
            staging.write(route, written[kind], fingerprint=mark if check else "")
    with checked_tables(written if check else {}, schemas=schemas, about=about, cache=project.cache) as finish:
        yield finish


def _table(kind: RecordType, schema: Mapping[str, object], *, site: Site, prints: Fingerprints, memory: Path) -> bytes:
    """The table of a record type; the lines of records that did not change are recalled."""
    recalled = open_recalled(memory / f"lines-{kind}", context=digest(program_of(LINES), json.dumps(schema)))
    write = line_writer(MODELS[kind], schema)
    lines = [
        recalled.of(f"{prints.records[kind, name]} {name}", partial(write, record))
        for name, record in site.catalogue.records(kind).items()
    ]
    recalled.keep()
    return write_table(lines, schema)


@contextmanager
def checked_tables(tables: Tables, *, schemas: Schemas, about: Mapping[str, object], cache: Path) -> Iterator[Finish]:
    """Begin to check those of the tables that never passed; the callable waits and gives what is wrong.

    Raises:
        PackageCheckError: from the callable, when the check itself broke.
    """
    marks = {
        kind: _table_mark(write_package({kind: schemas[kind]}, about=about), body) for kind, body in tables.items()
    }
    passed = _read_passed(cache)
    unknown = {kind: body for kind, body in tables.items() if passed.get(kind) != marks[kind]}
    if not unknown:
        yield lambda: ()
        return
    cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=WORK, dir=cache) as folder:
        descriptor = _write_tables(Path(folder), unknown, {kind: schemas[kind] for kind in unknown}, about)
        with checking(descriptor) as check:

            def finish() -> tuple[Problem, ...]:
                found = check.finish()
                if not found:
                    (cache / PASSED).write_text(json.dumps({**passed, **marks}), "utf-8")
                return tuple(_as_ours(problem) for problem in found[:SHOWN])

            yield finish


def _mark(prints: Fingerprints, kind: RecordType) -> str:
    """What a table is made from: all of its records, and what all pages share."""
    return digest(prints.shared, *(word for (each, _), word in sorted(prints.records.items()) if each == kind))


def _table_mark(description: bytes, body: bytes) -> str:
    whole = b"\0".join((version("frictionless").encode(), description, body))
    return hashlib.blake2b(whole, digest_size=12).hexdigest()


def _read_passed(cache: Path) -> dict[str, str]:
    """Per record type the table that passed last; nothing when nobody knows."""
    try:
        found = json.loads((cache / PASSED).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return {str(kind): str(mark) for kind, mark in found.items()} if isinstance(found, dict) else {}


def _write_tables(folder: Path, tables: Tables, schemas: Schemas, about: Mapping[str, object]) -> Path:
    for kind, body in tables.items():
        (folder / table_name(kind)).write_bytes(body)
    descriptor = folder / DESCRIPTOR
    descriptor.write_bytes(write_package(schemas, about=about))
    return descriptor


def _as_ours(problem: Problem) -> Problem:
    """The problem as one of the open data, which names the rule that was broken in it."""
    detail = " ".join(part for part in (rules_by_code()[problem.code].name, problem.params.get("detail", "")) if part)
    place = problem.place
    return fault("SM801", Place(f"{FOLDER}/{place.file}", place.line, field=place.field), detail=detail)
