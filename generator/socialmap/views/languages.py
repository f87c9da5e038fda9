"""In which languages a page is really written: what its head and the sitemap may call translations of it."""

from collections.abc import Iterator, Mapping

from socialmap.views.context import Site
from socialmap.views.plan import PageJob, WrittenPage


def written_languages(job: PageJob, *, site: Site, written: Mapping[str, WrittenPage]) -> tuple[str, ...]:
    """The site's languages that a page is written in, in the site's order.

    A page of lists is in all of them; one about a record or of written text in those that its text has. The others
    show the text of another language, and are no translation (hreflang must not name them).
    """
    if job.is_local:
        return (job.language,)
    texts = tuple(_texts(job, site, written))
    return tuple(
        language
        for language in site.settings.languages
        if language == site.language or all(language in text for text in texts)
    )


def _texts(job: PageJob, site: Site, written: Mapping[str, WrittenPage]) -> Iterator[Mapping[str, str]]:
    catalogue = site.catalogue
    if job.kind == "guide":
        yield from (
            text for guide in site.guides if guide.id == job.name for text in (guide.name, guide.summary) if text
        )
    elif job.kind == "editorial":
        yield written[job.name].bodies
    elif job.kind == "location":
        yield catalogue.locations[job.name].name
    elif job.kind in ("experiment", "consultation"):
        trial = catalogue.records(job.kind)[job.name]
        yield from (text for text in (trial.name, getattr(trial, "summary", {})) if text)
    elif job.kind in ("service", "organization"):
        record = catalogue.services[job.name] if job.kind == "service" else catalogue.organizations[job.name]
        yield from (text for text in (record.name, record.summary) if text)
