"""Which pages a site has, in which language and where; `page_views` gives the view of each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from socialmap.model import Record, RecordType
from socialmap.views.build_crossings import crossings
from socialmap.views.build_indexes import index_pages
from socialmap.views.build_lists import VOCABULARY, services_under
from socialmap.views.build_map import has_map
from socialmap.views.build_trials import shown
from socialmap.views.context import Context, Memo, Site
from socialmap.views.paging import CARDS, page_count
from socialmap.views.routes import INDEXES, Links, PageKind, Routes, links_from

TEMPLATES: Mapping[PageKind, str] = {
    "a_to_z": "index",
    "places": "index",
    "themes": "index",
    "theme": "listing",
    "entrance": "listing",
    "target_group": "listing",
    "neighbourhood": "listing",
    "theme_area": "listing",
    "agenda_day": "agenda",
    "agenda_week": "agenda",
    "agenda_theme": "agenda",
    "agenda_neighbourhood": "agenda",
    "agenda_free": "agenda",
    "agenda_often": "agenda",
    "form_new": "form",
    "form_change": "form",
    "experiments": "trials",
    "consultations": "trials",
}
TERMS: tuple[PageKind, ...] = ("theme", "entrance", "target_group", "neighbourhood")
LISTINGS: tuple[PageKind, ...] = (*TERMS, "theme_area")
AGENDA: tuple[PageKind, ...] = (
    "agenda",
    "agenda_day",
    "agenda_week",
    "agenda_theme",
    "agenda_neighbourhood",
    "agenda_free",
    "agenda_often",
)
RECORDS: tuple[PageKind, ...] = ("service", "organization", "location")
SINGLE: tuple[PageKind, ...] = ("home", "search", "a_to_z", "places", "themes", "my_list")
GUIDES: tuple[PageKind, ...] = ("guides", "guide")
TRIALS: tuple[PageKind, ...] = ("experiments", "experiment", "consultations", "consultation")
FORMS: tuple[PageKind, ...] = ("forms", "form_new", "form_change")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page of written text: per language its title and its Markdown without that title."""

    slug: str
    titles: Mapping[str, str]
    bodies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PageJob:
    """One page to be made: `template` draws it, `kind` and `name` say what it is about; `old` is a former id.

    `page` is the number of this page of a list.
    """

    kind: PageKind
    name: str
    language: str
    route: str
    template: str
    old: str = ""
    page: int = 1

    @property
    def is_redirect(self) -> bool:
        """Whether it only points to where the record stands now."""
        return bool(self.old)

    @property
    def is_local(self) -> bool:
        """Whether it is there in its own language only: names begin with other letters, editors write in one."""
        return (self.kind == "a_to_z" and self.name != "") or self.template == "form"


def plan_pages(
    site: Site, *, contexts: Mapping[tuple[str, PageKind], Context], written: Iterable[WrittenPage]
) -> tuple[PageJob, ...]:
    """Every page of the site in every language, in the order of their routes."""
    pages = tuple(written)
    jobs = (job for language in site.settings.languages for job in _in_language(site, language, contexts, pages))
    return tuple(sorted(jobs, key=lambda job: job.route))


def plan_record(site: Site, kind: RecordType, name: str) -> tuple[PageJob, ...]:
    """The page of a service, organization or place in every language; none of other records and secret places."""
    if kind == "location" and site.catalogue.locations[name].confidential:
        return ()
    found = next((each for each in RECORDS if each == kind), None)
    return tuple(_job(site, found, name, language) for language in site.settings.languages) if found else ()


def route_in(language: str, job: PageJob, *, routes: Routes) -> str:
    """Where the same page stands in another language, or the start of an index whose parts differ there."""
    if job.is_local and language != job.language:
        return routes.route("forms" if job.template == "form" else job.kind, language=language)
    return routes.route(job.kind, job.name, language=language, page=job.page)


def contexts_of(site: Site) -> Mapping[tuple[str, PageKind], Context]:
    """The context of each kind of page in each language."""
    languages = site.settings.languages
    kinds: tuple[PageKind, ...] = (*SINGLE, *LISTINGS, *AGENDA, *GUIDES, *FORMS, *TRIALS, "map", *RECORDS, "editorial")
    memos: dict[tuple[str, str], Memo] = {}
    words: dict[str, str] = {}
    found = {
        (language, kind): links_from(site.routes, kind, language=language) for language in languages for kind in kinds
    }
    return {
        key: Context(site, links, memos.setdefault((links.language, links.root), Memo(words=words)))
        for key, links in found.items()
    }


def not_found_context(site: Site, *, language: str, root: str) -> Context:
    """The context of the page that is not found, which may stand at any depth: its links start at the site's top."""
    return Context(site, Links(site.routes, language, root))


def _in_language(
    site: Site,
    language: str,
    contexts: Mapping[tuple[str, PageKind], Context],
    written: tuple[WrittenPage, ...],
) -> Iterator[PageJob]:
    for kind in (*SINGLE, *LISTINGS):
        for name, page in _numbered(kind, contexts[language, kind]):
            yield _job(site, kind, name, language, page)
    names: dict[PageKind, Iterable[str]] = {
        "service": site.catalogue.services,
        "organization": site.catalogue.organizations,
        "location": (at.id for at in site.catalogue.locations.values() if not at.confidential),
        "editorial": (page.slug for page in written),
        "guides": ("",) if site.guides else (),
        "guide": (guide.id for guide in site.guides),
        **_forms(site, language),
        **_trials(site),
    }
    yield from (_job(site, kind, name, language) for kind, found in names.items() for name in found)
    if has_map(contexts[language, "map"]):
        yield _job(site, "map", "", language)
    for kind, name in site.agenda:
        yield PageJob(kind, name, language, site.routes.route(kind, name, language=language), "agenda")
    yield from _redirects(site, language)


def _forms(site: Site, language: str) -> dict[PageKind, Iterable[str]]:
    """The page that leads to the forms in every language, and the forms in the language of the editors."""
    words = tuple(site.editing.types.values()) if site.editing and language == site.language else ()
    return {"forms": ("",) if site.editing else (), "form_new": words, "form_change": words}


def _trials(site: Site) -> dict[PageKind, Iterable[str]]:
    """What the municipality tries and asks; a list only where there is something in it."""
    tried, asked = shown(site.catalogue.experiments.values()), shown(site.catalogue.consultations.values())
    return {
        "experiments": ("",) if tried else (),
        "experiment": [record.id for record in tried],
        "consultations": ("",) if asked else (),
        "consultation": [record.id for record in asked],
    }


def _numbered(kind: PageKind, context: Context) -> Iterator[tuple[str, int]]:
    """The names and numbers of the pages of a kind that may have more than one."""
    if kind in INDEXES:
        yield from index_pages(kind, context=context)
    elif kind in SINGLE:
        yield "", 1
    else:
        terms = context.catalogue.terms(VOCABULARY[kind]) if kind in TERMS else crossings(context=context)
        for name in terms:
            count = len(services_under(kind, name, context=context))
            yield from ((name, page) for page in range(1, page_count(count, size=CARDS) + 1))


def _job(site: Site, kind: PageKind, name: str, language: str, page: int = 1) -> PageJob:
    route = site.routes.route(kind, name, language=language, page=page)
    return PageJob(kind, name, language, route, TEMPLATES.get(kind, kind), page=page)


def _redirects(site: Site, language: str) -> Iterator[PageJob]:
    kinds: tuple[tuple[PageKind, Mapping[str, Record]], ...] = (
        ("service", site.catalogue.services),
        ("organization", site.catalogue.organizations),
    )
    for kind, records in kinds:
        for record in records.values():
            for old in record.previous_ids:
                route = site.routes.route(kind, old, language=language)
                yield PageJob(kind, record.id, language, route, "redirect", old)
