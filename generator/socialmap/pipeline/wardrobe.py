"""The wardrobe: all that the pages of a site are dressed with; made by `fitting`, once per build."""

from collections.abc import Mapping
from dataclasses import dataclass

from socialmap.render import Renderer, Translations
from socialmap.shell import Assets, Frame
from socialmap.views.context import Context, Site
from socialmap.views.plan import WrittenPage
from socialmap.views.routes import PageKind


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


def shown_everywhere(wardrobe: Wardrobe) -> tuple[str, ...]:
    """What every page shows beside its records: written pages, search indexes, the handbook and the house style."""
    written = (repr(page) for page in wardrobe.written.values())
    return (repr(wardrobe.bundles), str(wardrobe.handbook), *written, *wardrobe.assets.files)


def load_templates(wardrobe: Wardrobe) -> None:
    """Load every template of every language, so that each process that is forked afterwards finds them ready."""
    for renderer in wardrobe.renderers.values():
        renderer.load()
