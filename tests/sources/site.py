"""Small data folders for the readers' tests."""

from collections.abc import Mapping
from pathlib import Path

from socialmap.sources.loading import Loaded, Loader, make_loader
from socialmap.sources.words import read_words

TERMS: Mapping[str, Mapping[str, str]] = {
    "kinds": {"hulp": "hulp", "oefenplek": "oefenplek"},
    "themes": {"geld": "geld", "geld-en-schulden": "geld", "wonen": "wonen"},
    "digital_topics": {"mail": "mail", "digid": "digid"},
}


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A data folder with these files."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def loader(root: Path, files: Mapping[str, str | bytes], *, language: str = "nl") -> Loader:
    """The loader of a data folder with these files."""
    return make_loader(write(root, files), words=read_words(language), terms=TERMS)


def load(root: Path, files: Mapping[str, str | bytes], *, language: str = "nl") -> Loaded:
    """What the loader makes of these files."""
    return loader(root, files, language=language).load()


def values(root: Path, files: Mapping[str, str | bytes], *, language: str = "nl") -> list[dict[str, object]]:
    """The values of all records, when nothing is wrong with them."""
    loaded = load(root, files, language=language)
    assert loaded.problems == ()
    return [dict(record.values) for record in loaded.records]
