"""The handbook's look in the municipality's colours, and its `mkdocs.yml` as written; used by the plugin."""

from collections.abc import Mapping
from pathlib import Path

from socialmap.model.settings import Colours
from socialmap.pipeline.handbook.pages import handbook_file
from socialmap.pipeline.project import CONFIG, Project
from socialmap.sources.yaml_reader import read_settings_yaml


def handbook_style(project: Project) -> str:
    """The style sheet, ending with the municipality's own colour where it has one."""
    return handbook_file(project, "handbook.css").read_text("utf-8") + _colours(project.settings.style.colours)


def read_config(root: Path) -> Mapping[str, object]:
    """The settings in a folder's `mkdocs.yml`; nothing where there is no such file.

    Raises:
        ValueError: with libyaml's words when the file is not YAML.
    """
    path = root / CONFIG
    value = read_settings_yaml(path.read_text("utf-8-sig")) if path.is_file() else {}
    return {str(key): item for key, item in value.items()} if isinstance(value, Mapping) else {}


def _colours(colours: Colours) -> str:
    light = f":root {{ --sm-color-action: {colours.action}; }}\n" if colours.action else ""
    dark = f":root {{ --sm-color-action: {colours.action_dark}; }}" if colours.action_dark else ""
    return light + (f"@media (prefers-color-scheme: dark) {{ {dark} }}\n" if dark else "")
