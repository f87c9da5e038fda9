"""The manifest: what it remembers, and that a damaged one remembers nothing."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialmap.publish import Entry, Manifest, read_manifest
from socialmap.publish.manifest import write_manifest

ENTRIES = {
    "index.html": Entry("f1", "d1", 10, 1_700_000_000_000_000_001),
    "aanbod/é.html": Entry("", "d2", 0, 2),
}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir()
    return folder


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.text(min_size=1), st.builds(Entry, st.text(), st.text(), st.integers(min_value=0), st.integers(min_value=0))
    )
)
def test_a_manifest_comes_back_as_it_was_written(cache: Path, entries: dict[str, Entry]) -> None:
    manifest = Manifest(str(cache.parent / "site"), entries)
    write_manifest(cache, manifest=manifest)
    assert read_manifest(cache) == manifest
    assert [path.name for path in cache.iterdir()] == ["manifest.json"]


def test_a_missing_manifest_is_empty(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "nowhere") == Manifest()


def test_a_manifest_with_any_byte_changed_is_empty(cache: Path) -> None:
    write_manifest(cache, manifest=Manifest(str(cache.parent / "site"), ENTRIES))
    whole = (cache / "manifest.json").read_bytes()
    for place in range(len(whole)):
        (cache / "manifest.json").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert read_manifest(cache) == Manifest(), place


def test_a_manifest_cut_short_is_empty(cache: Path) -> None:
    write_manifest(cache, manifest=Manifest(str(cache.parent / "site"), ENTRIES))
    whole = (cache / "manifest.json").read_bytes()
    for end in range(len(whole)):
        (cache / "manifest.json").write_bytes(whole[:end])
        assert read_manifest(cache) == Manifest(), end


def test_a_manifest_of_another_version_is_empty(cache: Path) -> None:
    write_manifest(cache, manifest=Manifest(str(cache.parent / "site"), ENTRIES))
    whole = (cache / "manifest.json").read_bytes()
    (cache / "manifest.json").write_bytes(whole.replace(b"manifest-1 ", b"manifest-0 "))
    assert read_manifest(cache) == Manifest()


def test_a_project_that_moves_as_a_whole_keeps_its_manifest(tmp_path: Path) -> None:
    (tmp_path / "old" / "cache").mkdir(parents=True)
    write_manifest(tmp_path / "old" / "cache", manifest=Manifest(str(tmp_path / "old" / "site"), ENTRIES))
    (tmp_path / "old").rename(tmp_path / "new")
    assert read_manifest(tmp_path / "new" / "cache") == Manifest(str(tmp_path / "new" / "site"), ENTRIES)


def _published(site: Path, route: str, body: bytes, *, fingerprint: str) -> Entry:
    (site / route).parent.mkdir(parents=True, exist_ok=True)
    (site / route).write_bytes(body)
    found = (site / route).stat()
    return Entry(fingerprint, "digest", found.st_size, found.st_mtime_ns)


def test_a_page_is_fresh_while_its_fingerprint_and_its_file_are_the_same(tmp_path: Path) -> None:
    manifest = Manifest(str(tmp_path), {"a.html": _published(tmp_path, "a.html", b"a", fingerprint="f")})
    assert manifest.fresh("a.html", "f")
    assert not manifest.fresh("a.html", "g")
    assert not manifest.fresh("b.html", "f")
    (tmp_path / "a.html").write_bytes(b"edited")
    assert not manifest.fresh("a.html", "f")
    (tmp_path / "a.html").unlink()
    assert not manifest.fresh("a.html", "f")
    (tmp_path / "a.html").mkdir()
    assert not manifest.fresh("a.html", "f")


def test_a_page_without_fingerprint_is_never_fresh(tmp_path: Path) -> None:
    manifest = Manifest(str(tmp_path), {"a.html": _published(tmp_path, "a.html", b"a", fingerprint="")})
    assert not manifest.fresh("a.html", "")


def test_a_link_is_not_fresh_even_with_the_size_and_time_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").symlink_to(tmp_path / "b.html")
    found = (tmp_path / "a.html").lstat()
    manifest = Manifest(str(tmp_path), {"a.html": Entry("f", "d", found.st_size, found.st_mtime_ns)})
    assert not manifest.fresh("a.html", "f")


def test_a_tree_is_fresh_when_each_of_its_files_is(tmp_path: Path) -> None:
    entries = {route: _published(tmp_path, route, b"x", fingerprint="f") for route in ("p/a", "p/q/b", "pq/c")}
    manifest = Manifest(str(tmp_path), entries)
    assert manifest.below("p") == ("p/a", "p/q/b")
    assert manifest.fresh_tree("p", "f")
    assert not manifest.fresh_tree("p", "g")
    assert not manifest.fresh_tree("nowhere", "f")
    (tmp_path / "p/q/b").unlink()
    assert not manifest.fresh_tree("p", "f")
    assert manifest.fresh_tree("pq", "f")
