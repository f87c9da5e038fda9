"""The map's JavaScript modules as they are published: each named by its content, and importing the others by that name.

A browser may keep such a file for good, as another content has another name. Called by `assets`.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

IMPORTED = re.compile(
    r"""(?P<before>\b(?:from|import)\s*\(?\s*)(?P<quote>['"])(?P<path>\.\.?/[\w./-]+\.js)(?P=quote)"""
)
STATEMENT = re.compile(r"""^import\s*(?P<names>{[^}]*})\s*from\s*['"](?P<path>\.\.?/[\w./-]+\.js)['"];\n""", re.M)
EXPORT = re.compile(r"^export (?:async )?(?:function|const|class)\*? (?P<name>\w+)", re.M)
COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/[ \t]*$|//[^\n]*$)", re.M | re.S)
BLANK = re.compile(r"^[ \t]*\n", re.M)
INDENT = re.compile(r"^[ \t]+", re.M)


def build_modules(entry: str, *, read: Callable[[str], str], whole: bool = False) -> Mapping[str, tuple[str, bytes]]:
    """The route and body of a module and of all that it imports, by their paths under the overrides.

    `read` gives the text at such a path. Imports are relative paths between quotes, `from './other.js'` or
    `import('./other.js')`. With `whole`, what is imported later with `import(…)` is one file with all that it needs,
    and so is what that one imports later.

    :raises ValueError: two modules import each other, so that neither can be named first.
    """
    found: dict[str, tuple[str, bytes]] = {}
    _add(entry, read, found, (), whole=whole)
    return found


def build_script(entry: str, *, read: Callable[[str], str]) -> str:
    """A module and all that it imports as one classic script, for pages: modules do not load from a file share.

    Each module is in it once, in a scope of its own. It imports names as they are, and exports functions, classes and
    constants where they are made.
    """
    found: dict[str, str] = {}
    _inline(entry, read, found)
    return f"(() => {{\n{''.join(found.values())}}})();\n"


def _whole(path: str, read: Callable[[str], str], later: Callable[[str], str]) -> bytes:
    """A module and all that it imports as one module, which exports what the first does.

    `later` gives the file name of what such a module imports later.
    """
    found: dict[str, str] = {}
    number = _inline(path, read, found, later)
    names = ", ".join(match["name"] for match in EXPORT.finditer(read(path)))
    given = f"export const {{ {names} }} = m{number};\n" if names else ""
    return f"{''.join(found.values())}{given}".encode()


def _inline(
    path: str, read: Callable[[str], str], found: dict[str, str], later: Callable[[str], str] | None = None
) -> int:
    """The number of the module at `path` in the script, which is in `found` from then on."""

    def constants(match: re.Match[str]) -> str:
        other = _joined(PurePosixPath(path).parent / match["path"])
        number = list(found).index(other) if other in found else _inline(other, read, found, later)
        return f"const {match['names']} = m{number};\n"

    def renamed(match: re.Match[str]) -> str:
        name = later(_joined(PurePosixPath(path).parent / match["path"])) if later else ""
        return f"{match['before']}{match['quote']}./{name}{match['quote']}"

    text = STATEMENT.sub(constants, read(path))
    text = IMPORTED.sub(renamed, text) if later else text
    names = ", ".join(match["name"] for match in EXPORT.finditer(text))
    given = f"return {{ {names} }};\n" if names else ""
    found[path] = f"const m{len(found)} = (() => {{\n{EXPORT.sub(_made, text)}{given}}})();\n"
    return len(found) - 1


def _made(match: re.Match[str]) -> str:
    return match[0].removeprefix("export ")


def bare(text: str) -> str:
    """A script without the comments that stand on lines of their own, nor their empty lines and indents.

    Where a template literal may go on over lines, its indents are part of it: such a script keeps all of them.
    """
    plain = BLANK.sub("", COMMENT.sub("", text))
    return plain if any(line.count("`") % 2 for line in plain.splitlines()) else INDENT.sub("", plain)


def _add(
    path: str, read: Callable[[str], str], found: dict[str, tuple[str, bytes]], above: tuple[str, ...], *, whole: bool
) -> str:
    """The file name of the module at `path`, which is in `found` from then on."""
    if path in above:
        raise ValueError(f"{' imports '.join((*above, path))}")

    def renamed(match: re.Match[str]) -> str:
        other = _joined(PurePosixPath(path).parent / match["path"])
        if whole and match["before"].rstrip().endswith("("):
            name = _add_whole(other, read, found)
        else:
            name = _add(other, read, found, (*above, path), whole=whole)
        return f"{match['before']}{match['quote']}./{name}{match['quote']}"

    if path not in found:
        found[path] = _named(path, IMPORTED.sub(renamed, read(path)).encode())
    return PurePosixPath(found[path][0]).name


def _add_whole(path: str, read: Callable[[str], str], found: dict[str, tuple[str, bytes]]) -> str:
    later = f"{path} later"
    if later not in found:
        found[later] = _named(path, _whole(path, read, lambda other: _add_whole(other, read, found)))
    return PurePosixPath(found[later][0]).name


def _named(path: str, body: bytes) -> tuple[str, bytes]:
    return f"assets/{_stem(path)}.{hashlib.blake2b(body, digest_size=5).hexdigest()}.js", body


def _joined(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def _stem(path: str) -> str:
    """What a module is called: its folder and its name, or one of them when they are the same."""
    place = PurePosixPath(path)
    return place.stem if place.stem == place.parent.name else f"{place.parent.name}-{place.stem}"
