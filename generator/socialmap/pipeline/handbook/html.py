"""What the handbook's rendered pages still need: links to records, and tables a keyboard can scroll."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape

from socialmap.catalogue import Catalogue
from socialmap.model import RecordType
from socialmap.pipeline.load import load_data
from socialmap.pipeline.project import Project
from socialmap.pipeline.urls import read_urls
from socialmap.sources.words import read_words
from socialmap.text.words import fold
from socialmap.views.routes import PageKind, Routes

PAGES: Mapping[RecordType, PageKind] = {"service": "service", "organization": "organization", "location": "location"}
LINK = re.compile(r'href="record:([^"]*)"')
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
REACHABLE = '<div class="hb-scroll" role="group" aria-label="Tabel {number}" tabindex="0">{table}</div>'


@dataclass(frozen=True, slots=True)
class Linked:
    """A page whose record links lead to the map, and the references that no page answers to."""

    html: str
    unknown: tuple[str, ...] = ()


def record_routes(project: Project) -> Callable[[str], str]:
    """A function from `aanbod/x` to the route of that record's page, empty where there is none.

    The data is read at the first question, as most handbooks never ask.
    """

    @cache
    def catalogue() -> Catalogue:
        return load_data(project.data, settings=project.settings).catalogue

    def find(name: str) -> str:
        word, _, slug = name.partition("/")
        kind = read_words(project.settings.editor_language).type_table().get(fold(word))
        if kind is None or kind not in PAGES or slug not in catalogue().records(kind):
            return ""
        routes = Routes(read_urls(project), project.settings.language)
        return routes.route(PAGES[kind], slug, language=project.settings.language)

    return find


def link_records(html: str, *, find: Callable[[str], str], root: str) -> Linked:
    """The page with each `record:aanbod/x` as a link from `root`, the way from the page to the top of the site."""
    routes = {name: find(unescape(name)) for name in dict.fromkeys(LINK.findall(html))}
    linked = LINK.sub(lambda match: f'href="{root}{routes[match[1]]}"', html)
    return Linked(linked, tuple(unescape(name) for name, route in routes.items() if not route))


def reachable_tables(html: str) -> str:
    """The page with each table in a strip that scrolls by itself and takes the focus, so that arrows move it."""
    numbers = iter(range(1, html.count("<table>") + 1))
    return TABLE.sub(lambda match: REACHABLE.format(number=next(numbers), table=match[0]), html)
