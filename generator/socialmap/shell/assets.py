"""One stylesheet and the few scripts of the map, made of the components' files and named by their content."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from socialmap.shell.modules import bare, build_modules, build_script

NEEDLESS = re.compile(
    r"""(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?:\s|/\*.*?\*/)*(?P<sign>[{};,>])(?:\s|/\*.*?\*/)*|(?:\s|/\*.*?\*/)+""",
    re.S,
)
FIRST = ("styles/tokens.css", "styles/base.css")
LAST = ("styles/print.css",)
SHARED = {"form-new": "form", "form-change": "form"}
SEPARATE = ("agenda", "form", "guide", "map", "my-list", "search")
WHOLE = ("form", "search")

PRESS = "components/my-list/press.js"
CARDS = "components/my-list/cards.js"
SUGGESTIONS = "components/searchbox/searchbox.js"


@dataclass(frozen=True, slots=True)
class Apart:
    """The stylesheet and the module of a component that only its own pages load."""

    stylesheet: str
    script: str


@dataclass(frozen=True, slots=True)
class Assets:
    """The files by route, and the routes of those that pages name.

    `press` is what a service page loads on a press, `cards` lets somebody keep the services of a list, `suggestions` is
    the module of the home page's search field.
    """

    files: Mapping[str, bytes]
    stylesheet: str
    script: str
    apart: Mapping[str, Apart]
    press: str
    suggestions: str
    cards: str
    logo: str = ""


def build_assets(folders: tuple[Path, ...], *, tokens: str = "") -> Assets:
    """The map's assets; a file in an earlier folder goes before the same in a later.

    `tokens` is the CSS of the house style.
    """
    styles = [_read(folders, name) for name in FIRST]
    styles += [
        tokens,
        *(_read(folders, name) for name in _components(folders, ".css")),
        *(_read(folders, n) for n in LAST),
    ]
    sheet = _named("map", "css", minified("\n".join(styles)).encode())
    names = (name for name in _components(folders, ".js") if name != SUGGESTIONS)
    scripts = (build_script(name, read=partial(_script, folders)) for name in names)
    script = _named("map", "js", "".join(scripts).encode())
    files = dict((sheet, script))
    apart = {name: _apart(folders, name, files) for name in SEPARATE}
    apart |= {kind: apart[name] for kind, name in SHARED.items()}
    press = build_modules(PRESS, read=partial(_script, folders))
    suggestions = build_modules(SUGGESTIONS, read=partial(_script, folders), whole=True)
    cards = build_modules(CARDS, read=partial(_script, folders))
    files.update((*suggestions.values(), *press.values(), *cards.values()))
    found = {**files, **_images(folders)}
    return Assets(found, sheet[0], script[0], apart, press[PRESS][0], suggestions[SUGGESTIONS][0], cards[CARDS][0])


def _apart(folders: tuple[Path, ...], name: str, files: dict[str, bytes]) -> Apart:
    """The assets of a component of its own, added to `files`."""
    path = f"components/{name}/{name}"
    sheet = _named(f"{name}-page", "css", minified(_read(folders, f"{path}.css")).encode())
    modules = build_modules(f"{path}.js", read=partial(_script, folders), whole=name in WHOLE)
    files.update((sheet, *modules.values()))
    return Apart(sheet[0], modules[f"{path}.js"][0])


def minified(css: str) -> str:
    """The stylesheet without comments and needless space; strings stay as they are."""
    return NEEDLESS.sub(_needed, css).replace(";}", "}").strip()


def _needed(found: re.Match[str]) -> str:
    return found["string"] or found["sign"] or " "


def _named(name: str, ending: str, body: bytes) -> tuple[str, bytes]:
    return f"assets/{name}.{hashlib.blake2b(body, digest_size=5).hexdigest()}.{ending}", body


def _read(folders: tuple[Path, ...], name: str) -> str:
    found = next((folder / name for folder in folders if (folder / name).is_file()), None)
    return found.read_text("utf-8") if found else ""


def _script(folders: tuple[Path, ...], name: str) -> str:
    return bare(_read(folders, name))


def _components(folders: tuple[Path, ...], ending: str) -> Iterable[str]:
    names = {path.parent.name for folder in folders for path in folder.glob(f"components/*/*{ending}")}
    return [f"components/{name}/{name}{ending}" for name in sorted(names.difference(SEPARATE))]


def _images(folders: tuple[Path, ...]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        for path in sorted((folder / "images").glob("*")):
            if path.suffix in (".svg", ".png", ".ico"):
                found[f"assets/{path.name}"] = path.read_bytes()
    return found
