"""YAML as text with places, from libyaml's event stream; called for every YAML file of the data folder.

Every scalar stays the text that was written (a phone number keeps its zero, `13:30` stays a time), nesting cannot
crash it, and what editors never need (anchors, aliases, tags, merge keys) is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

import yaml

from socialmap.model.raw import Raw
from socialmap.problems import Path, Place, Problem, fault
from socialmap.sources.hidden import hidden_characters
from socialmap.sources.two_versions import two_versions
from socialmap.sources.yaml_builder import MAX_DEPTH, MAX_NODES, Builder, Event, RefusedError
from socialmap.sources.yaml_faults import syntax_problem, with_fix

MAX_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML file says: its value (None when it has none), problems, and the place of each key and value."""

    value: Raw | None
    problems: tuple[Problem, ...] = ()
    marks: Mapping[Path, tuple[int, int]] = field(default_factory=dict)


def read_yaml(text: str, /, *, file: str, places: bool = False, nodes: int = MAX_NODES) -> Document:
    """The value of a YAML text, with one problem per fault; `places` also keeps where each value stands.

    `nodes` is how many values and collections a file may hold.
    """
    hidden = tuple(hidden_characters(text, file=file))
    if hidden:
        return Document(None, hidden)
    both = two_versions(text, file=file)
    if both:
        return Document(None, (both,))
    builder = Builder(file, text, places=places, reads=_reads, most=nodes)
    try:
        _feed(builder)
    except RefusedError as refused:
        return Document(None, (*builder.problems, with_fix(refused.problem, text, reads=_reads)))
    except yaml.YAMLError as error:
        return Document(None, (*builder.problems, _syntax_problem(error, file, text)))
    except RecursionError:
        return Document(None, (*builder.problems, fault("SM106", Place(file), limit=MAX_DEPTH)))
    return Document(builder.value, tuple(builder.problems), builder.marks)


def _feed(builder: Builder) -> None:
    takers = builder.takers
    for event in cast("Iterator[Event]", iter(yaml.CLoader(builder.text).get_event, None)):
        taker = takers.get(type(event))
        if taker is not None:
            taker(event)


def _syntax_problem(error: yaml.YAMLError, file: str, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return fault("SM101", Place(file, 1, 1), line="")
    began = getattr(error, "context_mark", None)
    opened = began.line if began is not None else None
    return syntax_problem(file, text, (mark.line, mark.column), opened=opened, reads=_reads)


def _reads(text: str) -> bool:
    try:
        _feed(Builder("", text, places=False, reads=_reads))
    except (yaml.YAMLError, RefusedError, RecursionError):
        return False
    return True


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
