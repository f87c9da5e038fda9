"""The site as the views see it: data with what follows from it, routes, and how each language writes."""

from collections.abc import Iterable, Iterator, Mapping

from socialmap.derive import Derived
from socialmap.model.guide import Guide
from socialmap.pipeline.forms import make_editing
from socialmap.pipeline.load import Data
from socialmap.pipeline.project import Project
from socialmap.pipeline.urls import read_urls
from socialmap.problems import Problem
from socialmap.sources.pages import PageText, load_pages
from socialmap.views.agenda_slices import agenda_slices
from socialmap.views.context import Formats, Site
from socialmap.views.plan import WrittenPage
from socialmap.views.routes import Routes


def make_site(project: Project, data: Data, derived: Derived, *, formats: Mapping[str, Formats]) -> Site:
    """All that is the same for every page."""
    routes = Routes(read_urls(project), project.settings.language)
    return Site(
        project.settings,
        data.catalogue,
        derived,
        routes,
        formats,
        crisis=tuple(topic for topic, _ in data.beside.crisis),
        guides=_in_order(data),
        agenda=agenda_slices(data.catalogue, derived),
        editing=make_editing(project, data.catalogue),
    )


def _in_order(data: Data) -> tuple[Guide, ...]:
    """The guides in the order of their life questions."""
    questions = list(data.catalogue.terms("life_questions"))
    found = (guide for guide, _ in data.beside.guides)
    known = [guide for guide in found if guide.life_question in questions]
    return tuple(sorted(known, key=lambda guide: (questions.index(guide.life_question), guide.id)))


def own_words(site: Site) -> Iterator[str]:
    """The words of the vocabularies in the site's first language, of which compounds are made.

    Names of records are not among them: one new name would change the breaks on any page.
    """
    for table in site.catalogue.vocabularies.values():
        for term in table.values():
            yield term.name.get(site.language, "")
            yield from term.also_called


def load_written(project: Project) -> tuple[tuple[WrittenPage, ...], tuple[Problem, ...]]:
    """The written pages of the map, each with all its languages."""
    texts, problems = load_pages(project.data, language=project.settings.language)
    return tuple(_by_slug(texts)), problems


def _by_slug(texts: Iterable[PageText]) -> list[WrittenPage]:
    titles: dict[str, dict[str, str]] = {}
    bodies: dict[str, dict[str, str]] = {}
    for text in texts:
        titles.setdefault(text.slug, {})[text.language] = text.title
        bodies.setdefault(text.slug, {})[text.language] = text.body
    return [WrittenPage(slug, titles[slug], bodies[slug]) for slug in titles]
