"""The commands that change what editors wrote: options to the pipeline's arguments, a diff to the terminal."""

import argparse
import sys

from socialmap.edit.diffs import write_diff
from socialmap.hosts.common import CLEAN, PROBLEMS, day, open_here, tell
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
    save(done.edits, project.data)
    return PROBLEMS if done.unread else CLEAN


def fix(options: argparse.Namespace, project: Project) -> None:
    """Show what `check --fix` changes and write it."""
    from socialmap.pipeline.fixing import fix_project  # noqa: PLC0415 - checking alone needs none

    edits = fix_project(project, today=day(options, project), unsafe=options.unsafe)
    shown = sys.stdout if not options.format else sys.stderr
    shown.write(harmless(write_diff(edits)) + ("\n" if edits else ""))
    save(edits, project.data)
