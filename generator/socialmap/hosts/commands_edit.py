"""The commands that change what editors wrote: options to the pipeline's arguments, a diff to the terminal."""

import argparse
import sys
from pathlib import Path

from socialmap.edit.diffs import Edit, write_diff
from socialmap.hosts.common import CLEAN, PROBLEMS, WRONG_USE, day, open_here, tell
from socialmap.pipeline.check import make_settings_report
from socialmap.pipeline.formatting import format_project, save
from socialmap.pipeline.project import Project
from socialmap.report.harmless import harmless


def fmt(options: argparse.Namespace) -> int:
    """Write every YAML file in its canonical form: order of keys, quotes and layout. What it says stays the same."""
    project, messages = open_here(options)
    if not isinstance(project, Project):
        return tell(make_settings_report(project, messages=messages))
    done = format_project(project)
    for file in done.unread:
        sys.stderr.write(harmless(messages.words["not_formatted"].format(file=file)) + "\n")
    names = "".join(f"{project.settings.data}/{edit.file}\n" for edit in done.edits)
    sys.stdout.write(harmless(write_diff(done.edits) if options.diff else names))
    if options.check:
        return PROBLEMS if done.edits or done.unread else CLEAN
    return _save(done.edits, project.data) or (PROBLEMS if done.unread else CLEAN)


def fix(options: argparse.Namespace, project: Project) -> int:
    """Show what `check --fix` changes and write it; the exit code says whether writing went well."""
    from socialmap.pipeline.fixing import fix_project  # noqa: PLC0415 - checking alone needs none

    try:
        edits = fix_project(project, today=day(options, project), unsafe=options.unsafe)
    except OSError as error:
        return _cannot(error)
    shown = sys.stdout if not options.format else sys.stderr
    shown.write(harmless(write_diff(edits)) + ("\n" if edits else ""))
    return _save(edits, project.data)


def _save(edits: tuple[Edit, ...], root: Path) -> int:
    try:
        save(edits, root)
    except OSError as error:
        return _cannot(error)
    return CLEAN


def _cannot(error: OSError) -> int:
    sys.stderr.write(harmless(str(error)) + "\n")
    return WRONG_USE
