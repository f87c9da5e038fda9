"""The handbook's look in the municipality's colours, and its `mkdocs.yml` as written; used by the plugin."""

from collections.abc import Mapping
from pathlib import Path

from socialmap.pipeline.handbook.pages import handbook_file
from socialmap.pipeline.project import CONFIG, Project
from socialmap.pipeline.style import TOKENS
from socialmap.shell.style import style_css
from socialmap.sources.yaml_reader import read_settings_yaml


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
