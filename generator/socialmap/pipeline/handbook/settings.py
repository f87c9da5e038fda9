"""The handbook's look in the municipality's colours, and its `mkdocs.yml` as written; used by the plugin."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from socialmap.pipeline.handbook.pages import handbook_file
from socialmap.pipeline.project import CONFIG, Project
from socialmap.pipeline.style import TOKENS
from socialmap.shell.style import style_css
from socialmap.sources.yaml_reader import read_settings_yaml

FOLDER = "handboek"


def handbook_style(project: Project) -> str:
    """The style sheet: the map's tokens, the house style over them, and the handbook's own rules."""
    tokens = next(path for folder in project.overrides if (path := folder / TOKENS).is_file()).read_text("utf-8")
    own = handbook_file(project, "handbook.css").read_text("utf-8")
    return "\n".join((tokens, style_css(project.settings.style), own))


def read_config(root: Path) -> Mapping[str, object]:
    """The settings in a folder's `mkdocs.yml`; nothing where there is no such file.

    Raises:
        ValueError: with libyaml's words when the file is not YAML.
    """
    path = root / CONFIG
    value = read_settings_yaml(path.read_text("utf-8-sig")) if path.is_file() else {}
    return {str(key): item for key, item in value.items()} if isinstance(value, Mapping) else {}


def missing_settings(written: Mapping[str, object], *, root: Path, empty: Path) -> dict[str, object]:
    """What MkDocs needs and a municipality's `mkdocs.yml` leaves out; `empty` stands in for a folder of own pages."""
    pages = root / str(written.get("docs_dir", f"data/pages/{FOLDER}"))
    plugins = written.get("plugins") or []
    names = [*plugins] if isinstance(plugins, Iterable) else []
    wanted = {
        "site_name": written.get("site_name", "Sociale kaart"),
        "theme": written.get("theme", {"name": "material", "font": False}),
        "docs_dir": str(pages if pages.is_dir() else empty),
    }
    if not any("socialmap" in name for name in names if isinstance(name, str | Mapping)):
        wanted["plugins"] = [*names, "socialmap"]
    return wanted
