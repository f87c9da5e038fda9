"""Whole entries of a record's YAML file put in, replaced or taken out, and the rest of the file left as it is.

Called by what takes a spreadsheet back. An entry is a key of the record with all that stands under it.
"""

from collections.abc import Mapping

from socialmap.edit.changes import Leaf, Splice, rewrite, splice
from socialmap.imports.sketch import Value
from socialmap.imports.yaml_text import yaml_text
from socialmap.model.raw import Raw
from socialmap.model.written import Node
from socialmap.pipeline.setting_values import Keys
from socialmap.sources.yaml_nodes import read_nodes

Entry = tuple[Node, Node]


def set_entries(text: str, entries: Mapping[str, Raw | None], *, keys: Keys) -> str:
    """The text with these entries: by their key as editors write it (`naam@en`), None for one that goes.

    Raises:
        ValueError: when the file holds no record in lines.
    """
    root = read_nodes(text)
    if root is None or root.kind != "map" or root.flow:
        raise ValueError("not a record in lines")
    found = {_identity(key.value, keys): (key, value) for key, value in root.pairs}
    known = {written: found.get(_identity(written, keys)) for written in entries}
    changed = [_changed(text, at, written, entries[written], keys) for written, at in known.items() if at]
    added = [_lines(written, value) for written, value in entries.items() if known[written] is None and value]
    done = splice(text, changed)
    return done + ("" if done.endswith("\n") or not added else "\n") + "".join(added)


def _identity(written: str, keys: Keys) -> tuple[str, str]:
    """The field and the language of a written key."""
    name, _, language = written.partition("@")
    return keys.field(name) or name, language


def _changed(text: str, at: Entry, written: str, value: Raw | None, keys: Keys) -> Splice:
    key, old = at
    if not value:
        return _without(text, at)
    simple = isinstance(value, str) and old.kind == "scalar" and "\n" not in value
    done = (
        rewrite(Leaf(old, is_key=False, flow=False), str(value), kind=keys.kind(keys.field(key.value)))
        if simple
        else None
    )
    return done or Splice(key.start, _end(text, at), _lines(key.value, value).rstrip("\n"))


def _without(text: str, at: Entry) -> Splice:
    """The lines of an entry taken out, with a comment beside it."""
    end = text.find("\n", _end(text, at))
    return Splice(text.rfind("\n", 0, at[0].start) + 1, len(text) if end < 0 else end + 1, "")


def _end(text: str, at: Entry) -> int:
    """Where an entry ends: after its last letter, as a block takes the empty lines below it along."""
    key, value = at
    start = key.start
    return start + len(text[start : max(value.end, key.end)].rstrip())


def _lines(written: str, value: Raw) -> str:
    return record_text({written: value})


def record_text(values: Mapping[str, Raw]) -> str:
    """The lines of these values, in the editors' keys."""
    return yaml_text({key: _as_value(value) for key, value in values.items()})


def _as_value(value: Raw) -> Value:
    if isinstance(value, list):
        return [_as_value(item) for item in value]
    return {key: _as_value(item) for key, item in value.items()} if isinstance(value, dict) else value
