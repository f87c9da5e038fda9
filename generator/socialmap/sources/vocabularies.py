"""The vocabularies of a data folder as raw terms, and the words by which editors may write each term."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from socialmap.model.raw import Raw, RawTerm
from socialmap.model.shape import shape_of
from socialmap.model.term import Term
from socialmap.problems import Origin, Place, Problem, fault
from socialmap.sources.folder import decode_utf8, list_files, read_file
from socialmap.sources.normalise import Faults, normaliser
from socialmap.sources.words import Words
from socialmap.sources.yaml_reader import read_yaml
from socialmap.text.words import fold

MAX_BYTES = 2_000_000


def load_terms(root: Path, *, words: Words) -> tuple[tuple[RawTerm, ...], tuple[Problem, ...]]:
    """The raw terms of every vocabulary in `taxonomies/`, in file order, and the problems met while reading."""
    found: list[RawTerm] = []
    problems: list[Problem] = []
    for file in list_files(root, "taxonomies"):
        terms, faults = _load_file(root, file, words)
        found.extend(terms)
        problems.extend(faults)
    return tuple(found), tuple(problems)


def term_words(terms: Iterable[tuple[str, Term]]) -> Mapping[str, Mapping[str, str]]:
    """Per vocabulary every way to write a term (its id and its names), folded, to its id."""
    table: dict[str, dict[str, str]] = {}
    for vocabulary, term in terms:
        ways = table.setdefault(vocabulary, {})
        for written in (*term.name.values(), *term.professional_name.values()):
            ways.setdefault(fold(written), term.id)
        ways[term.id] = term.id
    return table


def _load_file(root: Path, file: str, words: Words) -> tuple[list[RawTerm], list[Problem]]:
    content = read_file(root, file, limit=MAX_BYTES)
    text = content if isinstance(content, Problem) else decode_utf8(content)
    if isinstance(text, Problem):
        return [], [text]
    document = read_yaml(text, file=file, places=True)
    if not isinstance(document.value, list):
        return [], [*document.problems, *([] if document.problems else [fault("SM108", Place(file, 1, 1))])]
    name = PurePosixPath(file).stem.replace("-", "_")
    problems = list(document.problems)
    terms = [
        _read_term(name, value, Origin(file, *document.marks.get((index,), (1, 0))[:1], row=index + 1), words, problems)
        for index, value in enumerate(document.value)
        if isinstance(value, dict)
    ]
    return terms, problems


def _read_term(
    vocabulary: str, value: Mapping[str, Raw], origin: Origin, words: Words, problems: list[Problem]
) -> RawTerm:
    faults = Faults([])
    values = normaliser(shape_of(Term), words=words, terms={})(value, (), faults)
    place = Place(origin.file, origin.line, 1)
    problems.extend(replace(problem, place=replace(place, field=str(path[-1]))) for path, problem in faults.found)
    return RawTerm(vocabulary, origin, values)
