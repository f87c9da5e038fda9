"""Search on the command line: what a built site answers, and whether it answers as the editors expect.

Called by the host. The answers come from the site's own modules, so the ranking is that of the browser.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from socialmap.model.search_words import Expectation
from socialmap.pipeline.project import Project
from socialmap.pipeline.search_words import load_expectations
from socialmap.problems import Problem
from socialmap.search.runner import Answer, Query, ask
from socialmap.sources.vocabularies import load_terms
from socialmap.sources.words import read_words
from socialmap.text.words import fold

AREAS = "neighbourhoods"
TOLD = 10
MOST = 50


class UnknownAreaError(ValueError):
    """A neighbourhood that the project does not have."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An expectation beside the answer that the site gave."""

    expected: Expectation
    answer: Answer

    @property
    def found(self) -> tuple[str, ...]:
        """The ids of the services found, best first."""
        return tuple(hit.slug for hit in self.answer.hits)

    @property
    def missing(self) -> tuple[str, ...]:
        """What should be among the first answers and is not."""
        first = self.found[: self.expected.first]
        return tuple(name for name in self.expected.finds if name not in first)

    @property
    def unwanted(self) -> tuple[str, ...]:
        """What is among the first answers and should not."""
        first = self.found[: self.expected.first]
        return tuple(name for name in self.expected.excludes if name in first)

    @property
    def met(self) -> bool:
        """Whether the site answers as expected."""
        return not self.missing and not self.unwanted

    @property
    def best(self) -> int:
        """The place of the first expected service, from 1; 0 when none was found."""
        places = (self.found.index(name) + 1 for name in self.expected.finds if name in self.found)
        return min(places, default=0)


@dataclass(frozen=True, slots=True)
class Figures:
    """How often the first expected service is first, among the first three, its mean reciprocal rank, nothing found."""

    count: int
    first: float
    third: float
    reciprocal: float
    nothing: float


def search_site(project: Project, text: str, *, language: str = "", area: str = "", limit: int = TOLD) -> Answer:
    """What the site answers to a question, as `ask`; `area` is a neighbourhood's id or name."""
    first = project.settings.language
    query = Query(text, _facets(project, area), limit)
    return ask(project.site, (query,), language=language or first, first=first)[0]


def check_search(project: Project) -> tuple[tuple[Outcome, ...], tuple[Problem, ...]]:
    """Every expectation with what the site answers, in the order of the file; and what is wrong with the file."""
    expectations, problems = load_expectations(project)
    return tuple(_outcomes(project, expectations)), problems


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The figures over the expectations that name a service to find."""
    told = [outcome for outcome in outcomes if outcome.expected.finds]
    count = len(told) or 1
    return Figures(
        len(told),
        sum(each.best == 1 for each in told) / count,
        sum(1 <= each.best <= 3 for each in told) / count,
        sum(1 / each.best for each in told if each.best) / count,
        sum(not each.answer.hits for each in told) / count,
    )


def _outcomes(project: Project, expectations: tuple[Expectation, ...]) -> Iterator[Outcome]:
    first = project.settings.language
    for language, each in groupby(expectations, key=lambda one: one.language or first):
        group = tuple(each)
        queries = [Query(one.query, _facets(project, one.neighbourhood or ""), MOST) for one in group]
        yield from map(Outcome, group, ask(project.site, queries, language=language, first=first))


def _facets(project: Project, area: str) -> Mapping[str, tuple[str, ...]]:
    if not area:
        return {}
    terms, _ = load_terms(project.data, words=read_words(project.settings.editor_language))
    for term in terms:
        names = term.values.get("name")
        written = names.values() if isinstance(names, dict) else (names,)
        if term.vocabulary == AREAS and fold(area) in map(fold, map(str, (*written, term.values["id"]))):
            return {"neighbourhood": (str(term.values["id"]),)}
    raise UnknownAreaError(area)
