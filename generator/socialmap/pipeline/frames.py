"""The frame of each kind of page: the header and footer around what it shows; drawn once per build by `fitting`."""

from socialmap.pipeline.wardrobe import Wardrobe
from socialmap.shell import Assets, Frame, build_frame, policy_for
from socialmap.views.build_parts import build_phones
from socialmap.views.build_trials import has_trials
from socialmap.views.context import Context
from socialmap.views.frame import FrameView
from socialmap.views.parts import Link, Text
from socialmap.views.plan import AGENDA, LISTINGS, TRIALS
from socialmap.views.routes import PageKind, links_from

NAVIGATION: tuple[PageKind, ...] = ("guides", "themes", "agenda", "search")
CARDS: tuple[PageKind, ...] = (*LISTINGS, *AGENDA, "organization", "location", "search")
FIRST: tuple[PageKind, ...] = (*AGENDA, "guide", "map", "my_list")
BELOW: tuple[PageKind, ...] = ("places", "a_to_z", "consultations", "experiments", "my_list", "forms")


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
