"""Bytes of tables become text as spreadsheets meant it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.text.tables import decode, decode_parts, delimiter_of, encoding_of

SIGNS = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@given(text=SIGNS)
def test_every_text_survives_an_encoding_with_a_mark_or_utf_8(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_windows_1252_is_read_when_the_bytes_are_not_utf_8() -> None:
    assert decode("Café – €".encode("cp1252")) == "Café – €"


def test_a_byte_that_nothing_explains_shows() -> None:
    assert decode(b"a\x81\xe9") == "a\ufffdé"


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [
        ("a;b;c,d", ";"),
        ("a\tb", "\t"),
        ("a,b", ","),
        ("a|b|c", "|"),
        ("name", ","),
        ("", ","),
        ("sep=;", ";"),
        ('"sep=,"\r', ","),
        ("SEP=|\r\n", "|"),
    ],
)
def test_the_delimiter_is_what_the_first_line_shows(line: str, delimiter: str) -> None:
    assert delimiter_of(line) == delimiter


@pytest.mark.parametrize("size", [3, 4, 5, 7, 1000])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_that_is_read_in_parts_says_the_same(encoding: str, size: int) -> None:
    data = "id;naam\ncafé;Zoë’s hoek €\n".encode(encoding)
    parts = [data[start : start + size] for start in range(0, len(data), size)]
    assert encoding_of(parts) == encoding_of([data])
    assert "".join(decode_parts(parts, encoding_of(parts))) == decode(data)


def test_half_a_character_at_the_end_is_no_utf8() -> None:
    assert encoding_of([b"caf\xc3"]) == "cp1252"
