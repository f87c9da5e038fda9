"""The peers: their inputs, written from the same records, and the commands that build a site of them.

Each has the best configuration found: Hugo with a content adapter over one JSON file (and, apart, with a file per
record), plain addresses and no other kinds of pages; Eleventy with pagination over JSON and one JavaScript template;
MkDocs Material with a page per record that is left out of the menu, and nothing added to its defaults.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.pages import PeerPage

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE / "templates"


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to build the same pages: what it writes first, what is measured, where its site comes, up to what size."""

    name: str
    title: str
    write: Callable[[Path, Iterable[PeerPage]], None]
    command: Callable[[Path], tuple[str, ...]]
    output: str
    largest: int = 100_000
    touch: Callable[[Path, str], None] | None = None


def _program(package: str, name: str) -> str:
    spec = find_spec(package)
    folders = (spec.submodule_search_locations if spec else None) or ()
    found = [path for folder in folders if (path := Path(folder, name)).is_file()]
    if not found:
        raise FileNotFoundError(f"{package} is not installed; `make bench` installs what the benchmarks need")
    return str(found[0])


def hugo() -> str:
    """The program of Hugo, without the Python that its package puts before it."""
    return _program("hugo", "binaries/hugo")


def pagefind(site: Path) -> tuple[str, ...]:
    """The command that indexes a site's pages."""
    return _program("pagefind_bin", "pagefind"), "--site", str(site), "--quiet"


def _hugo_command(root: Path) -> tuple[str, ...]:
    return hugo(), "build", "--quiet", "--noBuildLock", "--source", str(root), "--destination", str(root / "public")


def _write_hugo_json(root: Path, pages: Iterable[PeerPage]) -> None:
    _copy("hugo", root)
    (root / "content").mkdir()
    (root / "adapter" / "_content.gotmpl").rename(root / "content" / "_content.gotmpl")
    (root / "data").mkdir()
    _write_json(root / "data" / "records.json", pages)


def _write_hugo_files(root: Path, pages: Iterable[PeerPage]) -> None:
    _copy("hugo", root)
    for page in pages:
        data = page.as_data()
        body, section, slug = (data.pop(key) for key in ("body", "section", "slug"))
        path = root / "content" / str(section) / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{json.dumps(data, ensure_ascii=False)}\n\n{body}\n", "utf-8")


def _write_eleventy(root: Path, pages: Iterable[PeerPage]) -> None:
    _copy("eleventy", root)
    (root / "node_modules").symlink_to(HERE / "node_modules")
    _write_json(root / "records.json", pages)


def _eleventy_command(root: Path) -> tuple[str, ...]:
    program = HERE / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    return "node", str(program), "--quiet", f"--config={root / 'eleventy.config.cjs'}"


def _write_material(root: Path, pages: Iterable[PeerPage]) -> None:
    _copy("material", root)
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("# Sociale kaart Rekenstad\n", "utf-8")
    for page in pages:
        path = root / "docs" / page.section / f"{page.slug}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(as_markdown(page), "utf-8")


def _material_command(root: Path) -> tuple[str, ...]:
    return sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(root / "mkdocs.yml"), "-d", str(root / "site")


def as_markdown(page: PeerPage) -> str:
    """A record page in Markdown with the tables that MkDocs knows."""
    return "\n\n".join(part for part in _markdown_parts(page) if part) + "\n"


def _markdown_parts(page: PeerPage) -> Iterator[str]:
    yield f"# {page.title}"
    yield page.summary
    yield "\n".join(f"- [Bel {number}](tel:{number.replace(' ', '')})" for number in page.phones)
    for place in page.places:
        yield f"## [{place.name}]({place.href.replace('.html', '.md')})" if place.href else f"## {place.name}"
        yield place.address
        yield "| Dag | Tijd |\n|---|---|\n" + "\n".join(f"| {day} | {times} |" for day, times in place.week)
    yield page.body
    yield "| | |\n|---|---|\n" + "\n".join(f"| {label} | {value} |" for label, value in page.facts)
    if page.provider:
        yield f"Van: [{page.provider.name}]({page.provider.href.replace('.html', '.md')})"


def _copy(name: str, root: Path) -> None:
    shutil.copytree(TEMPLATES / name, root)


def _write_json(path: Path, pages: Iterable[PeerPage]) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for number, page in enumerate(pages):
            stream.write(("," if number else "[") + json.dumps(page.as_data(), ensure_ascii=False) + "\n")
        stream.write("]\n")


def _touch_json(root: Path, text: str) -> None:
    path = root / "data" / "records.json"
    lines = path.read_text("utf-8").split("\n")
    record = json.loads(lines[-3].lstrip(","))
    lines[-3] = "," + json.dumps({**record, "body": text}, ensure_ascii=False)
    path.write_text("\n".join(lines), "utf-8")


def _touch_file(root: Path, text: str) -> None:
    path = max((root / "content" / "aanbod").iterdir())
    path.write_text(f"{path.read_text('utf-8').splitlines()[0]}\n\n{text}\n", "utf-8")


PEERS: tuple[Peer, ...] = (
    Peer("hugo", "Hugo, content adapter", _write_hugo_json, _hugo_command, "public", touch=_touch_json),
    Peer("hugo-files", "Hugo, .md files", _write_hugo_files, _hugo_command, "public", touch=_touch_file),
    Peer("eleventy", "Eleventy", _write_eleventy, _eleventy_command, "output", largest=10_000),
    Peer("material", "MkDocs Material", _write_material, _material_command, "site", largest=10_000),
)
