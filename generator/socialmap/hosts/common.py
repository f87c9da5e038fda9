"""What every command of the line does: open the project, know the day, and turn a report into text and an exit code."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from socialmap.pipeline.check import make_settings_report, read_messages
from socialmap.pipeline.project import Project, open_project
from socialmap.problems import Problem
from socialmap.report import Messages, Report, write_text

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2


def with_project(options: argparse.Namespace, run: Callable[[Project, Messages], Report]) -> int:
    """Tell the report that `run` makes of the project, or what is wrong with its settings."""
    project, messages = open_here(options)
    if isinstance(project, Project):
        return tell(run(project, messages))
    return tell(make_settings_report(project, messages=messages))


def with_site(options: argparse.Namespace, run: Callable[[Project], int]) -> int:
    """Run something on the project, or tell what is wrong with its settings."""
    project, messages = open_here(options)
    return run(project) if isinstance(project, Project) else tell(make_settings_report(project, messages=messages))


def open_here(options: argparse.Namespace) -> tuple[Project | tuple[Problem, ...], Messages]:
    """The project that the options name, or what is wrong with its settings; and the messages to tell it in."""
    extra = {"data": options.data} if options.data else {}
    project = open_project(options.project.resolve(), site=_site(options), extra=extra)
    language = options.lang or (project.settings.editor_language if isinstance(project, Project) else "nl")
    return project, read_messages(language)


def day(options: argparse.Namespace, project: Project) -> date:
    """The day against which everything is checked."""
    today: date | None = options.today
    return today or project.settings.today or date.today()


def tell(report: Report) -> int:
    """Write a report; the exit code says whether it holds an error."""
    sys.stdout.write(write_text(report) + "\n")
    return PROBLEMS if report.failed else CLEAN


def _site(options: argparse.Namespace) -> Path | None:
    site: Path | None = getattr(options, "site", None)
    return site.resolve() if site else None
