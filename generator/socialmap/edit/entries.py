"""A YAML file as a tree of entries, each with the comments that belong to it; called by `layout`.

A comment on the line of a value belongs to that value, one on a line of its own to what follows, and one that is
indented further than what follows to what stands above it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from socialmap.model.written import Node

COMMENT = re.compile(r"#[^\n]*")
BLOCK_HEAD = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\n]*)")
BLANK = ""
BLOCKS = ("|", ">")


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list: `lead` stands above it, `tail` beside it, `foot` below it.

    An empty line among `lead` stands for one or more of the file. One that is `pinned` stays on one line or on several
    as it was written.
    """

    value: Node
    start: int
    column: int
    key: str | None = None
    flow: bool = False
    children: list["Entry"] = field(default_factory=list)
    lead: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    pinned: bool = False

    def walk(self) -> Iterator["Entry"]:
        """This entry and all below it, as they stand in the file."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def has_comments(self) -> bool:
        """Whether a comment belongs to this entry or to one below it."""
        return any(comment for entry in self.walk() for comment in (*entry.lead, *entry.tail, *entry.foot))


@dataclass(frozen=True, slots=True)
class Tree:
    """The entries of a file, with the comments above and below all of them."""

    top: Entry
    head: tuple[str, ...]
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its place; `alone` on its line, with `blank` when an empty line stands above it."""

    start: int
    column: int
    text: str
    alone: bool
    blank: bool


def read_entries(text: str, root: Node) -> Tree:
    """The tree of a text whose value is a map or a list."""
    bare, comments = find_comments(text, root)
    top = Entry(root, -1, -1, children=_children(bare, root))
    entries = [entry for child in top.children for entry in child.walk()]
    foot: list[str] = []
    for comment in comments:
        _attach(comment, entries, foot)
    for entry in entries:
        if not entry.flow and _blank_above(text, entry.start):
            entry.lead.append(BLANK)
    head = _take_head(entries[0]) if entries else []
    return Tree(top, tuple(head), tuple(foot))


def find_comments(text: str, root: Node) -> tuple[str, tuple[Comment, ...]]:
    """The text with its scalars and comments blanked out, and the comments in it."""
    bare, found = list(text), []
    for node in _scalars(root):
        head = BLOCK_HEAD.match(text, node.start) if node.style in BLOCKS else None
        found.extend([head.start(1)] if head else [])
        bare[node.start : node.end] = ["\n" if c == "\n" else " " for c in text[node.start : node.end]]
    rest = "".join(bare)
    found.extend(match.start() for match in COMMENT.finditer(rest))
    for start in found:
        end = text.find("\n", start)
        bare[start : end if end >= 0 else len(text)] = " " * ((end if end >= 0 else len(text)) - start)
    return "".join(bare), tuple(_comment(text, start) for start in sorted(found))


def _comment(text: str, start: int) -> Comment:
    line = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    written = text[start : end if end >= 0 else len(text)].rstrip()
    return Comment(start, start - line, written, not text[line:start].strip(), _blank_above(text, start))


def _blank_above(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start)
    above = text.rfind("\n", 0, max(line, 0))
    return line > 0 and not text[above + 1 : line].strip()


def _scalars(node: Node) -> Iterator[Node]:
    if node.kind == "scalar":
        yield node
    for key, value in node.pairs:
        yield from (key, *_scalars(value))
    for item in node.items:
        yield from _scalars(item)


def _children(bare: str, node: Node) -> list[Entry]:
    pairs = [_entry(bare, value, key.start, key.value, flow=node.flow) for key, value in node.pairs]
    items = [_entry(bare, item, _dash(bare, item, node), None, flow=node.flow) for item in node.items]
    return [*pairs, *items]


def _dash(bare: str, item: Node, parent: Node) -> int:
    return item.start if parent.flow else bare.rfind("-", 0, item.start)


def _entry(bare: str, value: Node, start: int, key: str | None, *, flow: bool) -> Entry:
    column = start - (bare.rfind("\n", 0, start) + 1)
    return Entry(value, start, column, key, flow, _children(bare, value))


def _attach(comment: Comment, entries: list[Entry], foot: list[str]) -> None:
    above = [entry for entry in entries if entry.start < comment.start]
    below = next((entry for entry in entries if entry.start > comment.start), None)
    written = [BLANK, comment.text] if comment.blank else [comment.text]
    open_above = _open_at(above, comment.start)
    if not comment.alone and open_above:
        beside = open_above[-1]
        (beside.lead if beside.tail else beside.tail).append(comment.text)
    elif below is not None and (below.flow or comment.column <= below.column or not above):
        below.lead.extend(written)
    elif below is None and comment.column == 0:
        foot.extend(written)
    else:
        inside = [entry for entry in open_above if entry.column <= comment.column and not entry.flow]
        (inside[-1].foot if inside else below.lead if below is not None else foot).extend(written)


def _open_at(above: list[Entry], place: int) -> list[Entry]:
    """The entries above a place without those in a flow collection that ended before it."""
    closed = {
        id(child)
        for entry in above
        if entry.value.flow and entry.value.end <= place
        for part in entry.children
        for child in part.walk()
    }
    return [entry for entry in above if id(entry) not in closed]


def _take_head(first: Entry) -> list[str]:
    """The comments above the first entry that an empty line parts from it: they are about the file."""
    if BLANK not in first.lead[1:]:
        first.lead[:] = [line for line in first.lead if line]
        return []
    last = len(first.lead) - 1 - first.lead[::-1].index(BLANK)
    head, first.lead[:] = first.lead[:last], first.lead[last + 1 :]
    return head
