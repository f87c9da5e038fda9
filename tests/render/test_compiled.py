"""Compiled templates are kept, and a damaged one is compiled again instead of being run."""

from pathlib import Path

import pytest

from socialmap.render import make_renderer, read_translations
from socialmap.render.icons import icon_folder

TRANSLATIONS = Path(__file__).parents[2] / "site_overrides" / "translations"


def draw(folder: Path) -> str:
    """What the page says, by a renderer that has nothing in its memory yet."""
    kept = folder / "kept"
    kept.mkdir(exist_ok=True)
    texts = read_translations("nl", folders=(TRANSLATIONS,))
    renderer = make_renderer((folder,), translations=texts, icons=icon_folder(), memory=kept)
    return renderer.render("page", "dit")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "page.html").write_text("Lees {{ view }}.", "utf-8")
    return tmp_path


def kept_file(folder: Path) -> Path:
    (path,) = (folder / "kept").iterdir()
    return path


def test_a_compiled_template_is_kept_and_read_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert draw(folder) == "Lees dit."
    before = kept_file(folder).stat().st_mtime_ns
    monkeypatch.setattr("jinja2.Environment.compile", lambda *_: pytest.fail("compiled again"))
    assert draw(folder) == "Lees dit."
    assert kept_file(folder).stat().st_mtime_ns == before


def test_a_damaged_file_is_never_run(folder: Path) -> None:
    draw(folder)
    whole = kept_file(folder).read_bytes()
    for place in range(0, len(whole), 7):
        kept_file(folder).write_bytes(whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :])
        assert draw(folder) == "Lees dit."
        assert kept_file(folder).read_bytes() == whole


@pytest.mark.parametrize("body", [b"", b"x" * 500])
def test_a_file_that_is_something_else_is_written_anew(body: bytes, folder: Path) -> None:
    draw(folder)
    whole = kept_file(folder).read_bytes()
    kept_file(folder).write_bytes(body)
    assert draw(folder) == "Lees dit."
    assert kept_file(folder).read_bytes() == whole
