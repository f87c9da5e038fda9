"""A site whose memory is gone is brought up to date again, and nothing in it is removed."""

from pathlib import Path
from shutil import rmtree

import pytest

from publish.sites import build, tree
from socialmap.publish import Published, open_staging

SITE = {"index.html": b"<h1>Hallo</h1>", "aanbod/a.html": b"a", "assets/site.1.css": b"body{}"}
NEXT = {"index.html": b"<h1>Dag</h1>", "aanbod/b.html": b"b", "assets/site.1.css": b"body{}"}


def forget(root: Path) -> None:
    rmtree(root / "cache")


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"socialmap-manifest-1 x\n[]"])
def test_a_site_is_brought_up_to_date_when_its_manifest_is_damaged(tmp_path: Path, damage: bytes) -> None:
    build(tmp_path, SITE)
    (tmp_path / "cache" / "manifest.json").write_bytes(damage)
    assert build(tmp_path, SITE | {"index.html": b"<h1>Dag</h1>"}).written == ("index.html",)
    assert tree(tmp_path / "site") == SITE | {"index.html": b"<h1>Dag</h1>"}


def test_an_old_page_in_our_folders_is_named_and_stays(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    forget(tmp_path)
    published = build(tmp_path, NEXT)
    assert published == Published(
        written=("aanbod/b.html", "index.html"), kept=("assets/site.1.css",), removed=(), foreign=("aanbod/a.html",)
    )
    assert tree(tmp_path / "site") == NEXT | {"aanbod/a.html": b"a"}


def test_an_old_page_is_named_in_every_build_until_somebody_removes_it(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    forget(tmp_path)
    assert [build(tmp_path, NEXT).foreign for _ in range(3)] == [("aanbod/a.html",)] * 3
    (tmp_path / "site" / "aanbod" / "a.html").unlink()
    assert [build(tmp_path, NEXT).foreign for _ in range(2)] == [(), ()]


def test_an_old_page_that_is_made_again_is_ours(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    forget(tmp_path)
    build(tmp_path, NEXT)
    both = build(tmp_path, NEXT | {"aanbod/a.html": b"a"})
    assert (both.foreign, both.removed) == ((), ())
    assert build(tmp_path, NEXT).removed == ("aanbod/a.html",)


def test_files_of_somebody_else_outside_our_folders_are_left_unnamed(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    forget(tmp_path)
    (tmp_path / "site" / "CNAME").write_bytes(b"kaart.example")
    (tmp_path / "site" / ".well-known").mkdir()
    (tmp_path / "site" / ".well-known" / "security.txt").write_bytes(b"Contact:")
    assert build(tmp_path, SITE).foreign == ()
    assert (tmp_path / "site" / "CNAME").read_bytes() == b"kaart.example"


def test_a_folder_in_which_nothing_shows_that_it_is_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_bytes(b"van iemand anders")
    (tmp_path / "site" / "robots.txt").write_bytes(b"User-agent: *")
    published = build(tmp_path, SITE | {"robots.txt": b"User-agent: *"})
    assert published.foreign == ("index.html",)
    assert (tmp_path / "site" / "index.html").read_bytes() == b"van iemand anders"


def test_what_is_replaced_once_is_known_again(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    forget(tmp_path)
    build(tmp_path, SITE | {"index.html": b"<h1>Dag</h1>"})
    assert build(tmp_path, {"assets/site.1.css": b"body{}"}).removed == ("aanbod/a.html", "index.html")


def test_work_folders_of_killed_builds_are_gone(tmp_path: Path) -> None:
    (tmp_path / "cache" / "work-x" / "inside").mkdir(parents=True)
    (tmp_path / "cache" / "read").mkdir()
    with open_staging(tmp_path / "site", cache=tmp_path / "cache"):
        assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == ["lock", "read"]
