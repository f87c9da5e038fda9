"""Rules on written text: what is missing in the site's own language, and Markdown that the site leaves out."""

import re
from collections.abc import Iterator

from socialmap.catalogue import Key
from socialmap.model import Organization, Record, Service
from socialmap.model.shape import shape_of
from socialmap.problems import Path, Problem
from socialmap.rules.facts import Facts, texts

HTML = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*|/)?|!--[^<>]*)>")
TARGETS = (
    re.compile(r"\]\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\))*)"),
    re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?([^\s<>]+)", re.MULTILINE),
    re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*)>"),
)
FOLLOWED = re.compile(r"^(?:https?://[^/@\s]+\.[^/@\s]+(?:/.*)?|mailto:.+|tel:.+)$", re.IGNORECASE)
SHOWN = 60


def missing_own_language(facts: Facts) -> Iterator[Problem]:
    """SM205: a text that every page needs is there in another language of the site, and not in its first."""
    first, others = facts.languages[:1], frozenset(facts.languages[1:])
    for kind, record in facts.records() if first else ():
        for name in _needed(record):
            written = getattr(record, name)
            if not written.get(first[0]) and others & written.keys():
                yield facts.problem("SM205", (kind, record.id), (name,), case="language", language=first[0], key=name)


def _needed(record: Record) -> Iterator[str]:
    yield from (field.name for field in shape_of(type(record)).fields if field.localized and field.required)
    if isinstance(record, Service):
        yield "summary"


def html_in_text(facts: Facts) -> Iterator[Problem]:
    """SM601: raw HTML in a Markdown text; it would show as letters or not at all."""
    for key, path, text in _markdown(facts):
        found = HTML.search(text)
        if found:
            yield facts.problem("SM601", key, path, html=found.group()[:SHOWN])


def refused_links(facts: Facts) -> Iterator[Problem]:
    """SM602: a link in a Markdown text to something else than a public web page, a mailbox or a phone number."""
    for key, path, text in _markdown(facts):
        for target in dict.fromkeys(_targets(text)):
            if not FOLLOWED.match(target):
                yield facts.problem("SM602", key, path, target=target[:SHOWN])


def _targets(text: str) -> Iterator[str]:
    for pattern in TARGETS:
        for found in pattern.finditer(text):
            yield found.group(1)


def _markdown(facts: Facts) -> Iterator[tuple[Key, Path, str]]:
    for kind, record in facts.records():
        for path, text in _markdown_of(record):
            yield (kind, record.id), path, text


def _markdown_of(record: Record) -> Iterator[tuple[Path, str]]:
    if isinstance(record, Organization | Service):
        yield from texts(record.description, ("description",))
    if isinstance(record, Service) and record.professional:
        yield from texts(record.professional.suitable, ("professional", "suitable"))
        yield from texts(record.professional.criteria, ("professional", "criteria"))


RULES = (missing_own_language, html_in_text, refused_links)
