"""The component gallery: what each building block of the map is for, what it asks, and an example of what goes in.

Everything is read from the component's own folder, so that the gallery shows what the tests check. READMEs and
parameters are in English, as code is; the pages mark them so for who listens to them.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from socialmap.pipeline.handbook.page import HandbookPage, block, code, join, plain, table
from socialmap.sources.yaml_reader import read_settings_yaml

HEAD = ("Parameter", "Soort", "Moet", "Uitleg")
INTRO = (
    "De kaart is gemaakt van bouwstenen. Wil je een bouwsteen anders? Zet dan een eigen versie in `site_overrides/`. "
    "Hier lees je per bouwsteen wat hij doet en wat hij nodig heeft."
)


def gallery_pages(overrides: Iterable[Path]) -> tuple[HandbookPage, ...]:
    """A page per component in these folders of overrides, the first folder first, and the list that leads to them."""
    folders = component_folders(overrides)
    lines = [f"- [{name}]({name}.md)" for name in folders]
    index = HandbookPage("bouwstenen/index.md", join("# Bouwstenen van de kaart", INTRO, "\n".join(lines)))
    return (index, *(_page(name, folder) for name, folder in folders.items()))


def component_folders(overrides: Iterable[Path]) -> dict[str, Path]:
    """The folder of each component by its name."""
    found: dict[str, Path] = {}
    for folder in overrides:
        for path in sorted((folder / "components").glob("*/template.html")):
            found.setdefault(path.parent.name, path.parent)
    return dict(sorted(found.items()))


def _page(name: str, folder: Path) -> HandbookPage:
    path = folder / f"{name}.yml"
    value = read_settings_yaml(path.read_text("utf-8")) if path.is_file() else {}
    described: Mapping[str, object] = value if isinstance(value, Mapping) else {}
    parts = (
        _english(_readme(folder)),
        _parameters(described.get("params")),
        *_examples(described.get("examples")),
    )
    files = ", ".join(code(path.name) for path in sorted(folder.iterdir()) if path.is_file())
    return HandbookPage(
        f"bouwstenen/{name}.md",
        join(f"# {name}", *parts, "## Bestanden", f"In `site_overrides/components/{name}/`: {files}"),
    )


def _readme(folder: Path) -> str:
    path = folder / "README.md"
    text = path.read_text("utf-8") if path.is_file() else ""
    return re.sub(r"\A# .*\n", "", text).strip()


def _english(text: str) -> str:
    return f'<div lang="en" markdown="1">\n\n{text}\n\n</div>' if text else ""


def _parameters(value: object) -> str:
    if not isinstance(value, Mapping) or not value:
        return ""
    rows = (_parameter(str(name), param) for name, param in value.items())
    return f"## Wat de bouwsteen nodig heeft\n\n{_english(table(HEAD, rows))}"


def _parameter(name: str, value: object) -> tuple[str, ...]:
    param: Mapping[str, object] = value if isinstance(value, Mapping) else {"description": value}
    kind, text = str(param.get("type", "")), str(param.get("description") or "")
    needed = str(param.get("required", "")).lower() == "true"
    return code(name), plain(kind), "ja" if needed else "", plain(text)


def _examples(value: object) -> Iterable[str]:
    for example in value if isinstance(value, list) else ():
        if isinstance(example, Mapping):
            data = json.dumps(_shown(example.get("data")), ensure_ascii=False, indent=2, default=str)
            yield f"## Voorbeeld: {plain(str(example.get('name', '')))}\n\n{block(data, language='json')}"


def _shown(value: object) -> object:
    return {} if value is None else value
