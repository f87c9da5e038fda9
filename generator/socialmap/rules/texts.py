"""Rules on Markdown: what a resident would not get to see, because the site leaves it out."""

import re
from collections.abc import Iterator

from socialmap.catalogue import Key
from socialmap.model import Organization, Record, Service
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


RULES = (html_in_text, refused_links)
