"""Import: a foreign directory becomes records in a data folder, each tried there before anything is written."""

from collections.abc import Callable, Mapping
from dataclasses import replace as changed
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from socialmap.catalogue import Entry, build_catalogue
from socialmap.contracts.frictionless_gate import profile_table
from socialmap.contracts.validation import validate
from socialmap.imports import ImportOutcome, ImportRequest, report_lines, run_import
from socialmap.model import RecordType
from socialmap.model.settings import Settings
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.import_trial import is_error, make_trial
from socialmap.pipeline.project import Project, open_project, packaged
from socialmap.problems import Origin, Place, Problem
from socialmap.report import describe
from socialmap.rules import Facts, apply_record_rules
from socialmap.sources.folder import Content, decode_utf8
from socialmap.sources.loading import MODELS
from socialmap.sources.phones import form_abroad, judge_phone
from socialmap.sources.places import written_place
from socialmap.sources.words import read_words
from socialmap.sources.yaml_reader import Document, read_yaml

Kind = Literal["csv", "xlsx", "hsds"]
Validate = Callable[[RecordType, Mapping[str, object], Origin], tuple[Problem, ...]]


def import_source(
    kind: Kind,
    source: Path,
    *,
    mapping: Path,
    into: Path,
    replace: bool = False,
    language: str | None = None,
    today: date,
) -> tuple[ImportOutcome, tuple[str, ...]]:
    """The account of an import, as a value and as lines in the editors' language.

    Raises:
        OSError: the mapping cannot be read, or a record not be written.
    """
    project = project_around(into)
    editor_language = project.settings.editor_language
    document = _read_mapping(mapping)
    request = ImportRequest(
        kind=kind,
        source=source,
        mapping=document.value,
        mapping_file=mapping.name,
        into=into,
        words=read_words(editor_language),
        language=editor_language,
        replace=replace,
        write_phone=partial(form_abroad, home=project.settings.country),
    )
    outcome = _outcome(request, document, project, today=today)
    outcome = changed(outcome, stopped=tuple(_in_mapping(found, document, mapping.name) for found in outcome.stopped))
    spoken = language or editor_language
    messages = read_messages(spoken)
    return outcome, tuple(report_lines(outcome, language=spoken, describe=lambda problem: describe(problem, messages)))


def _outcome(request: ImportRequest, document: Document, project: Project, *, today: date) -> ImportOutcome:
    """What became of the import; with a mistake in its mapping it does not begin."""
    wrong = tuple(problem for problem in document.problems if is_error(problem, project.settings))
    if wrong:
        return ImportOutcome(stopped=wrong)
    return run_import(
        request,
        validate=_validator(project.settings, today=today),
        profile=profile_table,
        trial=make_trial(project, target=request.target, today=today),
    )


def _read_mapping(path: Path) -> Document:
    text = decode_utf8(Content(path.name, path.read_bytes()))
    return Document(None, (text,)) if isinstance(text, Problem) else read_yaml(text, file=path.name, places=True)


def _in_mapping(problem: Problem, document: Document, file: str) -> Problem:
    """The problem with its line in the mapping, when that is where it stands."""
    if problem.place.file != file or problem.place.line or not problem.path:
        return problem
    key = problem.code == "import-mapping-unknown"
    found = written_place(document.marks, Origin(file), problem.path, key=key)
    return changed(problem, place=Place(file, found.line, found.column, problem.place.field))


def project_around(into: Path) -> Project:
    """The project that a data folder belongs to, with that folder for its data; one of our own when there is none."""
    root = into.resolve().parent
    found = open_project(root)
    settings = Settings() if isinstance(found, tuple) else found.settings
    named = settings.model_copy(update={"data": into.resolve().name})
    return Project(root, named, root / "site", root / ".cache" / "socialmap", (packaged("site_overrides"),))


def _validator(settings: Settings, *, today: date) -> Validate:
    """Says what is wrong with one record: its own fields, and the rules that need no other record."""

    def check(kind: RecordType, values: Mapping[str, object], origin: Origin) -> tuple[Problem, ...]:
        record = validate(MODELS[kind], values, origin=origin)
        if isinstance(record, tuple):
            return record
        catalogue, _ = build_catalogue([Entry(kind, record, origin)])
        facts = Facts(catalogue, today, country=settings.country, languages=settings.languages, judge=judge_phone)
        return tuple(problem for problem in apply_record_rules(facts) if is_error(problem, settings))

    return check
