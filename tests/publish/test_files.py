"""Files: what publishing does with a disk."""

import os
from pathlib import Path

import pytest

from socialmap.publish.files import files_in, move_out, tell_apart, write_new


def test_a_new_file_has_its_bytes_and_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.html"
    found = write_new(str(path), b"abc", unlike=None)
    assert path.read_bytes() == b"abc"
    assert (found.st_size, found.st_mtime_ns) == (path.stat().st_size, path.stat().st_mtime_ns)
    with pytest.raises(FileExistsError):
        write_new(str(path), b"other", unlike=None)
    assert path.read_bytes() == b"abc"


def test_a_file_written_in_the_same_tick_of_the_clock_gets_another_time(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"new")
    same = path.lstat()
    found = tell_apart(str(path), same, unlike=same)
    assert found.st_mtime_ns == path.lstat().st_mtime_ns != same.st_mtime_ns
    os.utime(path, ns=(1, 1))
    assert tell_apart(str(path), path.lstat(), unlike=same).st_mtime_ns == 1


def test_moving_out_takes_empty_folders_along_but_never_the_root(tmp_path: Path) -> None:
    for route in ("a/b/c/x", "a/y"):
        (tmp_path / route).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / route).touch()
    assert move_out(f"{tmp_path}/a/b/c/x", root=str(tmp_path))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "y"]
    assert move_out(f"{tmp_path}/a/y", root=str(tmp_path))
    assert list(tmp_path.iterdir()) == []
    assert not move_out(f"{tmp_path}/a/y", root=str(tmp_path))
    assert tmp_path.is_dir()


def test_moving_out_again_finishes_the_folders_that_a_killed_build_left(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert not move_out(f"{tmp_path}/a/b/x", root=str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_files_come_in_order_with_their_routes(tmp_path: Path) -> None:
    for route in ("b/z", "b/a", "a", "c/d/e"):
        (tmp_path / route).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / route).touch()
    assert [route for route, _ in files_in(str(tmp_path), prefix="p/q")] == ["p/q/a", "p/q/b/a", "p/q/b/z", "p/q/c/d/e"]
    assert dict(files_in(str(tmp_path), prefix=""))["c/d/e"] == f"{tmp_path}/c/d/e"
