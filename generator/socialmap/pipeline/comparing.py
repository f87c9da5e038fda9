"""What changes for residents between two versions of the data: the pages of both, record by record, as they read.

Called by `socialmap diff`. Pages of both versions are drawn with the same templates and on the same day, so that only
the data makes a difference; those of records that are the same in both are not drawn at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from socialmap.pipeline.collector import without_collector
from socialmap.pipeline.comparing_version import Thing, Version, open_version
from socialmap.pipeline.project import Project
from socialmap.report import Messages, Report

ORDER = ("organization", "location", "service", "role", "experiment", "consultation", "guide", "page")
NAME = "h1"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A part of a page by the heading that residents see, before and after; empty where it was not there."""

    label: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record, guide or written page that is new, reads otherwise or is gone."""

    key: Thing
    name: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What residents find that was not there, what reads otherwise, and what they find no more."""

    added: tuple[RecordChange, ...] = ()
    changed: tuple[RecordChange, ...] = ()
    removed: tuple[RecordChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """A version of which no site can be made: the earlier one, or the one of now."""

    version: str
    report: Report


def compare(base: Project, now: Project, *, today: date, messages: Messages) -> Comparison | Broken:
    """What changes for residents from one version to the other, or which of them has errors."""
    with without_collector():
        before = open_version(replace(base, cache=now.cache), today=today, messages=messages)
        if isinstance(before, Report):
            return Broken("base", before)
        after = open_version(now, today=today, messages=messages)
        return Broken("now", after) if isinstance(after, Report) else _compare(before, after)


def _compare(base: Version, now: Version) -> Comparison:
    both = base.things.keys() & now.things.keys()
    changed = (thing for thing in both if base.things[thing] != now.things[thing])
    found = (_change(thing, base, now) for thing in sorted(changed, key=_order))
    return Comparison(
        added=tuple(_change(thing, None, now) for thing in sorted(now.things.keys() - both, key=_order)),
        changed=tuple(change for change in found if change.fields),
        removed=tuple(_change(thing, base, None) for thing in sorted(base.things.keys() - both, key=_order)),
    )


def _order(thing: Thing) -> tuple[int, str]:
    return ORDER.index(thing[0]), thing[1]


def _change(thing: Thing, base: Version | None, now: Version | None) -> RecordChange:
    shown = now or base
    languages = shown.languages if shown else ()
    fields: list[FieldChange] = []
    name = shown.name(thing) if shown else ""
    for number, language in enumerate(languages):
        before = base.parts(thing, language) if base else {}
        after = now.parts(thing, language) if now else {}
        name = name or (after or before).get(NAME, "")
        if number == 0 or (base and now):
            fields += _fields(before, after, language if number else "")
    return RecordChange(thing, name or thing[1], tuple(fields))


def _fields(before: dict[str, str], after: dict[str, str], language: str) -> Iterator[FieldChange]:
    for label in dict.fromkeys((*after, *before)):
        was, becomes = before.get(label, "").split("\n"), after.get(label, "").split("\n")
        if was != becomes:
            yield FieldChange(label, _only(was, becomes), _only(becomes, was), language)


def _only(lines: list[str], others: list[str]) -> str:
    """The lines that the other version has not; all of them when only their order differs."""
    own = [line for line in lines if line not in others]
    return "\n".join(own if own or set(lines) != set(others) else lines)
