"""What the handbook is made of, as one digest: whoever builds may skip the handbook while it stays the same."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from socialmap.pipeline.project import CONFIG, PACKAGE, Project

RENDERERS = ("mkdocs", "mkdocs-material", "markdown", "pagefind_bin")
CODE = (
    "hosts/mkdocs_plugin.py",
    "pipeline/handbook",
    "model",
    "problems",
    "report/messages",
    "sources/words",
    "search",
    "render",
    "views",
)
TEMPLATES = ("handbook", "partials", "components", "main.html", "styles", "translations")


def handbook_fingerprint(project: Project) -> str:
    """A digest that changes when the handbook would: hexadecimal. Records count only where a page links to one."""
    digest = hashlib.blake2b("".join(map(version, RENDERERS)).encode(), digest_size=16)
    for name, path in _inputs(project):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _inputs(project: Project) -> Iterator[tuple[str, Path]]:
    yield from _below(project.root, CONFIG)
    yield from _below(project.data, "pages/handboek")
    for number, folder in enumerate(project.overrides):
        for name in TEMPLATES:
            yield from ((f"{number}/{inner}", path) for inner, path in _below(folder, name))
    for name in CODE:
        yield from _below(PACKAGE, name)


def _below(root: Path, name: str) -> Iterator[tuple[str, Path]]:
    start = root / name
    found = [start] if start.is_file() else sorted(path for path in start.rglob("*") if path.is_file())
    for path in found:
        if "__pycache__" not in path.parts:
            yield path.relative_to(root).as_posix(), path
