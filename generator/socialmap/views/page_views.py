"""The view of each page when it is asked for; called by the pipeline for the pages that are to be drawn."""

from collections.abc import Mapping

from socialmap.views.build_agenda import build_agenda
from socialmap.views.build_form import build_form, build_forms
from socialmap.views.build_guide import build_guide, build_guides, guide_named
from socialmap.views.build_home import build_editorial, build_home, build_my_list, build_not_found, build_search
from socialmap.views.build_indexes import build_index, build_themes
from socialmap.views.build_lists import VOCABULARY, build_crossing, build_listing
from socialmap.views.build_map import build_map
from socialmap.views.build_others import build_location, build_organization, build_redirect
from socialmap.views.build_service import build_service
from socialmap.views.build_trials import build_consultation, build_experiment, build_trials
from socialmap.views.context import Context
from socialmap.views.pages import Page
from socialmap.views.parts import Text
from socialmap.views.plan import AGENDA, FORMS, GUIDES, SINGLE, TERMS, TRIALS, PageJob, WrittenPage


def build_page(
    job: PageJob, *, context: Context, written: Mapping[str, WrittenPage], bundles: Mapping[str, tuple[str, int]]
) -> Page:
    """The view of a page; `bundles` are the search indexes by language."""
    if job.is_redirect:
        return build_redirect(job.kind, job.name, context=context)
    if job.kind == "theme_area":
        return build_crossing(job.name, job.page, context=context)
    if job.kind in TERMS:
        term = context.catalogue.terms(VOCABULARY[job.kind])[job.name]
        return build_listing(job.kind, term, job.page, context=context)
    if job.kind in SINGLE:
        return _single(job, context, bundles)
    if job.kind == "editorial":
        return _written(written[job.name], context)
    return _apart(job, context) if job.kind in (*AGENDA, *GUIDES, *FORMS, "map") else _record(job, context)


def build_not_found_page(*, context: Context) -> Page:
    """The view of the page that is not found."""
    return build_not_found(context=context)


def _apart(job: PageJob, context: Context) -> Page:
    if job.kind in AGENDA:
        return build_agenda(job.kind, job.name, context=context)
    if job.kind == "map":
        return build_map(context=context)
    if job.kind == "forms":
        return build_forms(context=context)
    if job.kind in FORMS:
        return build_form(job.kind, job.name, context=context)
    if job.kind == "guide":
        return build_guide(guide_named(job.name, context=context), context=context)
    return build_guides(context=context)


def _trial(job: PageJob, context: Context) -> Page:
    if job.kind == "experiment":
        return build_experiment(context.catalogue.experiments[job.name], context=context)
    if job.kind == "consultation":
        return build_consultation(context.catalogue.consultations[job.name], context=context)
    return build_trials(job.kind, context=context)


def _record(job: PageJob, context: Context) -> Page:
    if job.kind in TRIALS:
        return _trial(job, context)
    catalogue = context.catalogue
    if job.kind == "service":
        return build_service(catalogue.services[job.name], context=context)
    if job.kind == "organization":
        return build_organization(catalogue.organizations[job.name], context=context)
    return build_location(catalogue.locations[job.name], context=context)


def _single(job: PageJob, context: Context, bundles: Mapping[str, tuple[str, int]]) -> Page:
    if job.kind == "home":
        return build_home(context=context)
    if job.kind == "search":
        return build_search(bundles, context=context)
    if job.kind == "themes":
        return build_themes(context=context)
    if job.kind == "my_list":
        return build_my_list(context=context)
    return build_index(job.kind, job.name, job.page, context=context)


def _written(page: WrittenPage, context: Context) -> Page:
    language = next(
        (each for each in (context.language, context.site.language) if each in page.bodies), next(iter(page.bodies))
    )
    title, body = Text(page.titles[language], language), Text(page.bodies[language], language)
    return build_editorial(title, body, context=context)
