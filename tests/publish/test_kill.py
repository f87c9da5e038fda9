"""A build killed at any moment: the site stays whole and servable, and the next build ends as if nothing happened."""

import os
import re
import signal
import sys
import time
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from random import Random

import pytest

from publish.sites import Files, build, leftovers, tree

_CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.utime", "shutil.rmtree"}


def _page(*assets: str, text: str = "") -> bytes:
    return "".join(f'<link href="/{asset}">' for asset in assets).encode() + text.encode() + b"<p>vol" * 50


OLD: Files = {
    "index.html": _page("assets/site.1.css", "assets/kaart.js"),
    "aanbod/a.html": _page("assets/site.1.css"),
    "aanbod/b.html": _page("assets/site.1.css", "pagefind/nl/pagefind.js"),
    "weg/oud.html": _page("assets/site.1.css"),
    "over.html": _page("assets/los.css"),
    "assets/site.1.css": b"old{}",
    "assets/los.css": b"los{}",
    "assets/kaart.js": b"kaart()",
    "pagefind/nl/pagefind.js": b"find()",
    "pagefind/nl/entry.json": b'{"index": "nl_1"}',
    "pagefind/nl/index/nl_1.pf_index": b"\x01" * 99,
}
NEW: Files = {
    "index.html": _page("assets/site.2.css", "assets/kaart.js", text="nieuw"),
    "aanbod/a.html": _page("assets/site.2.css"),
    "aanbod/b.html": _page("assets/site.2.css", "pagefind/nl/pagefind.js"),
    "aanbod/c.html": _page("assets/site.2.css", "beeld/x/c.svg"),
    "over.html": _page("assets/los.css"),
    "assets/site.2.css": b"new{}",
    "assets/los.css": b"los{}",
    "assets/kaart.js": b"kaart(2)",
    "beeld/x/c.svg": b"<svg/>",
    "pagefind/nl/pagefind.js": b"find()",
    "pagefind/nl/entry.json": b'{"index": "nl_2"}',
    "pagefind/nl/index/nl_2.pf_index": b"\x02" * 99,
}
LATER: Files = {**OLD, "index.html": _page("assets/site.3.css"), "assets/site.3.css": b"later{}"}


def _kill_at(step: int, *, root: Path) -> None:
    """This process dies before its change number `step` to the disk, whatever code makes the change."""
    left = iter(range(step))

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        changes = event in _CHANGES or (event == "open" and str(arguments[0]).startswith(str(root)))
        if changes and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _build_killed(root: Path, files: Files, *, step: int) -> bool:
    """Whether the build was killed before it was done."""
    child = os.fork()
    if not child:
        try:
            _kill_at(step, root=root)
            build(root, files)
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL)
    return status == signal.SIGKILL


def _assert_servable(site: Mapping[str, bytes], *, old: Files, new: Files) -> None:
    for route, body in site.items():
        assert body in (old.get(route), new.get(route)), f"{route} is not whole"
    for route, body in site.items():
        for asset in re.findall(rb'href="/([^"]+)"', body):
            assert asset.decode() in site, f"{route} misses {asset.decode()}"
    for route in old.keys() & new.keys():
        assert route in site, f"{route} was taken away"
    entry = re.search(rb"nl_\d", site["pagefind/nl/entry.json"])
    assert entry is not None
    assert f"pagefind/nl/index/{entry[0].decode()}.pf_index" in site


@pytest.mark.parametrize("then", [OLD, NEW, LATER], ids=["old", "new", "later"])
def test_a_build_killed_before_any_of_its_changes_leaves_a_whole_site_that_heals(tmp_path: Path, then: Files) -> None:
    for step in count():
        root = tmp_path / str(step)
        root.mkdir()
        build(root, OLD)
        (root / "site" / "CNAME").write_bytes(b"kaart.nl")
        killed = _build_killed(root, NEW, step=step)
        own = {route: body for route, body in tree(root / "site").items() if route != "CNAME"}
        _assert_servable({route: body for route, body in own.items() if body != b"empty folder"}, old=OLD, new=NEW)
        build(root, then)
        assert tree(root / "site") == {**then, "CNAME": b"kaart.nl"}, step
        assert leftovers(root) == []
        if not killed:
            assert step > 2 * len(NEW)
            return


def test_a_first_build_killed_before_any_of_its_changes_leaves_no_site_or_the_whole(tmp_path: Path) -> None:
    for step in count():
        root = tmp_path / str(step)
        root.mkdir()
        killed = _build_killed(root, OLD, step=step)
        assert not (root / "site").exists() or tree(root / "site") == OLD
        build(root, NEW)
        assert tree(root / "site") == NEW, step
        assert leftovers(root) == []
        if not killed:
            assert step > len(OLD)
            return


def test_builds_killed_one_after_another_still_heal(tmp_path: Path) -> None:
    build(tmp_path, OLD)
    draw = Random(7)
    for _ in range(60):
        _build_killed(tmp_path, draw.choice([OLD, NEW, LATER]), step=draw.randrange(60))
        site = tree(tmp_path / "site")
        for route, body in site.items():
            assert body in (OLD.get(route), NEW.get(route), LATER.get(route), b"empty folder"), route
            for asset in re.findall(rb'href="/([^"]+)"', body):
                assert asset.decode() in site, route
    build(tmp_path, NEW)
    assert (tree(tmp_path / "site"), leftovers(tmp_path)) == (NEW, [])


def test_a_build_killed_at_a_random_time_leaves_a_whole_site_that_heals(tmp_path: Path) -> None:
    big = b"x" * 400_000
    old = {**OLD, **{f"groot/{number}.html": big + b"1" for number in range(20)}}
    new = {**NEW, **{f"groot/{number}.html": big + b"2" for number in range(20)}}
    draw = Random(11)
    for _ in range(15):
        build(tmp_path, old)
        child = os.fork()
        if not child:
            try:
                build(tmp_path, new)
            finally:
                os._exit(0)
        time.sleep(draw.random() * 0.03)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        site = {route: body for route, body in tree(tmp_path / "site").items() if body != b"empty folder"}
        _assert_servable(site, old=old, new=new)
        build(tmp_path, new)
        assert tree(tmp_path / "site") == new
