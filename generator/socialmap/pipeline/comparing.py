"""What changes for residents between two versions of the data: the pages of both, record by record, as they read.

Called by `socialmap diff`. Both versions are built with the same templates and on the same day, so that only the data
makes a difference.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from socialmap.catalogue import Key
from socialmap.model.fields import RECORD_TYPES
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import read_data
from socialmap.pipeline.load import Data
from socialmap.pipeline.page_parts import page_parts
from socialmap.pipeline.project import Project
from socialmap.pipeline.urls import read_urls
from socialmap.pipeline.workers import processors
from socialmap.report import Messages, Report
from socialmap.views.routes import PageKind, Routes

PAGES: dict[str, PageKind] = {"service": "service", "organization": "organization", "location": "location"}
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
    """A record of which the page is new, different or gone."""

    key: Key
    name: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What residents find that was not there, what reads otherwise, and what they find no more."""

    added: tuple[RecordChange, ...] = ()
    changed: tuple[RecordChange, ...] = ()
    removed: tuple[RecordChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Version:
    """One version of the data with the pages that were built of it."""

    data: Data
    site: Path
    routes: Routes
    languages: tuple[str, ...]

    def parts(self, key: Key, language: str) -> dict[str, str]:
        """What the page of a record says; nothing when it has none in that language."""
        path = self.site / self.routes.route(PAGES[key[0]], key[1], language=language)
        return page_parts(path.read_text("utf-8")) if path.is_file() else {}

    @property
    def keys(self) -> frozenset[Key]:
        """The records that may have a page."""
        return frozenset(key for key in self.data.digests if key[0] in PAGES)


@dataclass(frozen=True, slots=True)
class Broken:
    """A version of which no site can be made: the earlier one, or the one of now."""

    version: str
    report: Report


def compare(base: Project, now: Project, *, today: date, messages: Messages) -> Comparison | Broken:
    """What changes for residents from one version to the other, or which of them has errors."""
    with tempfile.TemporaryDirectory(prefix="socialmap-diff-") as place:
        versions: list[_Version] = []
        options = BuildOptions(search="none", workers=processors())
        for name, project in (("base", base), ("now", now)):
            apart = replace(project, site=Path(place, name), cache=Path(place, f".{name}"))
            report = build_site(apart, today=today, messages=messages, options=options)
            if report.failed:
                return Broken(name, report)
            versions.append(_version(apart, today))
        return _compare(*versions)


def _version(project: Project, today: date) -> _Version:
    routes = Routes(read_urls(project), project.settings.language)
    return _Version(read_data(project, today=today), project.site, routes, tuple(project.settings.languages))


def _compare(base: _Version, now: _Version) -> Comparison:
    both = base.keys & now.keys
    changed = (key for key in both if base.data.digests[key] != now.data.digests[key])
    found = (_change(key, base, now) for key in sorted(changed, key=_order))
    return Comparison(
        added=tuple(_change(key, None, now) for key in sorted(now.keys - base.keys, key=_order)),
        changed=tuple(change for change in found if change.fields),
        removed=tuple(_change(key, base, None) for key in sorted(base.keys - now.keys, key=_order)),
    )


def _order(key: Key) -> tuple[int, str]:
    return RECORD_TYPES.index(key[0]), key[1]


def _change(key: Key, base: _Version | None, now: _Version | None) -> RecordChange:
    shown = now or base
    languages = shown.languages if shown else ()
    fields: list[FieldChange] = []
    name = ""
    for number, language in enumerate(languages):
        before = base.parts(key, language) if base else {}
        after = now.parts(key, language) if now else {}
        name = name or (after or before).get(NAME, "")
        if number == 0 or (base and now):
            fields += _fields(before, after, language if number else "")
    return RecordChange(key, name or key[1], tuple(fields))


def _fields(before: dict[str, str], after: dict[str, str], language: str) -> Iterator[FieldChange]:
    for label in dict.fromkeys((*after, *before)):
        was, becomes = before.get(label, "").split("\n"), after.get(label, "").split("\n")
        if was != becomes:
            yield FieldChange(label, _only(was, becomes), _only(becomes, was), language)


def _only(lines: list[str], others: list[str]) -> str:
    """The lines that the other version has not; all of them when only their order differs."""
    own = [line for line in lines if line not in others]
    return "\n".join(own if own or set(lines) != set(others) else lines)
