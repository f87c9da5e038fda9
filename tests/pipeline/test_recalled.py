"""What was worked out once: recalled under the same word, made anew under another, and forgotten when nobody asks."""

from pathlib import Path

import pytest

from socialmap.pipeline.recalled import Recalled, open_recalled


def opened(folder: Path, *, context: str = "now") -> Recalled:
    return open_recalled(folder / "rows", context=context)


def never() -> object:
    pytest.fail("made again what was kept")


def test_a_value_is_made_once_and_recalled_whole(tmp_path: Path) -> None:
    value = ["a\tb", "two\nlines", 3, {"é": None}]
    first = opened(tmp_path)
    assert first.of("word", lambda: value) == value
    first.keep()
    assert opened(tmp_path).of("word", never) == value


def test_a_value_that_was_made_a_moment_ago_is_not_made_again(tmp_path: Path) -> None:
    first = opened(tmp_path)
    assert first.of("word", lambda: [1]) == first.of("word", never) == [1]


def test_another_word_or_another_context_is_made_anew(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.of("word", lambda: 1)
    first.keep()
    assert opened(tmp_path).of("other", lambda: 2) == 2
    assert opened(tmp_path, context="later").of("word", lambda: 3) == 3


def test_what_nobody_asked_for_is_forgotten_but_for_so_many_of_the_newest(tmp_path: Path) -> None:
    first = opened(tmp_path)
    for name in "abc":
        first.of(name, lambda name=name: name)  # type: ignore[misc]
    first.keep()
    second = opened(tmp_path)
    second.of("d", lambda: "d")
    second.keep(rest=2)
    third = opened(tmp_path)
    assert sorted(third.known) == [b"b", b"c", b"d"]
    third.of("b", never)
    third.keep()
    assert list(opened(tmp_path).known) == [b"b"]


@pytest.mark.parametrize("content", [b"", b"\xff", b"socialmap-read-1 now 00\n[]\n"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "rows").write_bytes(content)
    assert opened(tmp_path).of("word", lambda: "made") == "made"


def test_a_folder_that_cannot_be_written_only_costs_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    found = open_recalled(tmp_path / "file" / "rows", context="now")
    assert found.of("word", lambda: 1) == 1
    found.keep()
