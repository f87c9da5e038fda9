"""From libyaml's events to text values with places; with `yaml_reader`, which feeds it, what reads every YAML record.

It holds the stack of open collections itself, so depth costs no recursion, and refuses what editors never need.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from socialmap.model.raw import Raw
from socialmap.problems import Path, Place, Problem, fault
from socialmap.sources.hidden import HIDDEN, hidden_character
from socialmap.sources.yaml_faults import Reads, cut_comment, glued_dash, shown

MAX_SCALAR = 20_000
MAX_DEPTH = 12
MAX_NODES = 5_000
PASTED = "\u00a0•·▪‣∙–—"
NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Mark(Protocol):
    """A place in the text, from 0."""

    line: int
    column: int


class Event(Protocol):
    """What libyaml says of a node; each kind of event has only some of these."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    style: str | None
    value: str


@dataclass(slots=True)
class _Frame:
    """A collection that is being filled; `key` waits for its value, and `path` is kept only for places."""

    holder: dict[str, Raw] | list[Raw]
    is_table: bool
    path: Path = ()
    key: str | None = None
    keys: dict[str, Mark] = field(default_factory=dict)


class RefusedError(Exception):
    """The document holds something that ends its reading; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Builder:
    """Makes a value of events, `takers` by the class of the event: the records of a municipality have a million."""

    def __init__(self, file: str, text: str, *, places: bool, reads: Reads, most: int = MAX_NODES) -> None:
        self.file = file
        self.text = text
        self.reads = reads
        self.lines = text.split("\n") if "#" in text else []
        self.places = places
        self.value: Raw | None = None
        self.problems: list[Problem] = []
        self.marks: dict[Path, tuple[int, int]] = {}
        self.stack: list[_Frame] = []
        self.nodes = 0
        self.most = most
        self.documents = 0
        self.takers: Mapping[type, Callable[[Event], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open_table,
            yaml.SequenceStartEvent: self._open_list,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def _place(self, mark: Mark) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            raise RefusedError(fault("SM103", self._place(event.start_mark), feature="---"))

    def _alias(self, event: Event) -> None:
        raise RefusedError(fault("SM103", self._place(event.start_mark), feature=f"*{event.anchor}"))

    def _guard(self, event: Event) -> None:
        self.nodes += 1
        if event.anchor is not None:
            raise RefusedError(fault("SM103", self._place(event.start_mark), feature=f"&{event.anchor}"))
        if event.tag is not None:
            written = event.tag.replace("tag:yaml.org,2002:", "!!", 1)
            raise RefusedError(fault("SM103", self._place(event.start_mark), feature=written))
        if self.nodes > self.most or len(self.stack) > MAX_DEPTH:
            raise RefusedError(fault("SM106", self._place(event.start_mark), limit=MAX_DEPTH))

    def _scalar(self, event: Event) -> None:
        self._guard(event)
        text, style = event.value, event.style
        if len(text) > MAX_SCALAR:
            raise RefusedError(fault("SM105", self._place(event.start_mark), limit=MAX_SCALAR))
        if style == '"' and (found := HIDDEN.search(text)):
            raise RefusedError(hidden_character(found, self._place(event.start_mark)))
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.is_table and frame.key is None:
            self._key(frame, text, event.start_mark)
        elif style or not self._is_null(event, text):
            self._put(frame, text, event)
        elif frame is not None:
            frame.key = None

    def _key(self, frame: _Frame, key: str, mark: Mark) -> None:
        if key == "<<":
            raise RefusedError(fault("SM103", self._place(mark), feature="<<"))
        if key[:1] in PASTED and key:
            raise RefusedError(fault("SM101", self._place(mark), line=shown(key)))
        first = frame.keys.setdefault(key, mark)
        if first is not mark:
            self.problems.append(fault("SM102", self._place(mark), key=key, first=first.line + 1))
        if self.places:
            self.marks[(*frame.path, key, "")] = (mark.line + 1, mark.column + 1)
        frame.key = key

    def _is_null(self, event: Event, text: str) -> bool:
        """Whether a text without quotes says nothing; one that says less than was written is told of here."""
        if self.lines:
            self._warn_cut_comment(event)
        if text[:1] == "-" or event.start_mark.line != event.end_mark.line:
            self._refuse_glued_dash(event)
        return text in NULLS

    def _warn_cut_comment(self, event: Event) -> None:
        row, column = event.end_mark.line, event.end_mark.column
        if row >= len(self.lines) or "#" not in self.lines[row]:
            return
        start = event.start_mark.column if event.start_mark.line == row else 0
        line = self.lines[row]
        found = cut_comment(self.file, line, (row, column), start=start, kept=event.value, reads=self.reads)
        self.problems.extend([found] if found else [])

    def _refuse_glued_dash(self, event: Event) -> None:
        first, last = event.start_mark, event.end_mark
        if first.line != last.line or event.value[1:2].isalpha():
            found = glued_dash(self.file, self.text.split("\n"), first.line, last.line, first.column)
            if found:
                raise RefusedError(found)

    def _put(self, frame: _Frame | None, value: Raw, event: Event) -> Path:
        """Keep a value where it belongs; its path is told only when places are asked for."""
        if frame is None:
            self.value = value
            return ()
        path = self._mark(frame, event.start_mark) if self.places else ()
        if isinstance(frame.holder, list):
            frame.holder.append(value)
        else:
            frame.holder[frame.key or ""] = value
            frame.key = None
        return path

    def _mark(self, frame: _Frame, mark: Mark) -> Path:
        step = len(frame.holder) if isinstance(frame.holder, list) else frame.key or ""
        path: Path = (*frame.path, step)
        self.marks[path] = (mark.line + 1, mark.column + 1)
        return path

    def _open_table(self, event: Event) -> None:
        self._open(event, {}, is_table=True)

    def _open_list(self, event: Event) -> None:
        self._open(event, [], is_table=False)

    def _open(self, event: Event, holder: dict[str, Raw] | list[Raw], *, is_table: bool) -> None:
        self._guard(event)
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.is_table and frame.key is None:
            place = self._place(event.start_mark)
            raise RefusedError(fault("SM101", place, line=shown(self.text.split("\n")[place.line - 1])))
        self.stack.append(_Frame(holder, is_table, self._put(frame, holder, event)))

    def _close(self, _event: Event) -> None:
        self.stack.pop()
