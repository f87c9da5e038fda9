"""Changing only some values of a text: by place, so that comments, order and everything else stay as they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from socialmap.edit.scalars import write_quoted, write_scalar
from socialmap.model.written import Node
from socialmap.text.cells import QUOTE, Cell, cell_text

BETWEEN = re.compile(r"(\s*[;\n]\s*)")


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """The half-open span of a text that is replaced, and by what."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar of a YAML text: a key or a value, and whether it stands in `[…]` or `{…}`."""

    node: Node
    is_key: bool
    flow: bool


def splice(text: str, splices: Iterable[Splice]) -> str:
    """The text with these spans replaced; of two that overlap the first counts."""
    done: list[str] = []
    at = 0
    for each in sorted(splices):
        if each.start >= at:
            done += [text[at : each.start], each.text]
            at = each.end
    return "".join((*done, text[at:]))


def leaves(node: Node, *, flow: bool = False) -> Iterator[Leaf]:
    """Every scalar of a YAML text, keys too."""
    if node.kind == "scalar":
        yield Leaf(node, is_key=False, flow=flow)
    for key, value in node.pairs:
        yield Leaf(key, is_key=True, flow=node.flow)
        yield from leaves(value, flow=node.flow)
    for item in node.items:
        yield from leaves(item, flow=node.flow)


def rewrite(leaf: Leaf, value: str, *, kind: str = "text") -> Splice | None:
    """The replacement of a scalar by another text, quoted when it was or has to be; nothing for a block of lines."""
    node = leaf.node
    if node.style in ("|", ">"):
        return None
    quoted = bool(node.style) and not leaf.is_key
    written = write_quoted(value) if quoted else write_scalar(value, kind=kind, flow=leaf.flow)
    return Splice(node.start, node.end, written)


def replace_line(text: str, number: int, line: str) -> str:
    """The text with one line (from 1) replaced."""
    lines = text.split("\n")
    lines[number - 1] = line + ("\r" if lines[number - 1].endswith("\r") else "")
    return "\n".join(lines)


def rewrite_cell(lines: Sequence[str], cell: Cell, value: str, *, delimiter: str) -> Splice:
    """The replacement of a table's cell, in quotes when it was or has to be."""
    (row, column), (last, end) = cell.start, cell.end
    starts = [0]
    for line in lines[: last + 1]:
        starts.append(starts[-1] + len(line) + 1)
    quoted = lines[row][column : column + 1] == QUOTE or any(mark in value for mark in (delimiter, QUOTE, "\n", "\r"))
    written = QUOTE + value.replace(QUOTE, QUOTE * 2) + QUOTE if quoted else value
    return Splice(starts[row] + column, starts[last] + end, written)


def replace_item(lines: Sequence[str], cell: Cell, written: str, value: str) -> str | None:
    """The text of a cell with one of its items replaced; nothing when the item is not there."""
    parts = BETWEEN.split(cell_text(lines, cell))
    if written not in (part.strip() for part in parts):
        return None
    return "".join(part.replace(part.strip(), value) if part.strip() == written and written else part for part in parts)
