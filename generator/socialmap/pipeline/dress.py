"""Dress: the frame, head and body of each page together; what a page is made of, and how it becomes HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from socialmap.pipeline.host_files import UNLISTED
from socialmap.pipeline.json_ld import json_ld_of
from socialmap.render import Renderer, Translations
from socialmap.render.markdown import first_lines
from socialmap.shell import Assets, Frame, Head, build_frame, policy_for
from socialmap.shell.head import alternates, json_ld, link, open_graph
from socialmap.views.agenda import AgendaView
from socialmap.views.build_parts import build_phones
from socialmap.views.build_trials import has_trials
from socialmap.views.context import Context, Site
from socialmap.views.form import FormView
from socialmap.views.frame import FrameView
from socialmap.views.languages import written_languages
from socialmap.views.pages import EditorialView, IndexView, LocationView, Page
from socialmap.views.parts import Link, PagerView, Text
from socialmap.views.plan import AGENDA, LISTINGS, TRIALS, PageJob, WrittenPage, build_page, route_in
from socialmap.views.routes import PageKind, links_from

NAVIGATION: tuple[PageKind, ...] = ("guides", "themes", "agenda", "search")
CARDS: tuple[PageKind, ...] = (*LISTINGS, *AGENDA, "organization", "location", "search")
FIRST: tuple[PageKind, ...] = (*AGENDA, "guide", "map", "my_list")
BELOW: tuple[PageKind, ...] = ("places", "a_to_z", "consultations", "experiments", "my_list", "forms")


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """All that pages are dressed with; made once per build.

    `bundles` are per language the route of its search index and how many parts of at most `shard` services that has.
    """

    site: Site
    written: Mapping[str, WrittenPage]
    bundles: Mapping[str, tuple[str, int]]
    shard: int
    assets: Assets
    renderers: Mapping[str, Renderer]
    translations: Mapping[str, Translations]
    contexts: Mapping[tuple[str, PageKind], Context]
    frames: Mapping[tuple[str, PageKind], Frame]
    handbook: bool


def dress(job: PageJob, *, wardrobe: Wardrobe) -> bytes:
    """The whole HTML of a page."""
    context = wardrobe.contexts[job.language, job.kind]
    view = build_page(job, context=context, written=wardrobe.written, bundles=wardrobe.bundles)
    body = wardrobe.renderers[job.language].render(job.template, view)
    return wardrobe.frames[job.language, job.kind].pour(_head(job, view, body, wardrobe))


def dress_not_found(*, wardrobe: Wardrobe) -> bytes:
    """The page that is not found; it may be shown at any address, so its links start at the site's own path."""
    from socialmap.views.plan import build_not_found_page, not_found_context  # noqa: PLC0415

    site = wardrobe.site
    root = site_path(site.settings.site_url)
    context = not_found_context(site, language=site.language, root=root)
    body = wardrobe.renderers[site.language].render("not_found", build_not_found_page(context=context))
    frame = draw_frame("editorial", site.language, root=root, wardrobe=wardrobe)
    title = wardrobe.translations[site.language].text("Page not found")
    notice = _notice(site, wardrobe.translations[site.language], national=False)
    homes = {language: site.routes.route("home", language=language) for language in site.settings.languages}
    languages = _language_links(homes, root, site.language, wardrobe)
    return frame.pour(Head(_title(title, site), "", '<meta name="robots" content="noindex">', languages, notice, body))


def site_path(site_url: str) -> str:
    """The path of the site on its host, ending in a slash."""
    return urlsplit(site_url).path.rstrip("/") + "/"


def draw_frame(kind: PageKind, language: str, *, root: str, wardrobe: Wardrobe) -> Frame:
    """The frame of a kind of page in a language."""
    view = _frame_view(kind, language, root, wardrobe)
    template = wardrobe.renderers[language].template("base.html")
    return build_frame(lambda marks: template.render(frame=view, slot=marks.__getitem__))


def draw_frames(wardrobe: Wardrobe) -> dict[tuple[str, PageKind], Frame]:
    """The frames of all kinds of pages in all languages."""
    return {
        (language, kind): draw_frame(kind, language, root=context.links.root, wardrobe=wardrobe)
        for (language, kind), context in wardrobe.contexts.items()
    }


def _frame_view(kind: PageKind, language: str, root: str, wardrobe: Wardrobe) -> FrameView:
    site, assets, translations = wardrobe.site, wardrobe.assets, wardrobe.translations[language]
    context = Context(site, links_from(site.routes, kind, language=language))
    at = Context(site, type(context.links)(site.routes, language, root))
    desk = site.catalogue.roles.get(site.settings.desk or "")
    phones = build_phones(desk.phones, context=at) if desk else ()
    apart = assets.apart.get(kind.replace("_", "-"))
    return FrameView(
        lang=language,
        dir=translations.direction,
        kind=kind,
        root=root,
        site_name=site.settings.site_name,
        home=at.links.to("home"),
        navigation=tuple(
            Link(Text(translations.text(page, context="navigation"), language), at.links.to(page))
            for page in NAVIGATION
            if (page != "agenda" or site.agenda) and (page != "guides" or site.guides)
        ),
        current=at.links.to(kind) if kind in NAVIGATION else "",
        desk_name=at.text(desk.name).value if desk else "",
        desk=phones[0] if phones else None,
        footer=_footer(at, wardrobe),
        stylesheets=tuple(root + sheet for sheet in (assets.stylesheet, *((apart.stylesheet,) if apart else ()))),
        icon=f"{root}assets/icon.svg",
        script=root + assets.script,
        press=root + assets.press,
        module=_module(kind, root, assets),
        first=kind in FIRST,
        keeping=root + assets.cards if kind in CARDS else "",
        list_href=at.links.to("my_list"),
        later=root + assets.apart["map"].stylesheet if kind == "search" else "",
        policy=policy_for(kind, tiles=site.settings.map),
        logo=root + assets.logo if assets.logo else "",
        handbook=f"{root}handboek/index.html" if wardrobe.handbook else "",
    )


def _module(kind: PageKind, root: str, assets: Assets) -> str:
    apart = assets.apart.get(kind.replace("_", "-"))
    if apart:
        return root + apart.script
    return root + assets.suggestions if kind == "home" else ""


def _footer(context: Context, wardrobe: Wardrobe) -> tuple[Link, ...]:
    pages = tuple(
        Link(context.text(page.titles), context.links.to("editorial", page.slug)) for page in wardrobe.written.values()
    )
    translations = wardrobe.translations[context.language]
    lists = tuple(
        Link(Text(translations.text(page, context="navigation"), context.language), context.links.to(page))
        for page in BELOW
        if page not in TRIALS or has_trials(page, context=context)
    )
    data = Link(
        Text(translations.text("Open data"), context.language), f"{context.links.root}open-data/datapackage.json"
    )
    handbook = Link(
        Text(translations.text("For editors"), context.language), f"{context.links.root}handboek/index.html"
    )
    return (*lists, *pages, data, *((handbook,) if wardrobe.handbook else ()))


def _head(job: PageJob, view: Page, body: str, wardrobe: Wardrobe) -> Head:
    site, translations = wardrobe.site, wardrobe.translations[job.language]
    name, summary = _words(job, view, translations)
    national = bool(getattr(view, "national", False))
    return Head(
        title=_title(" - ".join((name, *_part(view, translations), *_number(view, translations))), site),
        description=summary,
        meta=_meta(job, view, name, summary, wardrobe),
        languages=_languages(job, wardrobe),
        notice=_notice(site, translations, national=national),
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


def _title(name: str, site: Site) -> str:
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
    return _language_links(routes, root, job.language, wardrobe)


def _language_links(routes: Mapping[str, str], root: str, shown: str, wardrobe: Wardrobe) -> str:
    links = (
        f'<li><a href="{root}{route}" lang="{language}" '
        f'hreflang="{language}">{wardrobe.translations[language].own_name}</a></li>'
        for language, route in routes.items()
        if language != shown
    )
    return "\n".join(links)


def _notice(site: Site, translations: Translations, *, national: bool) -> str:
    if not site.settings.fictional or national:
        return ""
    return f'<p class="sm-demo">{translations.text("This is an example. This municipality does not exist.")}</p>'
