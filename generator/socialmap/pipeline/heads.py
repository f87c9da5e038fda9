"""The head of a page: its title, what search engines and other programs read of it, and the way to its other languages.

Called by `dress` for every page.
"""

from collections.abc import Mapping

from socialmap.pipeline.host_files import UNLISTED
from socialmap.pipeline.json_ld import json_ld_of
from socialmap.pipeline.wardrobe import Wardrobe
from socialmap.render import Translations
from socialmap.render.markdown import first_lines
from socialmap.shell import Head
from socialmap.shell.head import alternates, json_ld, link, open_graph
from socialmap.views.agenda import AgendaView
from socialmap.views.context import Site
from socialmap.views.form import FormView
from socialmap.views.languages import written_languages
from socialmap.views.pages import EditorialView, IndexView, Page
from socialmap.views.parts import PagerView, Text
from socialmap.views.plan import PageJob, route_in
from socialmap.views.records import LocationView


def build_head(job: PageJob, view: Page, body: str, wardrobe: Wardrobe) -> Head:
    """The head and body of a page, to be poured into the frame of its kind."""
    site, translations = wardrobe.site, wardrobe.translations[job.language]
    name, summary = _words(job, view, translations)
    national = bool(getattr(view, "national", False))
    return Head(
        title=title_of(" - ".join((name, *_part(view, translations), *_number(view, translations))), site),
        description=summary,
        meta=_meta(job, view, name, summary, wardrobe),
        languages=_languages(job, wardrobe),
        notice=notice_of(site, translations, national=national),
        body=body,
    )


def _words(job: PageJob, view: Page, translations: Translations) -> tuple[str, str]:
    if isinstance(view, EditorialView):
        return view.title.value, first_lines(view.body.value)
    if isinstance(view, FormView):
        return translations.text(view.kind, context=job.kind), translations.text("forms", context="description")
    if isinstance(view, AgendaView):
        return _agenda_words(view, translations)
    name = getattr(view, "name", None)
    if not isinstance(name, Text):
        return translations.text(job.kind, context="title"), translations.text(job.kind, context="description")
    summary = next(
        (found.value for found in (getattr(view, "summary", None), getattr(view, "explanation", None)) if found), ""
    )
    return name.value, summary or _where(view) or name.value


def _where(view: Page) -> str:
    """What describes a place best: its address."""
    place = view.place if isinstance(view, LocationView) else None
    return ", ".join(filter(None, (place.name.value, place.address, place.city))) if place else ""


def _part(view: Page, translations: Translations) -> tuple[str, ...]:
    """Which letter or neighbourhood of a long index it is."""
    here = next((way for way in view.ways if way.here), None) if isinstance(view, IndexView) else None
    return (here.title.value or translations.text("Elsewhere"),) if here else ()


def _number(view: Page, translations: Translations) -> tuple[str, ...]:
    """Which page of a list it is, for all but the first: each page has a title of its own (WCAG 2.4.2)."""
    pager = getattr(view, "pager", None)
    if not isinstance(pager, PagerView) or pager.page == 1:
        return ()
    return (translations.text("Page %(page)s of %(pages)s") % {"page": pager.page, "pages": pager.pages},)


def _agenda_words(view: AgendaView, translations: Translations) -> tuple[str, str]:
    title = f"{translations.text(view.kind, context='heading')} {view.name.value}".strip()
    number = f" ({view.page})" if view.page > 1 else ""
    return title + number, translations.text("agenda", context="description")


def title_of(name: str, site: Site) -> str:
    """The title of a page as a browser shows it: its name and that of the site."""
    return f"{name} - {site.settings.site_name}" if name else site.settings.site_name


def _meta(job: PageJob, view: Page, name: str, summary: str, wardrobe: Wardrobe) -> str:
    site = wardrobe.site
    untranslated = bool(getattr(view, "untranslated", False))
    canonical = _address(job, site.language if untranslated else job.language, site)
    parts = []
    if job.is_redirect:
        target = wardrobe.contexts[job.language, job.kind].links.to(job.kind, job.name)
        parts.append(f'<meta http-equiv="refresh" content="0; url={target}">')
    parts += [link("canonical", canonical), *_neighbours(view)]
    expired = (job.kind, job.name) in site.derived.expired
    if untranslated or expired or job.is_redirect or job.kind in UNLISTED:
        parts.append('<meta name="robots" content="noindex">')
    languages = () if job.is_redirect else written_languages(job, site=site, written=wardrobe.written)
    if len(languages) > 1 and job.language in languages:
        addresses = [(language, _address(job, language, site)) for language in languages]
        parts.append(alternates(addresses, default=_address(job, site.language, site)))
    parts.append(
        open_graph(
            {
                "type": "website",
                "title": name or site.settings.site_name,
                "description": summary,
                "url": canonical if site.settings.site_url else "",
                "site_name": site.settings.site_name,
                "locale": job.language,
            }
        )
    )
    data = json_ld_of(job, site=site, url=canonical if site.settings.site_url else "")
    return "\n".join((*parts, *((json_ld(data),) if data else ())))


def _neighbours(view: Page) -> tuple[str, ...]:
    pager = getattr(view, "pager", None)
    found = (("prev", pager.previous), ("next", pager.next)) if isinstance(pager, PagerView) else ()
    return tuple(link(rel, href) for rel, href in found if href)


def _address(job: PageJob, language: str, site: Site) -> str:
    route = route_in(language, job, routes=site.routes)
    if site.settings.site_url:
        return f"{site.settings.site_url.rstrip('/')}/{route}"
    return "../" * job.route.count("/") + route


def _languages(job: PageJob, wardrobe: Wardrobe) -> str:
    root, site = wardrobe.contexts[job.language, job.kind].links.root, wardrobe.site
    routes = {language: route_in(language, job, routes=site.routes) for language in site.settings.languages}
    return language_links(routes, root, job.language, wardrobe)


def language_links(routes: Mapping[str, str], root: str, shown: str, wardrobe: Wardrobe) -> str:
    """The links to a page in the other languages; `shown` is the one that it is in."""
    links = (
        f'<li><a href="{root}{route}" lang="{language}" '
        f'hreflang="{language}">{wardrobe.translations[language].own_name}</a></li>'
        for language, route in routes.items()
        if language != shown
    )
    return "\n".join(links)


def notice_of(site: Site, translations: Translations, *, national: bool) -> str:
    """What says that the municipality does not exist; nothing for one that does, and where all is `national`."""
    if not site.settings.fictional or national:
        return ""
    return f'<p class="sm-demo">{translations.text("This is an example. This municipality does not exist.")}</p>'
