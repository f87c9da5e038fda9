"""Every page of the handbook that the package brings, written or generated, and the order of its menu."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from socialmap.pipeline.check import read_messages
from socialmap.pipeline.handbook.dictionary import TITLES, dictionary_pages, page_name
from socialmap.pipeline.handbook.gallery import gallery_pages
from socialmap.pipeline.handbook.page import HandbookPage, join
from socialmap.pipeline.handbook.rules import read_examples, read_mistakes, rule_pages
from socialmap.pipeline.project import Project
from socialmap.sources.words import read_words
from socialmap.sources.yaml_reader import read_settings_yaml

LANGUAGE = "nl"
FOLDER = "handbook"
SEARCH = "zoeken.md"
Menu = str | dict[str, "str | list[Menu]"]
WORKERS: Mapping[str, str] = MappingProxyType(
    {
        "Begin hier": "index.md",
        "Een record aanpassen": "een-record-aanpassen.md",
        "Een samenvatting schrijven": "samenvatting-schrijven.md",
        "Openingstijden schrijven": "openingstijden-schrijven.md",
        "Een tabel in Excel": "tabel-in-excel.md",
        "Wat zegt de controle?": "wat-zegt-de-controle.md",
        "Privacy": "privacy.md",
    }
)
STEWARDS: Mapping[str, str] = MappingProxyType(
    {
        "Werk te doen": "werk/index.md",
        "Klopt het nog?": "klopt-het-nog.md",
        "Zoeken beter maken": "zoeken-verbeteren.md",
        "Wegwijzer en nood": "wegwijzer-en-nood.md",
    }
)
WEBMASTERS: Mapping[str, str] = MappingProxyType(
    {
        "Maken en instellen": "voor-de-webbeheerder.md",
        "Online zetten": "site-plaatsen.md",
        "Huisstijl": "huisstijl.md",
        "Toegankelijkheid en AVG": "toegankelijk-en-avg.md",
        "Open data en weggaan": "open-data-en-weggaan.md",
        "Bouwstenen": "bouwstenen/index.md",
    }
)
HEADING = re.compile(r"^# +(.+?) *$", re.MULTILINE)


def handbook_pages(project: Project, *, work: Iterable[HandbookPage] = ()) -> tuple[HandbookPage, ...]:
    """All pages with these work lists, but the municipality's own, which MkDocs reads itself.

    Those too stand in the list of the search page.
    """
    words = read_words(LANGUAGE)
    pages = (
        *written_pages(project),
        *_rule_pages(project),
        *dictionary_pages(words, {str(k): str(v) for k, v in _table(project, "explanations.nl.yml").items()}),
        *gallery_pages(project.overrides),
        *work,
    )
    return (*pages, _search_page((*pages, *own_pages(project))))


def _rule_pages(project: Project) -> tuple[HandbookPage, ...]:
    examples = read_examples(_table(project, "examples.nl.yml"))
    mistakes = read_mistakes(read_settings_yaml(handbook_file(project, "mistakes.nl.yml").read_text("utf-8")))
    return rule_pages(read_messages(LANGUAGE), examples, mistakes)


def own_pages(project: Project) -> tuple[HandbookPage, ...]:
    """The municipality's own pages, which may replace ours of the same name."""
    folder = project.data / "pages" / "handboek"
    paths = sorted(folder.rglob("*.md"))
    return tuple(HandbookPage(path.relative_to(folder).as_posix(), path.read_text("utf-8")) for path in paths)


def written_pages(project: Project) -> tuple[HandbookPage, ...]:
    """The written pages, of the first folder of overrides that has them."""
    found: dict[str, Path] = {}
    for folder in project.overrides:
        for path in sorted((folder / FOLDER).glob("*.md")):
            found.setdefault(path.name, path)
    return tuple(HandbookPage(name, path.read_text("utf-8")) for name, path in sorted(found.items()))


def handbook_file(project: Project, name: str) -> Path:
    """A file of the handbook's folder, from the first folder of overrides that has it.

    Raises:
        FileNotFoundError: when no folder has it; the package always does.
    """
    for folder in project.overrides:
        path = folder / FOLDER / name
        if path.is_file():
            return path
    raise FileNotFoundError(name)


def handbook_menu(own: Sequence[str]) -> list[Menu]:
    """The menu as MkDocs reads it, with the municipality's `own` pages; the many rules stand in their list only."""
    words = read_words(LANGUAGE)
    types: list[Menu] = [{TITLES[kind][0]: f"gegevens/{page_name(kind, words)}"} for kind in TITLES]
    sections: list[Menu] = [
        {"Voor wie bijhoudt": _listed(WORKERS)},
        {"Voor de coördinator": _listed(STEWARDS)},
        {"Voor de webbeheerder": _listed(WEBMASTERS)},
        {"Naslag": [{"Alle regels": "regels/index.md"}, {"Alle soorten": "gegevens/index.md"}, *types, TERMS]},
    ]
    return [*sections, {"Van onze gemeente": [*own]}] if own else sections


TERMS: Menu = {"Woorden in lijsten": "gegevens/woorden.md"}


def _listed(pages: Mapping[str, str]) -> list[Menu]:
    return [{title: path} for title, path in pages.items()]


def _search_page(pages: Iterable[HandbookPage]) -> HandbookPage:
    intro = "Typ hierboven waar je naar zoekt. Of kies een pagina uit de lijst."
    lines = [f"- [{heading}]({path})" for path, heading in {page.path: _heading(page) for page in pages}.items()]
    results = '<p role="status" data-hb-status></p>\n\n<div data-hb-results hidden></div>'
    return HandbookPage(SEARCH, join("# Zoeken in het handboek", intro, results, "## Alle pagina's", "\n".join(lines)))


def _heading(page: HandbookPage) -> str:
    match = HEADING.search(page.text)
    return match[1] if match else Path(page.path).stem


def _table(project: Project, name: str) -> Mapping[str, object]:
    value = read_settings_yaml(handbook_file(project, name).read_text("utf-8"))
    return {str(key): item for key, item in value.items()} if isinstance(value, Mapping) else {}
