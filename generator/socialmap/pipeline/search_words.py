"""Synonyms and expectations as the project has them: its own files in `data/search/`, else those that are packaged."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from socialmap.contracts.validation import validate
from socialmap.model.raw import Raw
from socialmap.model.search_words import Expectation, ExpectationFile, SynonymFile
from socialmap.pipeline.project import Project, packaged
from socialmap.problems import Origin, Problem
from socialmap.search import SynonymGroup
from socialmap.sources.search_words import read_expectations, read_synonyms
from socialmap.sources.words import read_words

FOLDER = "search"
EXPECTATIONS = f"{FOLDER}/expectations.yml"
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The groups of each language, and what was wrong with their files."""

    groups: Mapping[str, tuple[SynonymGroup, ...]]
    problems: tuple[Problem, ...] = ()


def load_synonyms(project: Project) -> Synonyms:
    """All synonyms; each file of the municipality takes the place of the packaged one of that name."""
    words = read_words(project.settings.editor_language)
    groups: dict[str, tuple[SynonymGroup, ...]] = {}
    problems: list[Problem] = []
    for root, file in _files(project.data):
        values, faults = read_synonyms(root, file, words=words)
        found = _valid(SynonymFile, values, file)
        problems.extend(faults)
        if isinstance(found, SynonymFile):
            lines = tuple(SynonymGroup(line.words, line.only) for line in found.groups)
            groups[found.language] = groups.get(found.language, ()) + lines
        else:
            problems.extend(found)
    return Synonyms(groups, tuple(problems))


def load_expectations(
    project: Project, file: str = EXPECTATIONS
) -> tuple[tuple[Expectation, ...], tuple[Problem, ...]]:
    """The questions to try; none without a file."""
    if not (project.data / file).exists():
        return (), ()
    values, faults = read_expectations(project.data, file, words=read_words(project.settings.editor_language))
    found = _valid(ExpectationFile, values, file)
    if isinstance(found, ExpectationFile):
        return found.expectations, faults
    return (), (*faults, *found)


def search_problems(project: Project) -> tuple[Problem, ...]:
    """What is wrong with the municipality's own synonyms and expectations."""
    words = read_words(project.settings.editor_language)
    problems: list[Problem] = []
    for path in _in(project.data):
        file = f"{FOLDER}/{path.name}"
        values, faults = read_synonyms(project.data, file, words=words)
        found = _valid(SynonymFile, values, file)
        problems += [*faults, *(() if isinstance(found, SynonymFile) else found)]
    return (*problems, *load_expectations(project)[1])


def _files(data: Path) -> list[tuple[Path, str]]:
    """The files of synonyms, each with the data folder it is in."""
    roots = (data, packaged("data"))
    found = {path.name: (root, f"{FOLDER}/{path.name}") for root in reversed(roots) for path in _in(root)}
    return [found[name] for name in sorted(found)]


def _in(root: Path) -> list[Path]:
    return sorted((root / FOLDER).glob("synonyms*.yml"))


def _valid(model: type[M], values: Mapping[str, Raw], file: str) -> M | tuple[Problem, ...]:
    return validate(model, values, origin=Origin(file))
