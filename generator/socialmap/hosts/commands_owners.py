"""The command that writes who is asked about a change."""

import argparse
import sys
from pathlib import Path

from socialmap.hosts import common
from socialmap.pipeline.project import Project


def owners(options: argparse.Namespace) -> int:
    """Write CODEOWNERS from the roles, so that a change is shown to who keeps the record."""
    return common.with_site(options, lambda project: _owners(options, project))


def _owners(options: argparse.Namespace, project: Project) -> int:
    from socialmap.pipeline.owners import FILE, write_owners  # noqa: PLC0415 - the other commands need none
    from socialmap.pipeline.worklists import read_task_words  # noqa: PLC0415

    text = write_owners(project, today=common.day(options, project))
    path: Path | None = options.into or (project.root / FILE if options.check else None)
    if path is None:
        sys.stdout.write(text)
        return common.CLEAN
    if options.check:
        if path.is_file() and path.read_text("utf-8") == text:
            return common.CLEAN
        words = read_task_words(options.lang or project.settings.editor_language).words
        sys.stderr.write(words["owners_stale"].format(path=path) + "\n")
        return common.PROBLEMS
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return common.CLEAN
