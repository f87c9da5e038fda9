"""The settings of a site, read from `mkdocs.yml` without MkDocs."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from socialmap.sources.yaml_reader import read_settings_yaml, read_yaml


def read_settings(path: Path, /) -> dict[str, object]:
    """The plugin's options with the site's name and address, as written.

    Raises:
        ValueError: when the file is not YAML or holds no table.
    """
    value = read_settings_yaml(path.read_text("utf-8-sig"))
    if not isinstance(value, Mapping):
        raise ValueError("1")  # noqa: TRY004 - the caller reports a wrong value
    return {
        **_options(value.get("plugins")),
        **{key: value[key] for key in ("site_name", "site_url") if value.get(key)},
    }


def custom_folder(path: Path, /) -> str:
    """The folder of a municipality's own templates that `custom_dir` names under `theme`, as written; "" for none.

    Raises:
        ValueError: when the file is not YAML.
    """
    value = read_settings_yaml(path.read_text("utf-8-sig"))
    theme = value.get("theme") if isinstance(value, Mapping) else None
    named = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return named if isinstance(named, str) else ""


def setting_place(path: Path, setting: Sequence[str | int]) -> tuple[int, int]:
    """The line and column of a setting of the plugin, or of the group it belongs in; zeros when nobody can say."""
    marks = read_yaml(path.read_text("utf-8-sig"), file=path.name, places=True).marks if path.is_file() else {}
    tops = [top for top, _ in marks.items() if top[:1] == ("plugins",) and top[-2:] == ("socialmap", "")]
    for whole in ((*top[:-1], *setting) for top in tops):
        for length in range(len(whole), len(whole) - len(setting), -1):
            found = marks.get((*whole[:length], "")) or marks.get(whole[:length])
            if found:
                return found
    return 0, 0


def _options(plugins: object) -> dict[str, object]:
    if isinstance(plugins, Mapping):
        plugins = [{name: options} for name, options in plugins.items()]
    for plugin in plugins if isinstance(plugins, list) else ():
        if isinstance(plugin, Mapping) and isinstance(plugin.get("socialmap"), Mapping):
            return {str(key): value for key, value in plugin["socialmap"].items()}
    return {}
