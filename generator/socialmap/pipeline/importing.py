"""Import: a foreign directory becomes records in a data folder, each checked by the rules that look at one record."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from socialmap.catalogue import Entry, build_catalogue
from socialmap.contracts.frictionless_gate import profile_table
from socialmap.contracts.validation import validate
from socialmap.imports import ImportOutcome, ImportRequest, run_import
from socialmap.imports.outcome import report_lines
from socialmap.model import RecordType
from socialmap.model.settings import Settings
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.project import open_project
from socialmap.problems import Origin, Problem
from socialmap.problems.registry import rules_by_code
from socialmap.report import describe
from socialmap.rules import Facts, apply_record_rules
from socialmap.sources.loading import MODELS
from socialmap.sources.phones import judge_phone
from socialmap.sources.words import read_words
from socialmap.sources.yaml_reader import read_yaml

Kind = Literal["csv", "xlsx", "hsds"]
Validate = Callable[[RecordType, Mapping[str, object], Origin], tuple[Problem, ...]]


def import_source(
    kind: Kind, source: Path, *, mapping: Path, into: Path, replace: bool = False, language: str | None = None
) -> tuple[ImportOutcome, tuple[str, ...]]:
    """The account of an import, as a value and as lines in the editors' language."""
    settings = _settings(into)
    document = read_yaml(mapping.read_text("utf-8-sig"), file=mapping.name)
    request = ImportRequest(
        kind=kind,
        source=source,
        mapping=document.value,
        mapping_file=mapping.name,
        into=into,
        words=read_words(settings.editor_language),
        language=settings.editor_language,
        replace=replace,
    )
    outcome = run_import(request, validate=_validator(settings), profile=profile_table)
    spoken = language or settings.editor_language
    messages = read_messages(spoken)
    return outcome, tuple(report_lines(outcome, language=spoken, describe=lambda problem: describe(problem, messages)))


def _settings(into: Path) -> Settings:
    project = open_project(into.resolve().parent)
    return Settings() if isinstance(project, tuple) else project.settings


def _validator(settings: Settings) -> Validate:
    """Says what is wrong with one record: its own fields, and the rules that need no other record."""
    rules = rules_by_code()

    def is_error(problem: Problem) -> bool:
        return settings.severity.get(problem.code, rules[problem.code].severity) == "error"

    def check(kind: RecordType, values: Mapping[str, object], origin: Origin) -> tuple[Problem, ...]:
        record = validate(MODELS[kind], values, origin=origin)
        if isinstance(record, tuple):
            return record
        catalogue, _ = build_catalogue([Entry(kind, record, origin)])
        facts = Facts(catalogue, date.max, country=settings.country, judge=judge_phone)
        return tuple(problem for problem in apply_record_rules(facts) if is_error(problem))

    return check
