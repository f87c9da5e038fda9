"""Files are written together or not at all, and keep their rights."""

from pathlib import Path

import pytest

from socialmap.edit.saving import save_all


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_files_are_written_with_the_rights_they_had(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"oud")
    (tmp_path / "a.yml").chmod(0o640)
    save_all({tmp_path / "a.yml": b"nieuw", tmp_path / "b.yml": b"ook"})
    assert contents(tmp_path) == {"a.yml": b"nieuw", "b.yml": b"ook"}
    assert (tmp_path / "a.yml").stat().st_mode & 0o777 == 0o640


def test_when_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"oud")
    with pytest.raises(OSError, match="missing"):
        save_all({tmp_path / "a.yml": b"nieuw", tmp_path / "missing" / "b.yml": b"ook"})
    assert contents(tmp_path) == {"a.yml": b"oud"}


def test_when_putting_in_place_fails_halfway_everything_is_put_back(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"oud")
    (tmp_path / "b.yml").mkdir()
    (tmp_path / "b.yml" / "inside").write_bytes(b"blijft")
    with pytest.raises(OSError, match=r"b\.yml"):
        save_all({tmp_path / "a.yml": b"nieuw", tmp_path / "b.yml": b"ook"})
    assert contents(tmp_path) == {"a.yml": b"oud", "inside": b"blijft"}
    assert not list(tmp_path.glob(".*"))
