"""`socialmap new`: what it asks, makes and says."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from socialmap.hosts.common import CLEAN, WRONG_USE
from socialmap.pipeline.formatting import format_project, save
from socialmap.pipeline.owners import FILE, write_owners
from socialmap.pipeline.project import Project, open_project
from socialmap.scaffold import Created, Terminal, Wishes, ask_wishes, check_folder, create, say


def new(options: argparse.Namespace) -> int:
    """Write a municipality's own repository: settings, vocabularies, examples and a workflow, ready to build."""
    given = {key: value for key, value in vars(options).items() if value and key not in ("command", "folder")}
    wishes = Wishes(**given)
    if sys.stdin.isatty() and not any(check_folder(options.folder.resolve())):
        wishes = ask_wishes(wishes, given=given, terminal=Terminal(_ask, print))
    outcome = create(options.folder, wishes=wishes, today=date.today())
    done = isinstance(outcome, Created)
    if isinstance(outcome, Created):
        _lay_out(outcome.folder)
        outcome = replace(outcome, files=outcome.files + _name_owners(outcome.folder, host=wishes.host))
    print(say(outcome), file=sys.stdout if done else sys.stderr)
    return CLEAN if done else WRONG_USE


def _lay_out(folder: Path) -> None:
    """Write a new repository in the canonical form, whatever its municipality is called."""
    project = open_project(folder)
    if isinstance(project, Project):
        save(format_project(project).edits, project.data)


def _name_owners(folder: Path, *, host: str) -> int:
    """Write who approves which change in a new repository, as `socialmap owners` does later; how many files that is."""
    project = open_project(folder) if host != "none" else None
    if not isinstance(project, Project):
        return 0
    (folder / FILE).write_text(write_owners(project, today=date.today()), "utf-8")
    return 1


def _ask(question: str) -> str:
    try:
        return input(question)
    except EOFError:
        return ""
