"""The canonical form of a YAML file (EDITING §5): fixed order of keys, quotes where needed, comments kept.

Groups stand one key a line, lists of words on one line, texts of several lines as blocks.
"""

from collections.abc import Iterator
from typing import Final

from socialmap.edit.entries import BLANK, Entry, Tree, read_entries
from socialmap.edit.forms import Field, Form
from socialmap.edit.scalars import fits_block, write_scalar
from socialmap.model.written import Node

STEP: Final = "  "
NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
FREE: Final = Form({})


def lay_out(text: str, root: Node, form: Form, *, pinned: bool = False) -> str:
    """The text in canonical form; its root is a map of the form's fields, or a list of such maps.

    With `pinned` lists and groups stay on one line or on several as they were written, as in long lists of words.
    """
    tree = read_entries(text, root)
    for entry in tree.top.walk():
        entry.pinned = pinned
    lines = list(_tidy(_document(tree, root, form)))
    return "\n".join(lines) + "\n"


def _document(tree: Tree, root: Node, form: Form) -> Iterator[str]:
    if tree.head:
        yield from (*tree.head, BLANK)
    if not tree.top.children:
        yield "[]" if root.kind == "list" else "{}"
    yield from _block(tree.top.children, 0, form)
    yield from tree.foot


def _tidy(lines: Iterator[str]) -> Iterator[str]:
    """The lines without empty ones at the beginning; blocks keep theirs, for those are no line of their own here."""
    started = False
    for line in lines:
        started = started or line != BLANK
        if started:
            yield line


def _block(children: list[Entry], depth: int, form: Form) -> Iterator[str]:
    shown: list[str] = []
    for entry in sorted(children, key=lambda entry: _rank(entry, form)):
        for line in _entry(entry, depth, form):
            if line != BLANK or (shown and shown[-1] != BLANK):
                shown.append(line)
    while shown and shown[-1] == BLANK:
        shown.pop()
    yield from shown


def _rank(entry: Entry, form: Form) -> tuple[int, bool]:
    field = form.of(entry.key) if entry.key is not None else None
    if entry.key is None or not form.fields:
        return (0, False)
    return (field.rank if field else len(form.fields), "@" in entry.key)


def _entry(entry: Entry, depth: int, form: Form) -> Iterator[str]:
    pad = STEP * depth
    yield from (f"{pad}{line}" if line else BLANK for line in entry.lead)
    yield from _value(entry, depth, form)
    yield from (f"{pad}{line}" if line else BLANK for line in entry.foot)


def _value(entry: Entry, depth: int, form: Form) -> Iterator[str]:
    field = form.of(entry.key) if entry.key is not None else None
    head = STEP * depth + ("-" if entry.key is None else f"{write_scalar(entry.key)}:")
    node = entry.value
    if node.kind == "scalar":
        yield from _scalar(entry, head, depth, _kind(field))
    elif not entry.children:
        yield _with_tail(f"{head} {'[]' if node.kind == 'list' else '{}'}", entry)
    elif one_line := _one_line(entry, head, field):
        yield _with_tail(one_line, entry)
    elif row := _row(entry, head, _inside(entry, form, field)):
        yield _with_tail(row, entry)
    else:
        yield from _nested(entry, head, depth, _inside(entry, form, field))


def _kind(field: Field | None) -> str:
    return field.kind if field is not None else "text"


def _inside(entry: Entry, form: Form, field: Field | None) -> Form:
    """The form of what stands inside an entry: that of its field, and for an item that of its list."""
    if entry.key is None:
        return form
    if field is None:
        return FREE
    if field.is_map:
        return (
            Form({child.key: Field(0, "text", field.form) for child in entry.children if child.key})
            if field.form
            else FREE
        )
    if field.form is not None:
        return field.form
    return Form({"": Field(0, field.kind)})


def _nested(entry: Entry, head: str, depth: int, form: Form) -> Iterator[str]:
    lines = list(_block(entry.children, depth + 1, form))
    inline = (
        entry.key is None and entry.value.kind == "map" and not entry.tail and not lines[0].lstrip().startswith("#")
    )
    if inline:
        yield f"{head} {lines[0].lstrip()}"
        yield from lines[1:]
    else:
        yield _with_tail(head, entry)
        yield from lines


def _scalar(entry: Entry, head: str, depth: int, kind: str) -> Iterator[str]:
    node = entry.value
    if not node.style and node.value in NULLS:
        yield _with_tail(head, entry)
    elif fits_block(node.value):
        sign = "|" if node.value.endswith("\n") else "|-"
        body = node.value.removesuffix("\n").split("\n")
        pad = STEP * (depth + 1)
        inside = "\n".join(f"{pad}{line}" if line else "" for line in body)
        yield f"{_with_tail(f'{head} {sign}', entry)}\n{inside}"
    else:
        yield _with_tail(f"{head} {write_scalar(node.value, kind=kind)}", entry)


def _with_tail(line: str, entry: Entry) -> str:
    return "  ".join((line, *entry.tail))


def _one_line(entry: Entry, head: str, field: Field | None) -> str:
    """A list of words on one line, or nothing when it holds comments or anything else."""
    items = [child.value for child in entry.children]
    simple = all(item.kind == "scalar" and (item.style or item.value not in NULLS) for item in items)
    if entry.value.kind != "list" or not simple or any(child.has_comments for child in entry.children):
        return ""
    if entry.pinned and not entry.value.flow:
        return ""
    kind = _kind(field)
    return f"{head} [{', '.join(write_scalar(item.value, kind=kind, flow=True) for item in items)}]"


def _row(entry: Entry, head: str, form: Form) -> str:
    """A pinned group that was written on one line, or nothing when it holds comments or other groups."""
    if not (entry.pinned and entry.value.kind == "map" and entry.value.flow):
        return ""
    if any(child.has_comments for child in entry.children):
        return ""
    parts = [_part(child, form) for child in sorted(entry.children, key=lambda child: _rank(child, form))]
    return f"{head} {{{', '.join(parts)}}}" if all(parts) else ""


def _part(child: Entry, form: Form) -> str:
    field, node = form.of(child.key or ""), child.value
    key = f"{write_scalar(child.key or '', flow=True)}:"
    if node.kind == "scalar":
        is_null = not node.style and node.value in NULLS
        return "" if is_null else f"{key} {write_scalar(node.value, kind=_kind(field), flow=True)}"
    return _one_line(child, key, field) if child.children else ""
