"""What is written reads back as the same text for every YAML reader, and goes in all together or not at all."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from socialmap.imports.grid import UnreadableSourceError
from socialmap.imports.settle import Settled
from socialmap.imports.writing import Target, write_records
from socialmap.imports.yaml_text import yaml_text
from socialmap.sources.words import read_words

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n:#-'\"{}[]&*!|>%@`? "), min_size=1)
KEYS = st.from_regex(r"[a-z_]{1,8}(@[a-z]{2})?", fullmatch=True)
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(st.one_of(TEXTS, st.dictionaries(KEYS, TEXTS, min_size=1)), min_size=1)
        | st.dictionaries(KEYS, inner, min_size=1)
    ),
)


@settings(max_examples=500, deadline=None)
@example({"a": "\ufffe", "b": "\ufeff", "c": "a\u2028b"})
@given(st.dictionaries(KEYS, VALUES, min_size=1))
def test_any_text_reads_back_as_it_was(values: dict[str, object]) -> None:
    assert yaml.load(yaml_text(values), Loader=yaml.BaseLoader) == values  # type: ignore[arg-type]


@given(st.dictionaries(KEYS, TEXTS, min_size=1))
def test_a_reader_with_types_still_reads_text(values: dict[str, str]) -> None:
    read = yaml.safe_load(yaml_text(dict(values)))
    assert {key: str(value) for key, value in read.items()} == {key: str(value) for key, value in values.items()}


@pytest.mark.parametrize(
    "text", ["no", "0612345670", "13:30", "1e3", "0x1F", "~", "12.50", "+31 6", "a: b", "a #b", "- a"]
)
def test_words_that_yaml_would_change_are_quoted(text: str) -> None:
    assert yaml_text({"name": text}) == f'name: "{text}"\n'


@pytest.mark.parametrize("text", ["Buurthuis De Weide", "info@weide.nl", "https://weide.nl/a", "2026-11-22"])
def test_ordinary_words_are_not_quoted(text: str) -> None:
    assert yaml_text({"name": text}) == f"name: {text}\n"


def target(root: Path) -> Target:
    """A data folder with English keys."""
    return Target(root, read_words("en"), "en")


def location(name: str, text: str) -> Settled:
    """A location with one text."""
    return Settled("location", name, {"name": {"en": text}})


def test_a_full_disk_half_way_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_records([location("a", "old")], target=target(tmp_path))
    real = Path.replace

    def fails(self: Path, to: Path) -> Path:
        if Path(to).name == "b.yml":
            raise OSError(28, "No space left on device")
        return real(self, to)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="No space"):
        write_records([location("a", "new"), location("b", "new")], target=target(tmp_path))
    files = {str(path.relative_to(tmp_path)): path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {"locations/a.yml": "name: old\n"}


def test_a_folder_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "locations").symlink_to(outside)
    with pytest.raises(UnreadableSourceError):
        write_records([location("a", "x")], target=target(tmp_path / "data"))
    assert list(outside.iterdir()) == []


def test_two_writes_of_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    records = [location("a", "x"), location("b", "y\nz")]
    for folder in ("one", "two"):
        write_records(records, target=target(tmp_path / folder))
    one, two = (sorted((tmp_path / f).rglob("*.yml")) for f in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
