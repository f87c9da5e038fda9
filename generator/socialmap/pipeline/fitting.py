"""Makes the wardrobe of a site: its renderers, texts, style, contexts and frames; called by `build`."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

from socialmap.derive import Derived
from socialmap.pipeline.fingerprints import program_digest
from socialmap.pipeline.frames import draw_frames
from socialmap.pipeline.load import Data
from socialmap.pipeline.project import Project
from socialmap.pipeline.search_index import bundle_routes, shards
from socialmap.pipeline.site import make_site, own_words
from socialmap.pipeline.style import Style
from socialmap.pipeline.wardrobe import Wardrobe
from socialmap.render import Renderer, Translations, make_formats, make_renderer, read_translations
from socialmap.render.icons import icon_folder
from socialmap.text.compounds import make_hyphenator
from socialmap.views.context import Site
from socialmap.views.plan import WrittenPage, contexts_of


def make_wardrobe(
    project: Project,
    data: Data,
    written: tuple[WrittenPage, ...],
    style: Style,
    *,
    derived: Derived,
    shard: int,
    handbook: bool,
) -> Wardrobe:
    """All that the pages of a site are dressed with, its frames drawn.

    The parts of search indexes have at most `shard` services; 0 leaves search out.
    """
    languages = project.settings.languages
    formats = {language: make_formats(language) for language in languages}
    site = make_site(project, data, derived, formats=formats)
    folders = tuple(folder / "translations" for folder in project.overrides)
    translations = {language: read_translations(language, folders=folders) for language in languages}
    routes = bundle_routes(site) if shard else {}
    bundles = {language: (route, shards(site, language, size=shard)) for language, route in routes.items()}
    bare = Wardrobe(
        site=site,
        written={page.slug: page for page in written},
        bundles=bundles,
        shard=shard,
        assets=style.assets,
        renderers=_renderers(project, site, translations),
        translations=translations,
        contexts=contexts_of(site),
        frames={},
        handbook=handbook,
    )
    return replace(bare, frames=draw_frames(bare))


def _renderers(project: Project, site: Site, translations: Mapping[str, Translations]) -> dict[str, Renderer]:
    memory = project.cache / "templates" / program_digest(project)
    _forget_others(memory)
    hyphenate = make_hyphenator(own_words(site))
    found: dict[str, Renderer] = {}
    for language, each in translations.items():
        (memory / language).mkdir(parents=True, exist_ok=True)
        found[language] = make_renderer(
            project.overrides,
            translations=each,
            icons=icon_folder(),
            hyphenate=hyphenate,
            memory=memory / language,
        )
    return found


def _forget_others(memory: Path) -> None:
    """Remove what an earlier version of the program or the templates kept beside this folder."""
    for folder in memory.parent.glob("*"):
        if folder != memory:
            rmtree(folder, ignore_errors=True)
