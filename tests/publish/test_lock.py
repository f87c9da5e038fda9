"""The lock: two builds never mix, and a dead one is never in the way."""

import os
import signal
import time
from pathlib import Path

import pytest

from publish.sites import build, leftovers, tree
from socialmap.publish import BusyError, open_staging

SITE = {"index.html": b"x"}


def test_a_second_build_is_refused_while_the_first_is_at_work(tmp_path: Path) -> None:
    with open_staging(tmp_path / "site", cache=tmp_path / "cache") as staging:
        staging.write("index.html", b"first")
        with pytest.raises(BusyError, match="another build is at work"):
            build(tmp_path, SITE)
        staging.commit()
        with pytest.raises(BusyError):
            build(tmp_path, SITE)
    assert tree(tmp_path / "site") == {"index.html": b"first"}
    build(tmp_path, SITE)
    assert tree(tmp_path / "site") == SITE


def test_a_build_in_another_process_is_refused_until_that_one_is_killed(tmp_path: Path) -> None:
    child = _fork_and_hold(tmp_path, workers=0)
    with pytest.raises(BusyError):
        build(tmp_path, SITE)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    build(tmp_path, SITE)
    assert (tree(tmp_path / "site"), leftovers(tmp_path)) == (SITE, ["ready"])


def test_a_worker_that_outlives_its_killed_build_does_not_hold_the_lock(tmp_path: Path) -> None:
    child = _fork_and_hold(tmp_path, workers=1)
    worker = int((tmp_path / "ready").read_text())
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    try:
        os.kill(worker, 0)
        build(tmp_path, SITE)
    finally:
        os.kill(worker, signal.SIGKILL)
    assert tree(tmp_path / "site") == SITE


def test_the_lock_is_free_after_a_build_though_its_worker_lives_on(tmp_path: Path) -> None:
    with open_staging(tmp_path / "site", cache=tmp_path / "cache"):
        worker = os.fork()
        if not worker:
            time.sleep(60)
            os._exit(0)
    try:
        build(tmp_path, SITE)
    finally:
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)


def _fork_and_hold(root: Path, *, workers: int) -> int:
    """A process in the middle of a build, with a worker in the middle of writing when asked."""
    child = os.fork()
    if not child:
        try:
            _hold(root, workers=workers)
        finally:
            os._exit(1)
    while not (root / "ready").exists():
        time.sleep(0.005)
    return child


def _hold(root: Path, *, workers: int) -> None:
    with open_staging(root / "site", cache=root / "cache") as staging:
        staging.write("half.html", b"half")
        if not workers or not os.fork():
            staging.write(f"of-{os.getpid()}.html", b"x")
            (root / "ready.new").write_text(str(os.getpid()))
            (root / "ready.new").rename(root / "ready")
        time.sleep(60)
