"""The addresses that records name, and those of them that did not answer when somebody last asked.

Asks nobody: `linking` does, and remembers. Called by `linking` and by the work lists.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from socialmap.catalogue import Catalogue, Key
from socialmap.derive.tasks import BrokenLink
from socialmap.links import TOLD, read_memory
from socialmap.model import RECORD_TYPES, Record
from socialmap.pipeline.digests import digest
from socialmap.pipeline.project import Project
from socialmap.rules.facts import texts
from socialmap.sources.words import Words, read_words

ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{}|()]+")
KEPT = frozenset(("note", "allowed"))
TRAILING = ".,;:!?*_]"


@dataclass(frozen=True, slots=True)
class NamedLink:
    """An address in a record, and the field that names it as editors write that field."""

    key: Key
    field: str
    url: str


def named_links(catalogue: Catalogue, *, words: Words) -> Iterator[NamedLink]:
    """Every address in every text that is published, of records that did not stop."""
    for kind in RECORD_TYPES:
        for name, record in catalogue.records(kind).items():
            if record.status != "stopped":
                yield from (NamedLink((kind, name), field, url) for field, url in _addresses(record, words))


def memory_file(project: Project) -> Path:
    """Where answers are kept."""
    return project.cache / "links.json"


def memory_mark(project: Project) -> str:
    """One short word for all that is remembered."""
    path = memory_file(project)
    return digest(path.read_text("utf-8", errors="replace")) if path.is_file() else ""


def broken_links(project: Project, catalogue: Catalogue) -> Mapping[Key, tuple[BrokenLink, ...]]:
    """The addresses of each record that somebody should look at; none when nobody ever asked."""
    answers = read_memory(memory_file(project))
    found: dict[Key, list[BrokenLink]] = {}
    for link in named_links(catalogue, words=read_words(project.settings.editor_language)) if answers else ():
        answer = answers.get(link.url)
        seen = _day(answer.day) if answer and answer.state in TOLD else None
        if answer and seen:
            broken = BrokenLink(link.url, link.field, answer.state, seen, answer.target)
            found.setdefault(link.key, []).append(broken)
    return {key: tuple(dict.fromkeys(links)) for key, links in found.items()}


def _day(written: str) -> date | None:
    """The day in a file that anybody could have changed."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _addresses(record: Record, words: Words) -> Iterator[tuple[str, str]]:
    for path, text in texts(record):
        if path[0] not in KEPT:
            keys = (words.write_key(step) for step in path if isinstance(step, str) and len(step) > 2)
            label = ".".join(keys)
            for found in ADDRESS.findall(text):
                yield label, found.rstrip(TRAILING)
