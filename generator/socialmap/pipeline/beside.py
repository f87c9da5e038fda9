"""What the data folder holds beside the records: the words of danger and the guides, read and validated.

Called by `load`. Without words of its own a municipality has those that come with the package, as far as it has the
services that they name.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from socialmap.catalogue import Catalogue, Key, dangling_in
from socialmap.contracts.validation import validate
from socialmap.model.crisis import CrisisTopic
from socialmap.model.guide import Guide
from socialmap.model.search_words import ExpectationFile, SynonymFile
from socialmap.model.shape import shape_of
from socialmap.pipeline.project import packaged
from socialmap.problems import Origin, Problem
from socialmap.sources.documents import Documents, RawGroup, make_documents
from socialmap.sources.normalise import Normaliser, Terms, normaliser
from socialmap.sources.words import Words

CRISIS = "crisis.yml"
CRISIS_FILE = f"search/{CRISIS}"
GUIDES = "guides"
_M = TypeVar("_M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Beside:
    """The groups with where each was read, and the problems met."""

    crisis: tuple[tuple[CrisisTopic, Origin], ...]
    guides: tuple[tuple[Guide, Origin], ...]
    problems: tuple[Problem, ...]
    own_crisis: bool

    @property
    def own(self) -> tuple[tuple[CrisisTopic | Guide, Origin], ...]:
        """The groups that the municipality wrote itself."""
        return (*(self.crisis if self.own_crisis else ()), *self.guides)

    def dangling(self, catalogue: Catalogue, *, unread: Iterable[Key]) -> Iterator[Problem]:
        """A problem for each record and term that is named here and does not exist."""
        missing = tuple(unread)
        for group, origin in self.own:
            yield from dangling_in(group, origin=origin, catalogue=catalogue, unread=missing)


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of a data folder's other files."""

    root: Path
    crisis: Documents
    guides: Documents
    search: Mapping[str, Normaliser]

    @property
    def by_file(self) -> Mapping[str, Normaliser]:
        """What reads a file, by the start of its path."""
        return {CRISIS_FILE: self.crisis.by, f"{GUIDES}/": self.guides.by, **self.search}

    def read(self) -> Beside:
        """Everything, validated."""
        own = (self.root / CRISIS_FILE).exists()
        crisis = self.crisis if own else Documents(packaged("data/search"), self.crisis.by)
        topics, topic_problems = _valid(CrisisTopic, crisis.read_list(CRISIS_FILE if own else CRISIS))
        guides, guide_problems = _valid(Guide, self.guides.read_folder(GUIDES))
        return Beside(topics, guides, (*topic_problems, *guide_problems), own)


def make_readers(root: Path, *, words: Words, terms: Terms) -> Readers:
    """The readers for an editors' language and the vocabularies."""
    crisis = make_documents(CrisisTopic, root=root, words=words, terms=terms)
    guides = make_documents(Guide, root=root, words=words, terms=terms)
    search = {
        start: normaliser(shape_of(model), words=words, terms=terms)
        for start, model in (("search/expectations", ExpectationFile), ("search/synonyms", SynonymFile))
    }
    return Readers(root, crisis, guides, search)


def _valid(
    model: type[_M], read: tuple[tuple[RawGroup, ...], tuple[Problem, ...]]
) -> tuple[tuple[tuple[_M, Origin], ...], tuple[Problem, ...]]:
    groups, problems = read
    found: list[tuple[_M, Origin]] = []
    faults = [*problems]
    for group in groups:
        made = validate(model, group.values, origin=group.origin)
        if isinstance(made, tuple):
            faults.extend(made)
        else:
            found.append((made, group.origin))
    return tuple(found), tuple(faults)
