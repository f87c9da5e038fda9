"""What each command does: options to the pipeline's arguments, its report to the terminal, an exit code."""

import argparse
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from socialmap.hosts.common import CLEAN, PROBLEMS, day, with_project
from socialmap.pipeline.project import Project
from socialmap.pipeline.timing import Timer
from socialmap.report import Messages, Report

if TYPE_CHECKING:
    from socialmap.pipeline.handbook import Handbook

HANDBOOK_MODULE = "socialmap.hosts.mkdocs_plugin"


def build(options: argparse.Namespace) -> int:
    """Check the data and build the site; with an error in the data the previous site stays as it is."""
    from socialmap.pipeline.build import BuildOptions, build_site  # noqa: PLC0415 - checking needs none
    from socialmap.pipeline.cms import is_missing  # noqa: PLC0415 - as above
    from socialmap.pipeline.handbook import HandbookError  # noqa: PLC0415
    from socialmap.pipeline.workers import processors  # noqa: PLC0415
    from socialmap.publish import BusyError, Published  # noqa: PLC0415

    def told(published: Published) -> None:
        written, kept, removed = map(len, (published.written, published.kept, published.removed))
        sys.stderr.write(f"Gepubliceerd: {written} bestanden nieuw of anders, {kept} gelijk, {removed} weg.\n")

    def run(project: Project, messages: Messages) -> Report:
        timer = Timer(_tell_step) if options.timings else Timer()
        wanted = BuildOptions(
            search="none" if options.no_search else "make", workers=processors(), timer=timer, tell=told
        )
        if is_missing(project):
            sys.stderr.write("De redactieomgeving is nog niet opgehaald. Doe eerst: socialmap cms\n")
        handbook = None if options.map_only else make_handbook(project)
        return build_site(project, today=day(options, project), messages=messages, options=wanted, handbook=handbook)

    try:
        return with_project(options, run)
    except BusyError:
        sys.stderr.write("Er is al een build bezig in deze map. Wacht tot die klaar is en probeer het opnieuw.\n")
    except HandbookError:
        sys.stderr.write("Het handboek kon niet worden gemaakt; hierboven staat waarom. Er is niets gepubliceerd.\n")
    return PROBLEMS


def schemas(options: argparse.Namespace) -> int:
    """Compile the schemas of all record types from the models; with --check only say which are stale."""
    from socialmap.pipeline.schemas import stale, write_schemas  # noqa: PLC0415 - only this command needs them

    changed = stale(options.into) if options.check else write_schemas(options.into)
    for name in changed:
        sys.stdout.write(f"{options.into / name}\n")
    return PROBLEMS if changed and options.check else CLEAN


def import_records(options: argparse.Namespace) -> int:
    """Bring records of an existing directory in by a mapping; a row with errors is refused and reported."""
    from socialmap.pipeline.importing import import_source, project_around  # noqa: PLC0415 - only here are they needed

    outcome, lines = import_source(
        options.kind,
        options.source,
        mapping=options.mapping,
        into=options.into,
        replace=options.replace,
        language=options.lang,
        today=day(options, project_around(options.into)),
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return PROBLEMS if outcome.stopped or outcome.refused else CLEAN


def make_handbook(project: Project) -> "Handbook":
    """The handbook of a project, rendered by MkDocs in a process of its own."""
    from socialmap.pipeline.handbook import Handbook, handbook_fingerprint  # noqa: PLC0415 - checking needs none

    folder = project.cache / "handbook-site"

    def start() -> Callable[[], Path | None]:
        folder.parent.mkdir(parents=True, exist_ok=True)
        process = subprocess.Popen([sys.executable, "-m", HANDBOOK_MODULE, str(project.root), str(folder)])
        return lambda: folder if process.wait() == 0 else None

    return Handbook(start, handbook_fingerprint(project))


def _tell_step(step: str, seconds: float) -> None:
    sys.stderr.write(f"{step}\t{seconds:.3f}\n")
