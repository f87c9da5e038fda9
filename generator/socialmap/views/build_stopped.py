"""What has stopped, or what nobody checked for far too long: in no list of what there is, and still to be found.

Called by `build_indexes`, which names these records below everything from A to Z, so that whoever knows one by name
finds on its page what came in its place or where to ask.
"""

from collections.abc import Iterator
from typing import Literal

from socialmap.views.context import Context, IndexPart
from socialmap.views.parts import NO_TEXT, Link
from socialmap.views.sorting import reads_later, sort_name

STOPPED = "stopped"
Kind = Literal["service", "organization", "location"]
KINDS: tuple[Kind, ...] = ("service", "organization", "location")


def build_stopped(*, context: Context) -> IndexPart:
    """The links to all of them by name; the title is the template's, as no record says it."""
    links = (
        Link(context.text(context.catalogue.records(kind)[name].name), context.links.to(kind, name))
        for kind in KINDS
        for name in _gone(kind, context)
    )
    return IndexPart(STOPPED, NO_TEXT, tuple(sorted(links, key=lambda link: _rank(link, context))))


def _rank(link: Link, context: Context) -> tuple[bool, str, str]:
    return reads_later(link.text, context.language), sort_name(link.text), link.href


def _gone(kind: Kind, context: Context) -> Iterator[str]:
    for name, record in context.catalogue.records(kind).items():
        secret = kind == "location" and context.catalogue.locations[name].confidential
        if not secret and (record.status == "stopped" or (kind, name) in context.derived.expired):
            yield name
