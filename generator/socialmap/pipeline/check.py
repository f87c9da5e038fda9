"""Check: everything that is wrong with a project, as one report."""

from datetime import date

from socialmap.pipeline.load import Data, derive, load_data
from socialmap.pipeline.project import Project
from socialmap.problems import Problem
from socialmap.report import Messages, Report, build_messages, build_report
from socialmap.report.messages import FOLDER
from socialmap.sources.yaml_reader import read_settings_yaml


def check_project(project: Project, *, today: date, messages: Messages) -> Report:
    """The report of a project on a day."""
    data = load_data(project.data, settings=project.settings)
    return make_report(project, data, find_problems(data, project, today=today), messages=messages)


def find_problems(data: Data, project: Project, *, today: date) -> tuple[Problem, ...]:
    """Every problem in the data, those of reading first."""
    derive(data, settings=project.settings, today=today)
    return data.problems


def make_report(project: Project, data: Data, problems: tuple[Problem, ...], *, messages: Messages) -> Report:
    """The report of these problems with their places, by the project's own severities."""
    return build_report(data.placed(problems), messages=messages, severity=project.settings.severity)


def read_messages(language: str) -> Messages:
    """The messages in a language; English where there are none in it."""
    path = FOLDER / f"{language}.yml"
    known = path if path.is_file() else FOLDER / "en.yml"
    return build_messages(known.stem, read_settings_yaml(known.read_text("utf-8")))


def make_settings_report(problems: tuple[Problem, ...], *, messages: Messages) -> Report:
    """The report of a project whose settings could not be read."""
    return build_report(problems, messages=messages, severity={})
