"""Corrections of a project's data that `check` could make itself: tried on a copy, told as a diff, written at the end.

Safe ones keep the meaning: what cannot be read is written as it was meant, and values as socialmap writes them.
With `unsafe` what a message only suggests is done too.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from socialmap.edit.changes import splice
from socialmap.edit.diffs import Edit
from socialmap.model.raw import RawTerm
from socialmap.pipeline.causes import first_causes
from socialmap.pipeline.check import find_problems, read_data
from socialmap.pipeline.data_files import DataFile, data_files
from socialmap.pipeline.project import Project
from socialmap.pipeline.repairing import repair
from socialmap.pipeline.source_lines import make_lines, with_cells
from socialmap.pipeline.suggested import KEYS, splices_of
from socialmap.pipeline.tidy_files import tidy_table, tidy_yaml
from socialmap.pipeline.tidying import Tidier
from socialmap.problems import Problem
from socialmap.sources.normalise import Normaliser, normaliser
from socialmap.sources.vocabularies import load_terms
from socialmap.sources.words import Words, read_words
from socialmap.sources.yaml_reader import read_yaml
from socialmap.text.words import fold

ENCODINGS: Final = ("utf-8-sig", "utf-8", "utf-16", "cp1252")
ROUNDS: Final = 3


@dataclass(frozen=True, slots=True)
class _Folder:
    """A copy of a data folder that is being corrected."""

    root: Path
    words: Words
    tidier: Tidier

    def reader(self, each: DataFile) -> Normaliser:
        """How the values of a file are read."""
        return normaliser(each.shape, words=self.words, terms=self.tidier.terms)


def fix_project(project: Project, *, today: date, unsafe: bool) -> tuple[Edit, ...]:
    """What corrections would change in a project's files; writes nothing there."""
    with tempfile.TemporaryDirectory(prefix="socialmap-fix-") as place:
        copied = _copy(project, Path(place))
        words = read_words(project.settings.editor_language)
        files = tuple(data_files(copied.data, words))
        for each in files:
            if not each.is_table:
                _rewrite(copied.data / each.file, partial(repair, file=each.file, unsafe=unsafe))
        folder = _folder(copied, words)
        for each in files:
            _tidy(folder, each)
        if unsafe:
            _suggest(copied, today=today)
        return tuple(sorted(_edits(project.data, copied.data, files)))


def _copy(project: Project, place: Path) -> Project:
    copied = replace(project, root=place, cache=place / ".cache")
    copied.data.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(project.data, copied.data, symlinks=True, ignore=_no_files)
    return copied


def _no_files(folder: str, names: list[str]) -> list[str]:
    """What is neither a file nor a folder, and cannot be copied; nothing of it is ever read."""
    return [name for name in names if not (Path(folder, name).is_file() or Path(folder, name).is_dir())]


def _folder(project: Project, words: Words) -> _Folder:
    terms, _ = load_terms(project.data, words=words)
    return _Folder(project.data, words, Tidier(words, _term_names(terms), project.settings.country))


def _term_names(terms: Iterable[RawTerm]) -> Mapping[str, Mapping[str, str]]:
    """Per vocabulary every name of a term, folded, to its id."""
    table: dict[str, dict[str, str]] = {}
    for term in terms:
        ways, name = table.setdefault(term.vocabulary, {}), str(term.values.get("id", ""))
        for key in ("name", "professional_name"):
            spoken = term.values.get(key)
            for word in spoken.values() if isinstance(spoken, dict) else ():
                ways.setdefault(fold(str(word)), name)
        ways[name] = name
    return table


def _tidy(folder: _Folder, each: DataFile) -> None:
    by, path = folder.reader(each), folder.root / each.file

    def tidied(text: str) -> str:
        if each.is_table:
            return tidy_table(text, by=by, tidier=replace(folder.tidier, days=False))
        readable = not any(problem.code != "SM107" for problem in read_yaml(text, file=each.file).problems)
        return tidy_yaml(text, by=by, tidier=folder.tidier) if readable else text

    _rewrite(path, tidied)


def find_placed(project: Project, *, today: date) -> tuple[Problem, ...]:
    """Every problem of a project with its place, in the editors' own words."""
    data = read_data(project, today=today)
    lines = make_lines(project.data)
    return tuple(with_cells(first_causes(data.placed(find_problems(data, project, today=today)), lines), lines))


def _suggest(project: Project, *, today: date) -> None:
    """Do what the messages suggest, a few times over: a correction may bring the next problem to light."""
    for _ in range(ROUNDS):
        problems = find_placed(project, today=today)
        changed = False
        for file in sorted({problem.place.file for problem in problems if problem.place.file}):
            own = [problem for problem in problems if problem.place.file == file]
            changed = _apply(project.data / file, own, file) or changed
        if not changed:
            return


def _apply(path: Path, problems: list[Problem], file: str) -> bool:
    if not path.is_file() or path.is_symlink() or not file.endswith((".yml", ".yaml", ".csv")):
        return False
    if any(problem.code == "SM101" for problem in problems):
        return False
    return _rewrite(path, partial(_offered, problems=problems, file=file))


def _offered(text: str, *, problems: Sequence[Problem], file: str) -> str:
    """The text with what the problems offer, without another key where that would say the same twice."""
    if not file.endswith(".csv") and read_yaml(text, file=file).value is None:
        return text
    done = splice(text, splices_of(text, problems, file=file))
    if file.endswith(".csv") or not any(found.code == "SM102" for found in read_yaml(done, file=file).problems):
        return done
    return splice(text, splices_of(text, [problem for problem in problems if problem.code not in KEYS], file=file))


def _rewrite(path: Path, change: Callable[[str], str]) -> bool:
    content = path.read_bytes()
    encoding = encoding_of(content)
    if not encoding or not content:
        return False
    text = content.decode(encoding)
    done = change(text)
    if done != text:
        path.write_bytes(done.encode(encoding))
    return done != text


def encoding_of(content: bytes) -> str:
    """The encoding with which a file's bytes can be read and written without any change; nothing when none can."""
    for encoding in ENCODINGS:
        try:
            if content.decode(encoding).encode(encoding) == content:
                return encoding
        except UnicodeError:
            continue
    return ""


def _edits(before: Path, after: Path, files: tuple[DataFile, ...]) -> Iterator[Edit]:
    for each in files:
        old, new = ((root / each.file).read_bytes() for root in (before, after))
        if old != new:
            encoding = encoding_of(old)
            yield Edit(each.file, old.decode(encoding), new.decode(encoding), encoding)
