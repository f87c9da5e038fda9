"""Check: everything that is wrong with a project, as one report."""

from datetime import date

from socialmap.derive import Derived
from socialmap.derive.places import by_point
from socialmap.model.settings import Settings
from socialmap.pipeline.causes import first_causes
from socialmap.pipeline.load import Data, How, derive, load_data
from socialmap.pipeline.project import CONFIG, Project
from socialmap.pipeline.search_words import search_problems
from socialmap.pipeline.source_lines import make_lines, with_cells
from socialmap.pipeline.urls import unknown_languages
from socialmap.pipeline.workers import processors
from socialmap.problems import Place, Problem, fault
from socialmap.report import Messages, Report, build_messages, build_report
from socialmap.report.messages import FOLDER
from socialmap.rules import Facts, apply_rules_of_all
from socialmap.sources.pages import load_pages
from socialmap.sources.phones import judge_phone
from socialmap.sources.settings import setting_place
from socialmap.sources.word_frequency import zipf
from socialmap.sources.yaml_reader import read_settings_yaml
from socialmap.text.words import nearest


def check_project(project: Project, *, today: date, messages: Messages) -> Report:
    """The report of a project on a day."""
    data = read_data(project, today=today)
    _, page_problems = load_pages(project.data, language=project.settings.language)
    problems = (*find_problems(data, project, today=today), *page_problems)
    return make_report(project, data, problems, messages=messages)


def read_data(project: Project, *, today: date) -> Data:
    """All data of a project, each record judged on a day, by as many processes as are worth while."""
    how = How(today, project.memory, processors())
    return load_data(project.data, settings=project.settings, how=how)


def find_problems(data: Data, project: Project, *, today: date, derived: Derived | None = None) -> tuple[Problem, ...]:
    """Every problem in the data, those of reading first; `derived` is what follows from it, when that is known."""
    derived = derived or derive(data, settings=project.settings, today=today)
    languages = unknown_languages(project)
    desk = unknown_desk(project, data)
    return (
        *data.problems,
        *languages,
        *desk,
        *search_problems(project),
        *apply_rules_of_all(make_facts(data, derived, settings=project.settings)),
    )


def unknown_desk(project: Project, data: Data) -> tuple[Problem, ...]:
    """SM707: the role whose phone number should stand on every page is not there."""
    desk, roles = project.settings.desk, data.catalogue.roles
    if not desk or desk in roles or ("role", desk) in data.digests:
        return ()
    place = Place(CONFIG, *setting_place(project.root / CONFIG, ("desk",)), "desk")
    return (fault("SM707", place, suggestion=nearest(desk, roles), id=desk),)


def make_facts(data: Data, derived: Derived, *, settings: Settings) -> Facts:
    """What the rules look at."""
    locations = data.catalogue.locations.values()
    return Facts(
        catalogue=data.catalogue,
        today=derived.today,
        country=settings.country,
        languages=settings.languages,
        judge=judge_phone,
        frequency=zipf,
        role_of=derived.role_of,
        level_of={key: freshness.level for key, freshness in derived.freshness.items()},
        neighbourhood_at={location.id: by_point(location, data.boundaries) for location in locations},
        boundaries=data.boundaries,
        postcodes=data.postcodes,
        beside=data.beside.own,
    )


def make_report(project: Project, data: Data, problems: tuple[Problem, ...], *, messages: Messages) -> Report:
    """The report of these problems with their places, by the project's own severities."""
    severity = project.settings.severity
    told = tuple(problem for problem in problems if severity.get(problem.code) != "off")
    folder = project.settings.data.rstrip("/")
    lines = make_lines(project.data)
    placed = with_cells(first_causes(data.placed(told), lines), lines)
    return build_report(placed, messages=messages, severity=severity, folder=folder, lines=lines)


def read_messages(language: str) -> Messages:
    """The messages in a language; English where there are none in it."""
    path = FOLDER / f"{language}.yml"
    known = path if path.is_file() else FOLDER / "en.yml"
    return build_messages(known.stem, read_settings_yaml(known.read_text("utf-8")))


def make_settings_report(problems: tuple[Problem, ...], *, messages: Messages) -> Report:
    """The report of a project whose settings could not be read."""
    return build_report(problems, messages=messages, severity={})
