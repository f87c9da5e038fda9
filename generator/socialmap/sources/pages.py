"""The written pages of the map: `pages/<slug>[.<language>].md`, CommonMark with its title as first heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from socialmap.problems import Place, Problem, fault
from socialmap.sources.folder import decode_utf8, is_shown, read_file

NAME = re.compile(r"^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([a-z]{2,3}))?\.md$")
MAX_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class PageText:
    """One written page in one language."""

    slug: str
    language: str
    title: str
    body: str


def load_pages(root: Path, *, language: str) -> tuple[tuple[PageText, ...], tuple[Problem, ...]]:
    """The written pages of the data folder; a file without a language in its name is in the site's first."""
    found = list(_read_all(root, language))
    return (
        tuple(page for page in found if isinstance(page, PageText)),
        tuple(page for page in found if isinstance(page, Problem)),
    )


def _read_all(root: Path, language: str) -> Iterator[PageText | Problem]:
    folder = root / "pages"
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        match = NAME.match(path.name)
        if match and not path.is_dir():
            yield _read(root, f"pages/{path.name}", match[1], match[2] or language)
        elif path.suffix == ".md" and is_shown(path.name):
            yield fault("SM215", Place(f"pages/{path.name}"), value=PurePosixPath(path.name).stem)


def _read(root: Path, file: str, slug: str, language: str) -> PageText | Problem:
    content = read_file(root, file, limit=MAX_BYTES)
    text = content if isinstance(content, Problem) else decode_utf8(content)
    if isinstance(text, Problem):
        return text
    first, _, body = text.lstrip().partition("\n")
    if not first.startswith("# ") or not first[2:].strip():
        return fault("SM603", Place(file, 1, 1))
    return PageText(slug, language, first[2:].strip(), body.strip())
