"""YAML as text with places, from libyaml's event stream; the only module that knows YAML.

Every scalar stays the text that was written (a phone number keeps its zero, `13:30` stays a time), nesting cannot
crash it, and what editors never need (anchors, aliases, tags, merge keys) is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, cast

import yaml

from socialmap.model.raw import Raw
from socialmap.problems import Path, Place, Problem, fault
from socialmap.sources.hidden import HIDDEN, hidden_character, hidden_characters
from socialmap.sources.yaml_faults import cut_comment, glued_dash, shown, syntax_problem, with_fix

MAX_BYTES = 200_000
MAX_SCALAR = 20_000
MAX_DEPTH = 12
MAX_NODES = 5_000
PASTED = "\u00a0•·▪‣∙–—"
NULLS = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML file says: its value (None when it has none), problems, and the place of each key and value."""

    value: Raw | None
    problems: tuple[Problem, ...] = ()
    marks: Mapping[Path, tuple[int, int]] = field(default_factory=dict)


class _Mark(Protocol):
    """A place in the text, from 0."""

    line: int
    column: int


class _Event(Protocol):
    """What libyaml says of a node; each kind of event has only some of these."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    style: str | None
    value: str


@dataclass(slots=True)
class _Frame:
    """A collection that is being filled."""

    holder: dict[str, Raw] | list[Raw]
    path: Path
    key: str | None = None
    keys: dict[str, int] = field(default_factory=dict)


class _RefusedError(Exception):
    """The document holds something that ends its reading; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_yaml(text: str, /, *, file: str, places: bool = False, nodes: int = MAX_NODES) -> Document:
    """The value of a YAML text, with one problem per fault; `places` also keeps where each value stands.

    `nodes` is how many values and collections a file may hold.
    """
    hidden = tuple(hidden_characters(text, file=file))
    if hidden:
        return Document(None, hidden)
    builder = _Builder(file, text, places=places, most=nodes)
    try:
        for event in cast("Iterator[_Event]", yaml.parse(text, Loader=yaml.CLoader)):
            builder.take(event)
    except _RefusedError as refused:
        return Document(None, (*builder.problems, with_fix(refused.problem, text, reads=_reads)))
    except yaml.YAMLError as error:
        return Document(None, (*builder.problems, _syntax_problem(error, file, text)))
    except RecursionError:
        return Document(None, (*builder.problems, fault("SM106", Place(file), limit=MAX_DEPTH)))
    return Document(builder.value, tuple(builder.problems), builder.marks)


def _syntax_problem(error: yaml.YAMLError, file: str, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return fault("SM101", Place(file, 1, 1), line="")
    began = getattr(error, "context_mark", None)
    opened = began.line if began is not None else None
    return syntax_problem(file, text, (mark.line, mark.column), opened=opened, reads=_reads)


def _reads(text: str) -> bool:
    builder = _Builder("", text, places=False)
    try:
        for event in cast("Iterator[_Event]", yaml.parse(text, Loader=yaml.CLoader)):
            builder.take(event)
    except (yaml.YAMLError, _RefusedError, RecursionError):
        return False
    return True


class _Builder:
    """Turns events into text values; holds the stack of open collections, so depth costs no recursion."""

    def __init__(self, file: str, text: str, *, places: bool, most: int = MAX_NODES) -> None:
        self.file = file
        self.most = most
        self.text = text
        self.lines = text.split("\n") if "#" in text else []
        self.places = places
        self.value: Raw | None = None
        self.problems: list[Problem] = []
        self.marks: dict[Path, tuple[int, int]] = {}
        self.stack: list[_Frame] = []
        self.nodes = 0
        self.documents = 0
        self.takers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: _Event) -> None:
        taker = self.takers.get(type(event))
        if taker is not None:
            taker(event)

    def _place(self, mark: _Mark) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _document(self, event: _Event) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _RefusedError(fault("SM103", self._place(event.start_mark), feature="---"))

    def _alias(self, event: _Event) -> None:
        raise _RefusedError(fault("SM103", self._place(event.start_mark), feature=f"*{event.anchor}"))

    def _guard(self, event: _Event) -> None:
        self.nodes += 1
        if event.anchor is not None:
            raise _RefusedError(fault("SM103", self._place(event.start_mark), feature=f"&{event.anchor}"))
        if event.tag is not None:
            written = event.tag.replace("tag:yaml.org,2002:", "!!", 1)
            raise _RefusedError(fault("SM103", self._place(event.start_mark), feature=written))
        if self.nodes > self.most or len(self.stack) > MAX_DEPTH:
            raise _RefusedError(fault("SM106", self._place(event.start_mark), limit=MAX_DEPTH))

    def _scalar(self, event: _Event) -> None:
        self._guard(event)
        text = event.value
        if len(text) > MAX_SCALAR:
            raise _RefusedError(fault("SM105", self._place(event.start_mark), limit=MAX_SCALAR))
        found = HIDDEN.search(text) if event.style == '"' else None
        if found:
            raise _RefusedError(hidden_character(found, self._place(event.start_mark)))
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is None and isinstance(frame.holder, dict):
            self._key(frame, text, event.start_mark)
            return
        if not event.style:
            self._warn_cut_comment(event)
            if event.start_mark.line != event.end_mark.line or text[:1] == "-":
                self._refuse_glued_dash(event)
            if text in NULLS:
                self._skip(frame)
                return
        self._put(frame, text, event.start_mark)

    def _key(self, frame: _Frame, key: str, mark: _Mark) -> None:
        if key == "<<":
            raise _RefusedError(fault("SM103", self._place(mark), feature="<<"))
        if key[:1] in PASTED and key:
            raise _RefusedError(fault("SM101", self._place(mark), line=shown(key)))
        if key in frame.keys:
            self.problems.append(fault("SM102", self._place(mark), key=key, first=frame.keys[key]))
        else:
            frame.keys[key] = mark.line + 1
        if self.places:
            self.marks[(*frame.path, key, "")] = (mark.line + 1, mark.column + 1)
        frame.key = key

    def _warn_cut_comment(self, event: _Event) -> None:
        row, column = event.end_mark.line, event.end_mark.column
        if not self.lines or row >= len(self.lines) or "#" not in self.lines[row]:
            return
        start = event.start_mark.column if event.start_mark.line == row else 0
        line = self.lines[row]
        found = cut_comment(self.file, line, (row, column), start=start, kept=event.value, reads=_reads)
        self.problems.extend([found] if found else [])

    def _refuse_glued_dash(self, event: _Event) -> None:
        first, last = event.start_mark, event.end_mark
        if first.line != last.line or event.value[1:2].isalpha():
            found = glued_dash(self.file, self.text.split("\n"), first.line, last.line, first.column)
            if found:
                raise _RefusedError(found)

    def _skip(self, frame: _Frame | None) -> None:
        if frame is not None:
            frame.key = None

    def _put(self, frame: _Frame | None, value: Raw, mark: _Mark) -> Path:
        if frame is None:
            self.value = value
            return ()
        if isinstance(frame.holder, list):
            path: Path = (*frame.path, len(frame.holder))
            frame.holder.append(value)
        else:
            path = (*frame.path, frame.key or "")
            frame.holder[frame.key or ""] = value
            frame.key = None
        if self.places:
            self.marks[path] = (mark.line + 1, mark.column + 1)
        return path

    def _open(self, event: _Event) -> None:
        self._guard(event)
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is None and isinstance(frame.holder, dict):
            place = self._place(event.start_mark)
            raise _RefusedError(fault("SM101", place, line=shown(self.text.split("\n")[place.line - 1])))
        holder: dict[str, Raw] | list[Raw] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._put(frame, holder, event.start_mark)
        self.stack.append(_Frame(holder, path))

    def _close(self, _event: _Event) -> None:
        self.stack.pop()


def read_settings_yaml(text: str, /) -> object:
    """The plain value of a settings file such as `mkdocs.yml`: its tags are read over, its types are YAML's own.

    Raises:
        ValueError: with the number and the text of the line that cannot be read.
    """
    try:
        return yaml.load(text, Loader=_lenient_loader())  # noqa: S506 - a SafeLoader that ignores tags
    except yaml.YAMLError as error:
        found = _syntax_problem(error, "", text)
        raise ValueError(f"{found.place.line}: `{found.params['line']}`") from error


def _lenient_loader() -> type[yaml.CSafeLoader]:
    class Lenient(yaml.CSafeLoader):
        """A safe loader to which an unknown tag is nothing."""

    Lenient.add_multi_constructor("", lambda _loader, _suffix, _node: None)
    return Lenient
