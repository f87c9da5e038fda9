"""The values of a YAML text with the place of each, for whoever changes only some of them; called by the pipeline.

Only for text that `yaml_reader` could read: it knows no faults of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol, cast

import yaml

from socialmap.model.written import Node

STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class _Mark(Protocol):
    """A place in the text: how many characters stand before it."""

    index: int


class _Event(Protocol):
    """What libyaml says of a node; each kind of event has only some of these."""

    start_mark: _Mark
    end_mark: _Mark
    flow_style: bool | None
    style: str | None
    value: str


@dataclass(slots=True)
class _Open:
    """A collection that is being read, with its values so far."""

    start: int
    flow: bool
    is_map: bool
    parts: list[Node] = field(default_factory=list)


def read_nodes(text: str, /) -> Node | None:
    """The value of a YAML text with its places, or nothing when the text has none."""
    stack: list[_Open] = []
    root: Node | None = None
    for event in cast("Iterator[_Event]", yaml.parse(text, Loader=yaml.CLoader)):
        node = None
        start, end = event.start_mark.index, event.end_mark.index
        kind: type[object] = type(event)
        if kind in STARTS:
            stack.append(_Open(start, bool(event.flow_style), kind is yaml.MappingStartEvent))
        elif kind is yaml.ScalarEvent:
            node = Node("scalar", start, end, value=event.value, style=event.style or "")
        elif kind in ENDS:
            node = _closed(stack.pop(), end)
        if node is not None and stack:
            stack[-1].parts.append(node)
        elif node is not None:
            root = node
    return root


def _closed(opened: _Open, end: int) -> Node:
    parts = opened.parts
    if opened.is_map:
        pairs = tuple(zip(parts[::2], parts[1::2], strict=True))
        return Node("map", opened.start, end, flow=opened.flow, pairs=pairs)
    return Node("list", opened.start, end, flow=opened.flow, items=tuple(parts))
