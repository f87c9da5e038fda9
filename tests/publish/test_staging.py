"""The staging: what goes into a build, by whom, and what is left when it is given up."""

import multiprocessing
import os
import pickle
from pathlib import Path

import pytest

from publish.sites import build, leftovers, stage, tree
from socialmap.publish import Published, RouteError, open_staging, read_manifest

SITE = {"index.html": b"<h1>Hallo</h1>", "aanbod/a.html": b"a", "assets/site.1.css": b"body{}"}


def test_a_first_build_publishes_everything(tmp_path: Path) -> None:
    published = build(tmp_path, SITE)
    assert published == Published(written=tuple(sorted(SITE)), kept=(), removed=(), foreign=())
    assert tree(tmp_path / "site") == SITE
    assert leftovers(tmp_path) == []


def test_a_second_build_of_the_same_writes_nothing(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    before = _stats(tmp_path / "site")
    manifest = (tmp_path / "cache" / "manifest.json").stat()
    assert build(tmp_path, SITE) == Published(written=(), kept=tuple(sorted(SITE)), removed=(), foreign=())
    assert _stats(tmp_path / "site") == before
    assert (tmp_path / "cache" / "manifest.json").stat().st_mtime_ns == manifest.st_mtime_ns
    assert leftovers(tmp_path) == []


def test_a_page_rendered_again_to_the_same_bytes_is_not_rewritten(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    before = _stats(tmp_path / "site")
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        for route, body in SITE.items():
            staging.write(route, body, fingerprint="other")
        assert staging.commit().kept == tuple(sorted(SITE))
    assert _stats(tmp_path / "site") == before
    assert read_manifest(tmp_path / "cache").fresh("index.html", "other")


def test_only_what_changed_is_rewritten(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    before = _stats(tmp_path / "site")
    published = build(tmp_path, {"index.html": b"new", "assets/site.1.css": b"body{}", "b/c/d.html": b"d"})
    assert published == Published(
        written=("b/c/d.html", "index.html"), kept=("assets/site.1.css",), removed=("aanbod/a.html",), foreign=()
    )
    assert tree(tmp_path / "site") == {"index.html": b"new", "assets/site.1.css": b"body{}", "b/c/d.html": b"d"}
    assert _stats(tmp_path / "site")["assets/site.1.css"] == before["assets/site.1.css"]


def test_without_commit_nothing_changes(tmp_path: Path) -> None:
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        staging.write("index.html", b"x")
    assert not (tmp_path / "site").exists()
    build(tmp_path, SITE)
    before = _stats(tmp_path / "site")
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        staging.write("index.html", b"x")
    assert (tree(tmp_path / "site"), _stats(tmp_path / "site"), leftovers(tmp_path)) == (SITE, before, [])


def test_a_build_that_raises_changes_nothing(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    with pytest.raises(ZeroDivisionError), open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        staging.write("index.html", b"x")
        raise ZeroDivisionError
    assert (tree(tmp_path / "site"), leftovers(tmp_path)) == (SITE, [])
    assert build(tmp_path, SITE).written == ()


@pytest.mark.parametrize("route", ["../x.html", "/etc/x", "a\\b", "con.html", "x\x00"])
def test_a_bad_route_never_reaches_the_disk(tmp_path: Path, route: str) -> None:
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging, pytest.raises(RouteError):
        staging.write(route, b"x")


def test_a_route_given_twice_is_refused(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        staging.write("new.html", b"x")
        staging.keep("index.html")
        for route, body in {"new.html": b"x", "index.html": SITE["index.html"], "aanbod/../x": b""}.items():
            with pytest.raises(RouteError):
                staging.write(route, body)
        with pytest.raises(RouteError, match="given twice"):
            staging.keep("index.html")


def test_only_a_published_route_can_be_kept(tmp_path: Path) -> None:
    with (
        open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging,
        pytest.raises(RouteError, match="not published before"),
    ):
        staging.keep("index.html")


def test_a_staging_is_committed_once(tmp_path: Path) -> None:
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        staging.write("index.html", b"x")
        staging.commit()
        with pytest.raises(RuntimeError, match="committed once"):
            staging.commit()
        with pytest.raises(RuntimeError, match="after the commit"):
            staging.write("late.html", b"x")
    assert tree(tmp_path / "site") == {"index.html": b"x"}


def test_a_tree_of_ready_files_is_published_and_kept(tmp_path: Path) -> None:
    (tmp_path / "bundle" / "fragment").mkdir(parents=True)
    (tmp_path / "bundle" / "pagefind.js").write_bytes(b"js")
    (tmp_path / "bundle" / "fragment" / "nl_1.pf_fragment").write_bytes(b"\x00\x01")
    expected = {"pagefind/nl/pagefind.js": b"js", "pagefind/nl/fragment/nl_1.pf_fragment": b"\x00\x01"}
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        staging.add_tree("pagefind/nl", tmp_path / "bundle", fingerprint="f")
        staging.commit()
    assert tree(tmp_path / "site") == expected
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        assert staging.manifest.fresh_tree("pagefind/nl", "f")
        staging.keep_tree("pagefind/nl")
        assert staging.commit().kept == tuple(sorted(expected))
    assert tree(tmp_path / "site") == expected


def test_a_tree_at_the_top_of_the_site_has_plain_routes(tmp_path: Path) -> None:
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / "robots.txt").write_bytes(b"r")
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        staging.add_tree("", tmp_path / "bundle")
        assert staging.commit().written == ("robots.txt",)


@pytest.mark.parametrize("target", ["secret", "."])
def test_a_link_in_a_tree_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "bundle").mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "bundle" / "x").symlink_to(tmp_path / target)
    with (
        open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging,
        pytest.raises(ValueError, match="is a link"),
    ):
        staging.add_tree("pagefind", tmp_path / "bundle")


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_worker_processes_write_and_the_parent_merges(tmp_path: Path, method: str) -> None:
    routes = sorted(SITE)
    parts = [{route: SITE[route] for route in some} for some in (routes[:2], routes[2:])]
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        with multiprocessing.get_context(method).Pool(2) as pool:
            for staged in pool.starmap(stage, [(staging, parts[0]), (staging, parts[1])]):
                staging.merge(staged)
        assert staging.commit().written == tuple(routes)
    assert tree(tmp_path / "site") == SITE
    assert build(tmp_path, SITE).kept == tuple(routes)


def test_two_workers_with_one_route_are_refused(tmp_path: Path) -> None:
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        first, second = pickle.loads(pickle.dumps(staging)), pickle.loads(pickle.dumps(staging))
        first.write("index.html", b"x")
        with pytest.raises(RouteError, match="given twice"):
            second.write("index.html", b"y")


def test_pages_of_a_worker_that_nobody_merged_stop_the_build(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        staging.write("index.html", b"new")
        pickle.loads(pickle.dumps(staging)).write("lost.html", b"x")
        with pytest.raises(RouteError, match=r"not merged: lost\.html"):
            staging.commit()
    assert tree(tmp_path / "site") == SITE


def test_a_pickled_staging_cannot_commit(tmp_path: Path) -> None:
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        copy = pickle.loads(pickle.dumps(staging))
        with pytest.raises(RuntimeError, match="process that opened it"):
            copy.commit()


def test_a_forked_worker_that_leaves_the_block_takes_nothing_away(tmp_path: Path) -> None:
    child = 0
    try:
        with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
            staging.write("index.html", b"x")
            child = os.fork()
            if child:
                assert os.waitpid(child, 0)[1] == 0
                staging.commit()
    finally:
        if not child:
            os._exit(0)
    assert tree(tmp_path / "site") == {"index.html": b"x"}


def test_files_and_folders_have_the_permissions_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        build(tmp_path, SITE)
        build(tmp_path, {**SITE, "index.html": b"new", "nieuw/a.html": b"a"})
    finally:
        os.umask(before)
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (tmp_path / "site").rglob("*")}
    assert modes == {
        "index.html": "0o644",
        "aanbod": "0o755",
        "a.html": "0o644",
        "assets": "0o755",
        "site.1.css": "0o644",
        "nieuw": "0o755",
    }
    assert oct((tmp_path / "site").stat().st_mode & 0o777) == "0o755"


def test_leftovers_of_killed_builds_are_cleaned(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    for home in (tmp_path, tmp_path / "site"):
        (home / ".site.staging-x1" / "tree").mkdir(parents=True)
        (home / ".site.staging-x1" / "tree" / "index.html").write_bytes(b"half")
    (tmp_path / ".other.staging-x1").mkdir()
    build(tmp_path, SITE)
    assert (tree(tmp_path / "site"), leftovers(tmp_path)) == (SITE, [".other.staging-x1"])


def test_a_leftover_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x").write_bytes(b"x")
    (tmp_path / ".site.staging-x1").symlink_to(tmp_path / "elsewhere")
    build(tmp_path, SITE)
    assert tree(tmp_path / "elsewhere") == {"x": b"x"}


def test_the_cache_may_not_be_inside_the_site(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="outside the site"), open_staging(tmp_path, cache=tmp_path / "cache"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"x")
    with pytest.raises(NotADirectoryError), open_staging(tmp_path / "site", cache=tmp_path / "cache"):
        pass


def test_a_site_reached_through_a_link_is_published_where_the_link_points(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "live").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www" / "live")
    build(tmp_path, SITE)
    assert tree(tmp_path / "www" / "live") == SITE
    assert build(tmp_path, SITE).written == ()
    assert (tmp_path / "site").is_symlink()


def _stats(site: Path) -> dict[str, tuple[int, int]]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}
