"""The map's assets in the municipality's house style, and whether its colours can be read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from socialmap.pipeline.project import CONFIG, Project
from socialmap.problems import Place, Problem, fault
from socialmap.shell import Assets, build_assets
from socialmap.shell.contrast import check_contrast
from socialmap.shell.style import own_tokens, scheme_tokens, style_css
from socialmap.sources.folder import read_file

TOKENS = "styles/tokens.css"
MAX_BYTES = 2_000_000
MAX_ARCHIVE = 200_000_000
KINDS = {"style.logo": (".svg", ".png"), "style.font_file": (".woff2",), "map.tiles": (".pmtiles",)}


@dataclass(frozen=True, slots=True)
class Style:
    """The assets of a site in its house style."""

    assets: Assets


def build_style(project: Project) -> tuple[Style, tuple[Problem, ...]]:
    """The assets, and a problem for each colour that cannot be read and each file that is not there."""
    style = project.settings.style
    logo = _file(project, "style.logo", style.logo)
    font = _file(project, "style.font_file", style.font_file)
    given = (logo, font, _tiles(project))
    files = {route: body for found in given if isinstance(found, tuple) for route, body in (found,)}
    font_route = Path(font[0]).name if isinstance(font, tuple) else ""
    assets = build_assets(project.overrides, tokens=style_css(style, font_route=font_route))
    problems = (*(found for found in given if isinstance(found, Problem)), *_contrast(project))
    named = logo[0] if isinstance(logo, tuple) else ""
    return Style(replace(assets, files={**assets.files, **files}, logo=named)), problems


def _tiles(project: Project) -> tuple[str, bytes] | Problem | None:
    """The municipality's own archive of map images, at the address where the map looks for it."""
    tiles = project.settings.map
    found = _file(project, "map.tiles", tiles.tiles if tiles.route else None, limit=MAX_ARCHIVE)
    return (tiles.route, found[1]) if isinstance(found, tuple) else found


def _file(
    project: Project, setting: str, name: str | None, *, limit: int = MAX_BYTES
) -> tuple[str, bytes] | Problem | None:
    if name is None:
        return None
    place = Place(CONFIG, field=setting)
    if Path(name).suffix not in KINDS[setting] or not _is_inside(project.data, name):
        return fault("SM704", place, value=name)
    content = read_file(project.data, name, limit=limit)
    return (
        fault("SM704", place, value=name)
        if isinstance(content, Problem)
        else (f"assets/{Path(name).name}", content.content)
    )


def _is_inside(folder: Path, name: str) -> bool:
    """Whether a file is in the data folder, also when folders on the way to it are links."""
    return (folder / name).resolve().is_relative_to(folder.resolve())


def _contrast(project: Project) -> Iterator[Problem]:
    css = next((folder / TOKENS).read_text("utf-8") for folder in project.overrides if (folder / TOKENS).is_file())
    light, dark = own_tokens(project.settings.style)
    yield from check_contrast({**scheme_tokens(css, dark=False), **light}, scheme="light", file=CONFIG)
    yield from check_contrast({**scheme_tokens(css, dark=True), **dark}, scheme="dark", file=CONFIG)
