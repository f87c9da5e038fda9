"""The commit: what happens to files of others, to links, and to what somebody changed by hand."""

import os
import shutil
from pathlib import Path

import pytest

from publish.sites import build, leftovers, tree
from socialmap.publish import ObstructedError, Published, open_staging, read_manifest
from socialmap.publish.manifest import Entry, Manifest, write_manifest

SITE = {"index.html": b"<h1>Hallo</h1>", "aanbod/a.html": b"a", "assets/site.1.css": b"body{}"}
NEXT = {"index.html": b"<h1>Dag</h1>", "aanbod/b.html": b"b", "assets/site.2.css": b"body{} "}


def test_files_that_we_did_not_write_stay(tmp_path: Path) -> None:
    foreign = {"CNAME": b"kaart.nl", ".well-known/security.txt": b"s", "aanbod/eigen.html": b"e"}
    for route, body in foreign.items():
        (tmp_path / "site" / route).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / route).write_bytes(body)
    assert build(tmp_path, SITE).foreign == ()
    build(tmp_path, NEXT)
    assert tree(tmp_path / "site") == NEXT | foreign
    build(tmp_path, {})
    assert tree(tmp_path / "site") == foreign


def test_a_file_of_others_that_we_would_overwrite_is_left_and_reported(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_bytes(b"theirs")
    published = build(tmp_path, SITE)
    assert published == Published(("aanbod/a.html", "assets/site.1.css"), (), (), ("index.html",))
    assert tree(tmp_path / "site") == SITE | {"index.html": b"theirs"}
    assert "index.html" not in read_manifest(tmp_path / "cache").entries
    assert build(tmp_path, NEXT).foreign == ("index.html",)
    (tmp_path / "site" / "index.html").unlink()
    assert build(tmp_path, NEXT).foreign == ()
    assert tree(tmp_path / "site") == NEXT


def test_a_link_of_others_where_a_page_comes_is_left_and_reported(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret").write_bytes(SITE["index.html"])
    (tmp_path / "site" / "index.html").symlink_to(tmp_path / "secret")
    assert build(tmp_path, SITE).foreign == ("index.html",)
    assert (tmp_path / "site" / "index.html").is_symlink()


def test_a_file_of_others_where_we_once_had_a_page_stays(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    build(tmp_path, NEXT)
    (tmp_path / "site" / "aanbod" / "a.html").write_bytes(b"theirs")
    build(tmp_path, {})
    assert tree(tmp_path / "site") == {"aanbod/a.html": b"theirs"}


def test_a_site_that_goes_away_during_the_build_is_not_replaced_by_half_of_it(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        staging.keep("index.html")
        staging.write("nieuw.html", b"n")
        (tmp_path / "site").rename(tmp_path / "elsewhere")
        with pytest.raises(FileNotFoundError, match="went away during the build"):
            staging.commit()
    assert leftovers(tmp_path) == ["elsewhere"]
    build(tmp_path, SITE)
    assert tree(tmp_path / "site") == SITE


def test_a_lost_cache_does_not_make_our_own_site_foreign(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    inode = (tmp_path / "site" / "index.html").stat().st_ino
    shutil.rmtree(tmp_path / "cache")
    assert build(tmp_path, SITE) == Published((), tuple(sorted(SITE)), (), ())
    assert (tmp_path / "site" / "index.html").stat().st_ino == inode
    build(tmp_path, NEXT)
    assert tree(tmp_path / "site") == NEXT


def test_a_file_edited_deleted_or_replaced_by_hand_is_healed(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    outside = tmp_path / "outside"
    outside.write_bytes(b"outside")
    (tmp_path / "site" / "index.html").write_bytes(b"edited by hand")
    (tmp_path / "site" / "aanbod" / "a.html").unlink()
    (tmp_path / "site" / "assets" / "site.1.css").unlink()
    (tmp_path / "site" / "assets" / "site.1.css").symlink_to(outside)
    assert build(tmp_path, SITE).written == tuple(sorted(SITE))
    assert tree(tmp_path / "site") == SITE
    assert outside.read_bytes() == b"outside"


def test_a_deleted_site_is_built_again(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    shutil.rmtree(tmp_path / "site")
    assert build(tmp_path, NEXT) == Published(tuple(sorted(NEXT)), (), (), ())
    assert tree(tmp_path / "site") == NEXT


def test_a_file_with_a_new_time_and_the_same_bytes_is_not_rewritten(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    os.utime(tmp_path / "site" / "index.html", ns=(1, 1))
    assert build(tmp_path, SITE).written == ()
    assert (tmp_path / "site" / "index.html").stat().st_mtime_ns == 1
    assert read_manifest(tmp_path / "cache").entries["index.html"].mtime_ns == 1


def test_a_folder_that_became_a_link_out_of_the_site_stops_the_build_before_any_change(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "site" / "aanbod").rename(tmp_path / "outside")
    (tmp_path / "site" / "aanbod").symlink_to(tmp_path / "outside")
    before = tree(tmp_path / "site")
    for files in (NEXT, SITE):
        with pytest.raises(ObstructedError, match=f"in its way: {tmp_path}/site/aanbod; move it elsewhere"):
            build(tmp_path, files)
    assert (tree(tmp_path / "site"), tree(tmp_path / "outside")) == (before, {"a.html": b"a"})
    assert leftovers(tmp_path) == ["outside"]


def test_nothing_is_removed_through_a_link(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "site" / "aanbod").rename(tmp_path / "outside")
    (tmp_path / "site" / "aanbod").symlink_to(tmp_path / "outside")
    assert build(tmp_path, {"index.html": b"x"}).removed == ("assets/site.1.css",)
    assert tree(tmp_path / "outside") == {"a.html": b"a"}
    assert (tmp_path / "site" / "aanbod").is_symlink()


def test_a_manifest_with_routes_out_of_the_site_removes_nothing(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "precious").write_bytes(b"p")
    evil = {"../precious": Entry("", "", 1, 1), str(tmp_path / "precious"): Entry("", "", 1, 1)}
    manifest = read_manifest(tmp_path / "cache")
    write_manifest(tmp_path / "cache", manifest=Manifest(manifest.site, dict(manifest.entries) | evil))
    assert build(tmp_path, SITE).removed == ()
    assert (tmp_path / "precious").read_bytes() == b"p"


def test_a_folder_of_others_in_place_of_a_page_stops_the_build_before_any_change(tmp_path: Path) -> None:
    (tmp_path / "site" / "index.html").mkdir(parents=True)
    (tmp_path / "site" / "index.html" / "note").write_bytes(b"n")
    with pytest.raises(ObstructedError, match=r"site/index\.html;"):
        build(tmp_path, SITE)
    assert tree(tmp_path / "site") == {"index.html/note": b"n"}


def test_a_file_of_others_in_place_of_a_folder_stops_the_build_before_any_change(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "aanbod").write_bytes(b"n")
    with pytest.raises(ObstructedError, match="site/aanbod;"):
        build(tmp_path, SITE)
    assert tree(tmp_path / "site") == {"aanbod": b"n"}


def test_our_page_replaced_by_a_folder_of_others_is_forgotten_and_the_folder_stays(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "site" / "index.html").unlink()
    (tmp_path / "site" / "index.html").mkdir()
    (tmp_path / "site" / "index.html" / "note").write_bytes(b"n")
    assert build(tmp_path, {"a.html": b"a"}).removed == ("aanbod/a.html", "assets/site.1.css")
    assert tree(tmp_path / "site") == {"a.html": b"a", "index.html/note": b"n"}


def test_a_file_may_become_a_folder_and_back(tmp_path: Path) -> None:
    for files in ({"feed": b"1"}, {"feed/x/y": b"2", "feed/z": b"3"}, {"feed": b"1"}, {"feed/x": b"4"}):
        build(tmp_path, files)
        assert tree(tmp_path / "site") == files


@pytest.mark.parametrize("stray", ["file", "folder", "link"])
def test_a_folder_with_anything_of_others_does_not_become_a_file(tmp_path: Path, stray: str) -> None:
    build(tmp_path, {"feed/x": b"1"})
    path = tmp_path / "site" / "feed" / "theirs"
    if stray == "link":
        path.symlink_to(tmp_path)
    else:
        path.mkdir() if stray == "folder" else path.touch()
    with pytest.raises(ObstructedError, match="site/feed;"):
        build(tmp_path, {"feed": b"2"})
    assert (tmp_path / "site" / "feed" / "x").read_bytes() == b"1"


def test_the_cache_of_another_site_owns_nothing_here(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_bytes(b"theirs")
    with open_staging(tmp_path / "other", cache=tmp_path / "cache") as staging:
        assert not staging.manifest.entries
        published = staging.commit()
    assert published == Published((), (), (), ())
    assert (tree(tmp_path / "other"), tree(tmp_path / "site")) == ({"index.html": b"theirs"}, SITE)
