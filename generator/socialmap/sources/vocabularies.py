"""The vocabularies of a data folder as raw terms, and the words by which editors may write each term."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from socialmap.model.raw import Raw, RawTerm
from socialmap.model.shape import shape_of
from socialmap.model.term import Term
from socialmap.problems import Origin, Place, Problem, fault
from socialmap.problems import Path as KeyPath
from socialmap.sources.folder import decode_utf8, list_files, read_file
from socialmap.sources.normalise import Faults, Normaliser, normaliser
from socialmap.sources.places import Marks, is_about_key, written_place
from socialmap.sources.words import Words
from socialmap.sources.yaml_reader import read_yaml
from socialmap.text.words import RESERVED, fold, nearest

FOLDER = "taxonomies"
MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class _Written:
    """A term as its file says it."""

    vocabulary: str
    origin: Origin
    values: Mapping[str, Raw]
    marks: Marks


def load_terms(root: Path, *, words: Words) -> tuple[tuple[RawTerm, ...], tuple[Problem, ...]]:
    """The raw terms of every vocabulary in `taxonomies/`, in file order, and the problems met while reading."""
    written: list[_Written] = []
    problems: list[Problem] = []
    for file in list_files(root, FOLDER):
        items, faults = _load_file(root, file)
        written.extend(items)
        problems.extend(faults)
    terms, faults = _read_terms(written, words)
    return terms, (*problems, *faults)


def term_words(terms: Iterable[tuple[str, Term]]) -> Mapping[str, Mapping[str, str]]:
    """Per vocabulary every way to write a term (its id and its names), folded, to its id."""
    table: dict[str, dict[str, str]] = {}
    for vocabulary, term in terms:
        ways = table.setdefault(vocabulary, {})
        for written in (*term.name.values(), *term.professional_name.values()):
            ways.setdefault(fold(written), term.id)
        ways[term.id] = term.id
    return table


def _load_file(root: Path, file: str) -> tuple[list[_Written], list[Problem]]:
    if not file.endswith((".yml", ".yaml")):
        return [], [fault("SM110" if (root / file).is_symlink() else "SM112", Place(file))]
    content = read_file(root, file, limit=MAX_BYTES)
    text = content if isinstance(content, Problem) else decode_utf8(content)
    if isinstance(text, Problem):
        return [], [text]
    document = read_yaml(text, file=file, places=True)
    if not isinstance(document.value, list):
        return [], [*document.problems, *([] if document.problems else [fault("SM108", Place(file, 1, 1))])]
    name = PurePosixPath(file).stem.replace("-", "_")
    items: list[_Written] = []
    problems = list(document.problems)
    for index, value in enumerate(document.value):
        line, column = document.marks.get((index,), (1, 1))
        if isinstance(value, dict):
            items.append(_Written(name, Origin(file, line, index + 1), value, document.marks))
        else:
            problems.append(fault("SM108", Place(file, line, column)))
    return items, problems


def _read_terms(written: Iterable[_Written], words: Words) -> tuple[tuple[RawTerm, ...], list[Problem]]:
    plain = normaliser(shape_of(Term), words=words, terms={})
    names = _names(_read(item, plain)[0] for item in written)
    reader = normaliser(shape_of(Term), words=words, terms=names)
    terms: list[RawTerm] = []
    problems: list[Problem] = []
    for item in written:
        term, faults = _read(item, reader)
        terms.append(term)
        problems.extend(_placed(item, path, found) for path, found in faults.found)
    return tuple(terms), [*problems, *_double_ids(terms), *_reserved_ids(terms), *_unknown_words(terms, names)]


def _read(item: _Written, reader: Normaliser) -> tuple[RawTerm, Faults]:
    faults = Faults([])
    return RawTerm(item.vocabulary, item.origin, reader(item.values, (), faults)), faults


def _placed(item: _Written, path: KeyPath, problem: Problem) -> Problem:
    return replace(problem, place=written_place(item.marks, item.origin, path, key=is_about_key(problem)))


def _names(terms: Iterable[RawTerm]) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for term in terms:
        ways, name = table.setdefault(term.vocabulary, {}), str(term.values.get("id", ""))
        spoken = term.values.get("name")
        for word in spoken.values() if isinstance(spoken, dict) else ():
            ways.setdefault(fold(str(word)), name)
        ways[name] = name
    return table


def _double_ids(terms: Iterable[RawTerm]) -> Iterator[Problem]:
    first: dict[tuple[str, Raw], RawTerm] = {}
    for term in terms:
        held = first.setdefault((term.vocabulary, term.values.get("id", "")), term)
        if held is not term and "id" in term.values:
            other = f"{held.origin.file}:{held.origin.line}"
            yield _problem("SM113", term, ("id",), id=str(term.values["id"]), other=other)


def _reserved_ids(terms: Iterable[RawTerm]) -> Iterator[Problem]:
    for term in terms:
        if term.values.get("id") in RESERVED:
            yield _problem("SM114", term, ("id",), id=str(term.values["id"]))


def _unknown_words(terms: Iterable[RawTerm], names: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    naming = [(field.name, field.vocabulary) for field in shape_of(Term).fields if field.vocabulary]
    for term in terms:
        for name, vocabulary in (*naming, ("parent", term.vocabulary)):
            written = term.values.get(name, [])
            many = isinstance(written, list)
            for index, word in enumerate(written if isinstance(written, list) else [written]):
                if isinstance(word, str) and word not in names.get(vocabulary, {}).values():
                    path: KeyPath = (name, index) if many else (name,)
                    near = nearest(word, names.get(vocabulary, {}).values())
                    yield _problem("SM302", term, path, suggestion=near, term=word, vocabulary=vocabulary)


def _problem(code: str, term: RawTerm, path: KeyPath, /, *, suggestion: str = "", **params: str) -> Problem:
    return Problem(code, Place(term.origin.file), params, suggestion, path, term.origin)
