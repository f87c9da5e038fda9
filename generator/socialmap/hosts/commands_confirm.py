"""The command that confirms that records are still right."""

import argparse
import sys
from pathlib import Path

from socialmap.edit.diffs import write_diff
from socialmap.hosts import common
from socialmap.pipeline.confirm_requests import LONGEST, ConfirmRequest, read_request
from socialmap.pipeline.project import Project


def confirm(options: argparse.Namespace) -> int:
    """Write the day and the role in these records, which somebody checked: they are still right."""
    return common.with_site(options, lambda project: _confirm(options, project))


def _confirm(options: argparse.Namespace, project: Project) -> int:
    from socialmap.pipeline.confirming import confirm_records  # noqa: PLC0415 - the other commands need none
    from socialmap.pipeline.formatting import save  # noqa: PLC0415
    from socialmap.pipeline.worklists import read_task_words  # noqa: PLC0415

    words = read_task_words(options.lang or project.settings.editor_language).words
    request = _request(options)
    if request is None:
        sys.stderr.write(f"{words['no_request']}\n")
        return common.WRONG_USE
    done = confirm_records(project, request.records, by=request.by, today=common.day(options, project))
    for name, meant in done.unknown:
        hint = words["meant"].format(name=meant) if meant else ""
        sys.stderr.write(f"{words['unknown_name'].format(name=name)} {hint}".rstrip() + "\n")
    if done.unknown:
        return common.WRONG_USE
    sys.stdout.write(write_diff(done.edits) or f"{words['confirmed_already']}\n")
    if options.dry_run:
        return common.CLEAN
    save(done.edits, project.data)
    return common.CLEAN


def _request(options: argparse.Namespace) -> ConfirmRequest | None:
    """What the command line names, or what the text asks that somebody wrote elsewhere; never both."""
    asked: Path | None = options.asked
    if asked is None:
        return ConfirmRequest(tuple(options.records), options.by) if options.records and options.by else None
    if options.records or options.by:
        return None
    if str(asked) == "-":
        return read_request(sys.stdin.read(LONGEST + 1))
    with asked.open(encoding="utf-8", errors="replace") as file:
        return read_request(file.read(LONGEST + 1))
