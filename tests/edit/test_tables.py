"""`socialmap fmt` on tables and lists of words: they keep their dialect and their lines, and lose nothing."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo_site.building import REPOSITORY
from edit.small import project
from socialmap.edit.forms import make_form
from socialmap.edit.table_layout import lay_out_table
from socialmap.model.search_words import ExpectationFile, SynonymFile
from socialmap.model.shape import shape_of
from socialmap.pipeline.formatting import format_project, format_text, save
from socialmap.sources.search_words import MAX_NODES
from socialmap.sources.words import read_words
from socialmap.sources.yaml_reader import read_yaml
from socialmap.text.tables import decode, delimiter_of

KEYS = read_words("nl").key_table
CELLS = st.text(st.sampled_from('ab é;,\t|"\n\r=x0'), max_size=8)
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")


def cells(content: bytes) -> list[list[str]]:
    """What the cells of a table say."""
    text = decode(content).removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5),
    st.sampled_from(";,\t|"),
    st.sampled_from(ENCODINGS),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_table_says_in_every_cell_what_it_said(
    rows: list[list[str]], delimiter: str, encoding: str, quoting: int, end: str
) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)  # type: ignore[arg-type]
    before = stream.getvalue().encode(encoding)
    after = lay_out_table(before)
    if after is not None:
        assert cells(after) == cells(before)
        assert lay_out_table(after) == after


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_a_table_that_stays_what_it_is_or_are_left_alone(content: bytes) -> None:
    after = lay_out_table(content)
    if after is not None:
        assert cells(after) == cells(content)
        assert lay_out_table(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"naam;id\nx;y\n", b"naam;id\nx;y\n"),
        (b'"naam";"id"\r\n"x; y";"z"', b'naam;id\r\n"x; y";z\r\n'),
        ("naam;plaats\ncafé;x\n".encode("cp1252"), "\ufeffnaam;plaats\ncafé;x\n".encode()),
        (b'sep=,\nnaam,id\n"a",b\n', b"sep=,\nnaam,id\na,b\n"),
        (b'naam;tekst\r\na;"een\ntwee"\r\n', b'naam;tekst\r\na;"een\ntwee"\r\n'),
        (b"naam;id\r\nx;y\nz;w\r\n", b"naam;id\r\nx;y\r\nz;w\r\n"),
    ],
)
def test_a_table_keeps_its_dialect(before: bytes, after: bytes) -> None:
    assert lay_out_table(before) == after


@pytest.mark.parametrize("content", [b'naam;id\n"x;y\n', b"naam;id\n\x81;y\n"])
def test_a_table_that_cannot_be_read_stays_as_it_is(content: bytes) -> None:
    assert lay_out_table(content) is None


def test_lists_of_words_keep_their_lines_and_comments() -> None:
    synonyms = make_form(shape_of(SynonymFile), KEYS)
    text = (
        "# Woorden\ntaal:   nl\ngroepen:\n  # Geld\n  - {alleen: [incasso, 'no'], woorden: [schuld, geld tekort]}\n\n"
        "  - [rollator,looprek]\n  - woorden:\n      - wonen # kort\n      - huis\n"
    )
    done = format_text(text.encode(), file="s.yml", form=synonyms, pinned=True)
    assert done == (
        '# Woorden\ntaal: nl\ngroepen:\n  # Geld\n  - {woorden: [schuld, geld tekort], alleen: [incasso, "no"]}\n\n'
        "  - [rollator, looprek]\n  - woorden:\n      - wonen  # kort\n      - huis\n"
    )


def test_questions_stay_one_a_line() -> None:
    form = make_form(shape_of(ExpectationFile), KEYS)
    text = 'verwachtingen:\n- {zoek: "a: b", vindt: [x], eerste: 3}  # waarom\n'
    done = format_text(text.encode(), file="e.yml", form=form, pinned=True)
    assert done == 'verwachtingen:\n  - {zoek: "a: b", eerste: 3, vindt: [x]}  # waarom\n'


@pytest.mark.parametrize(
    "path", sorted((REPOSITORY / "tests/search").rglob("search/*.yml")) or sorted(REPOSITORY.glob("data/search/*.yml"))
)
def test_real_lists_of_words_say_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    form = make_form(shape_of(SynonymFile), KEYS)
    done = format_text(text.encode(), file=path.name, form=form, pinned=True)
    assert done is not None
    assert read_yaml(done, file="a", nodes=MAX_NODES).value == read_yaml(text, file="a", nodes=MAX_NODES).value
    assert format_text(done.encode(), file=path.name, form=form, pinned=True) == done


def test_fmt_looks_at_lists_of_words_and_tables_and_leaves_settings_alone(tmp_path: Path) -> None:
    files = {
        "search/synonyms.yml": "groepen:\n- [a, 'b']\n",
        "search/crisis.yml": "- zinnen: {nl: [a]}\n  id:  x\n",
        "search/iets-anders.yml": "a:   1\n",
        "guides/g.yml": "themas:\n- geld\n",
        "postcodes.csv": '"postcode";"lat"\n1234AB;52\n',
        "aanbod.csv": '"naam";id\nx;y\n',
    }
    found = project(tmp_path, files)
    (tmp_path / "mkdocs.yml").write_text("plugins:   [socialmap]\n", "utf-8")
    edits = format_project(found).edits
    assert [edit.file for edit in edits] == [
        "aanbod.csv",
        "guides/g.yml",
        "postcodes.csv",
        "search/crisis.yml",
        "search/synonyms.yml",
    ]
    save(edits, found.data)
    assert format_project(found).edits == ()
    assert (found.data / "aanbod.csv").read_bytes() == b"naam;id\nx;y\n"
