"""The component gallery: what each building block of the map is for, what it asks, and its examples as they look.

Everything is read from the component's own folder, so that the gallery shows what the tests check. Each example is a
small page of its own in the map's style, framed in the gallery: the two faces have different style sheets. READMEs
and parameters are in English, as code is; the pages mark them so for who listens to them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from socialmap.pipeline.handbook.examples import Example, draw_example, examples_of, read_description
from socialmap.pipeline.handbook.page import HandbookPage, block, code, join, plain, table
from socialmap.pipeline.project import Project
from socialmap.pipeline.style import build_style
from socialmap.render import make_renderer, read_translations
from socialmap.render.icons import icon_folder

HEAD = ("Parameter", "Soort", "Moet", "Uitleg")
INTRO = (
    "De kaart is gemaakt van bouwstenen. Wil je een bouwsteen anders? Zet dan een eigen versie in `site_overrides/`. "
    "Hier zie je elke bouwsteen, en lees je wat hij doet en wat hij nodig heeft."
)
FOLDER, STYLE = "bouwstenen", "bouwstenen/voorbeelden/kaart.css"
FRAME = '<iframe class="hb-example" src="{source}" title="{title}" loading="lazy"></iframe>'
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'"
ADDRESS = re.compile(r'(?<=href=")(?!#)[^"]*')
PAGE = """\
<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="../../assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="kaart.css">
</head>
<body>
<main class="sm-wrap sm-page">
<h1 class="sm-hidden">{title}</h1>
{body}
</main>
</body>
</html>
"""


def gallery_pages(overrides: Iterable[Path]) -> tuple[HandbookPage, ...]:
    """A page per component in these folders of overrides, the first folder first, and the list that leads to them."""
    folders = component_folders(overrides)
    lines = [_line(name, folder) for name, folder in folders.items()]
    index = HandbookPage("bouwstenen/index.md", join("# Bouwstenen van de kaart", INTRO, "\n".join(lines)))
    return (index, *(_page(name, folder) for name, folder in folders.items()))


def _line(name: str, folder: Path) -> str:
    """A component with the first sentence of what it is for."""
    purpose = re.split(r"(?<=\.) |\n", _readme(folder), maxsplit=1)[0]
    return (
        f'- [{name}]({name}.md): <span lang="en">{plain(purpose.rstrip("."))}.</span>'
        if purpose
        else f"- [{name}]({name}.md)"
    )


def component_folders(overrides: Iterable[Path]) -> dict[str, Path]:
    """The folder of each component by its name."""
    found: dict[str, Path] = {}
    for folder in overrides:
        for path in sorted((folder / "components").glob("*/template.html")):
            found.setdefault(path.parent.name, path.parent)
    return dict(sorted(found.items()))


def gallery_files(project: Project) -> dict[str, str]:
    """Every example as a page of its own, and the map's style sheet that they share, by their place in the handbook.

    Links of an example lead nowhere: the places they are about do not exist.
    """
    style, _ = build_style(project)
    sheets = (style.assets.stylesheet, *(apart.stylesheet for apart in style.assets.apart.values()))
    files = {STYLE: "\n".join(style.assets.files[sheet].decode() for sheet in sheets)}
    return files | dict(_example_files(project))


def _example_files(project: Project) -> Iterator[tuple[str, str]]:
    listed = [
        (number, each)
        for folder in component_folders(project.overrides).values()
        for number, each in enumerate(examples_of(folder), 1)
    ]
    translations = tuple(folder / "translations" for folder in project.overrides)
    renderers = {
        language: make_renderer(
            project.overrides,
            translations=read_translations(language, folders=translations),
            icons=icon_folder(),
        )
        for language in {each.language for _, each in listed}
    }
    for number, each in listed:
        body = _alone(draw_example(each, renderer=renderers[each.language]))
        page = PAGE.format(policy=POLICY, lang=each.language, dir=each.direction, title=escape(str(each)), body=body)
        yield f"{FOLDER}/{_example_path(each, number)}", page


def _alone(body: str) -> str:
    """The HTML of an example as it can stand by itself: its links lead nowhere, and an item of a list has its list."""
    still = ADDRESS.sub("#", body).strip()
    return f'<ul class="sm-cards">\n{still}\n</ul>' if still.startswith("<li") else still


def _example_path(example: Example, number: int) -> str:
    return f"voorbeelden/{example.component}-{number}.html"


def _page(name: str, folder: Path) -> HandbookPage:
    parts = (
        _english(_readme(folder)),
        *_examples(folder),
        _parameters(read_description(folder).get("params")),
    )
    files = ", ".join(code(path.name) for path in sorted(folder.iterdir()) if path.is_file())
    return HandbookPage(
        f"{FOLDER}/{name}.md",
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


def _examples(folder: Path) -> Iterator[str]:
    for number, example in enumerate(examples_of(folder), 1):
        source = _example_path(example, number)
        frame = FRAME.format(source=source, title=escape(f"Voorbeeld van {example.component}: {example.name}"))
        data = block(json.dumps(example.data, ensure_ascii=False, indent=2, default=str), language="json")
        alone = f"[Open dit voorbeeld alleen: {plain(example.name)}]({source})"
        given = f'<details class="hb-given" markdown="1">\n<summary>Wat erin gaat</summary>\n\n{data}\n\n</details>'
        yield join(f"## Voorbeeld: {plain(example.name)}", frame, alone, given)
