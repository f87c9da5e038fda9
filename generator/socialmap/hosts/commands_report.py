"""The command that says what there is to do: the work lists of the roles, as text or for other programs."""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from socialmap.hosts import common
from socialmap.pipeline.project import Project

FORMATS = ("text", "markdown", "csv", "ics")


def report(options: argparse.Namespace) -> int:
    """Say per role what there is to do: what to check, to fill in, to translate or to put right."""
    return common.with_site(options, lambda project: _report(options, project))


def _report(options: argparse.Namespace, project: Project) -> int:
    from socialmap.pipeline.check import find_problems, read_data  # noqa: PLC0415 - the other commands need none
    from socialmap.pipeline.worklists import make_worklist  # noqa: PLC0415

    today = common.day(options, project)
    data = read_data(project, today=today)
    problems = find_problems(data, project, today=today)
    language = options.lang or project.settings.editor_language
    work = make_worklist(project, data, today=today, problems=problems, language=language)
    if options.role and options.role not in data.catalogue.roles:
        sys.stderr.write(f"{work.words.words['unknown_role'].format(role=options.role)}\n")
        return common.WRONG_USE
    part = work if options.role is None else work.of(options.role)
    return _give(options.into, _writers(project, today)[options.format](part))


def _writers(project: Project, today: date) -> Mapping[str, Callable[..., bytes]]:
    from socialmap.pipeline.worklists import worklist_calendar, worklist_table  # noqa: PLC0415
    from socialmap.report.worklist import write_tasks, write_tasks_markdown  # noqa: PLC0415

    return {
        "text": lambda work: f"{write_tasks(work.lines, words=work.words)}\n".encode(),
        "markdown": lambda work: f"{write_tasks_markdown(work.lines, words=work.words)}\n".encode(),
        "csv": worklist_table,
        "ics": lambda work: worklist_calendar(work, name=project.settings.site_name, today=today),
    }


def _give(into: Path | None, body: bytes) -> int:
    if into is None:
        sys.stdout.buffer.write(body)
        return common.CLEAN
    into.write_bytes(body)
    return common.CLEAN
