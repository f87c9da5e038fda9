"""What one build of the handbook works with, gathered once; made by the plugin."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from socialmap.pipeline.check import read_messages
from socialmap.pipeline.handbook.gallery import gallery_files
from socialmap.pipeline.handbook.html import record_routes
from socialmap.pipeline.handbook.page import HandbookPage
from socialmap.pipeline.handbook.pages import handbook_pages
from socialmap.pipeline.handbook.settings import FOLDER
from socialmap.pipeline.handbook.work import project_worklist, work_files, work_pages
from socialmap.pipeline.project import Project, open_project
from socialmap.problems import Problem
from socialmap.report import Messages


@dataclass(frozen=True, slots=True)
class Run:
    """One build; a rebuild of `mkdocs serve` has one of its own."""

    project: Project
    messages: Messages
    today: date
    find: Callable[[str], str]
    pages: tuple[HandbookPage, ...]
    files: Mapping[str, str | bytes]


def open_run(root: Path, *, folder: Path, extra: Mapping[str, object], today: date) -> Run | tuple[Problem, ...]:
    """The run of the project in `root`, or what is wrong with its settings.

    `folder` is where MkDocs was told to build: the site's own folder, or the handbook's inside it; `today`
    counts where the settings name no day.
    """
    project = open_project(root, site=folder.parent if folder.name == FOLDER else folder, extra=extra)
    if not isinstance(project, Project):
        return project
    settings = project.settings
    messages, day = read_messages(settings.editor_language), settings.today or today
    work = project_worklist(project, today=day)
    pages = handbook_pages(project, work=work_pages(work, today=day))
    files: dict[str, str | bytes] = {**gallery_files(project)}
    files |= work_files(work, name=settings.site_name, today=day)
    return Run(project, messages, day, record_routes(project), pages, files)
