"""Tables as spreadsheet programs write them, read into the same values as a file."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.problems import Place
from socialmap.sources.tables import MAX_CELL, read_table
from sources.site import load, values

CELL = st.text(st.characters(categories=["L", "N", "P", "Zs"], include_characters="\n;,\t|"), max_size=12)
ROWS = st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=5)


def cells(content: bytes) -> list[dict[str, str]]:
    table = read_table(content, file="t.csv")
    assert table.problems == ()
    return [dict(line.cells) for line in table.lines]


def codes(content: bytes) -> list[tuple[str, Place]]:
    return [(problem.code, problem.place) for problem in read_table(content, file="t.csv").problems]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_dialect_reads_the_same(delimiter: str, newline: str, encoding: str) -> None:
    rows = (("id", "naam", "plaats"), ("cafe", "Café", "Een"), ("huis", '"Twee\nregels"', "Drie"))
    text = newline.join(delimiter.join(row) for row in rows) + newline
    assert cells(text.encode(encoding)) == [
        {"id": "cafe", "naam": "Café", "plaats": "Een"},
        {"id": "huis", "naam": "Twee\nregels", "plaats": "Drie"},
    ]


@pytest.mark.parametrize("line", ["sep=;\n", "sep=;\r\n", "SEP=;\n"])
def test_a_separator_line_decides_and_counts_as_a_line(line: str) -> None:
    table = read_table(f"{line}a,b;c\n1,2;3\n".encode(), file="t.csv")
    assert [(each.line, dict(each.cells)) for each in table.lines] == [(3, {"a,b": "1,2", "c": "3"})]


@given(ROWS, st.sampled_from([";", ",", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_what_a_spreadsheet_writes_comes_back(rows: list[tuple[str, ...]], delimiter: str, newline: str) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL)
    writer.writerow(("een", "twee", "drie"))
    writer.writerows(rows)
    table = read_table(stream.getvalue().encode(), file="t.csv")
    if not table.problems:
        filled = [row for row in rows if any(cell.strip() for cell in row)]
        assert [tuple(line.cells.values()) for line in table.lines] == filled
    assert {problem.code for problem in table.problems} <= {"SM104"}


def test_lines_are_counted_through_quoted_newlines_and_blank_rows() -> None:
    table = read_table(b'a;b\n"1\n2";3\n;\n\n4;5\n', file="t.csv")
    assert [line.line for line in table.lines] == [2, 6]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", [("SM123", Place("t.csv", 1, 1))]),
        (b"\xef\xbb\xbf \n", [("SM123", Place("t.csv", 1, 1))]),
        (b"a;b\n1;2;3\n4\n", [("SM121", Place("t.csv", 2, 1)), ("SM121", Place("t.csv", 3, 1))]),
        (b"a;;a\n", [("SM122", Place("t.csv", 1)), ("SM127", Place("t.csv", 1, 0, "a"))]),
        (b'a;b\n1;"2\n', [("SM120", Place("t.csv", 2, 1))]),
        (b'a;b\n1;2\n3;"4"5\n', [("SM120", Place("t.csv", 3, 1))]),
        (b"a;b\n1;\x002\n", [("SM104", Place("t.csv", 2, 3))]),
        ("a;b\n1;\u202e2\n".encode(), [("SM104", Place("t.csv", 2, 3))]),
        (b"a;b\n1;\x81\n", [("SM109", Place("t.csv", 2, 1))]),
        (b"a;b\n1;" + b"x" * (MAX_CELL + 1) + b"\n", [("SM105", Place("t.csv", 2, 0, "b"))]),
        (b"a;b\n1;" + b"x" * 10_000_000 + b"\n", [("SM105", Place("t.csv", 2, 1))]),
    ],
)
def test_a_faulty_table_says_what_and_where(content: bytes, expected: list[tuple[str, Place]]) -> None:
    assert codes(content) == expected


def test_lists_are_split_only_where_the_model_has_terms_or_ids(tmp_path: Path) -> None:
    table = (
        (
            "id;naam;soort;themas;samenvatting;openingstijden;telefoon;andere_namen\n"
            'a;Een; twee;"hulp\noefenplek";"Geld en schulden;wonen";"ma 9:00-10:00; di 9:00-10:00";"112; 113";"x; y"\n'
        )
        .replace("a;Een; twee;", 'a;"Een; twee";')
        .replace('"Geld en schulden;wonen";', '"Geld en schulden;wonen";"Kom; snel";')
    )
    assert values(tmp_path, {"aanbod.csv": table}) == [
        {
            "id": "a",
            "name": {"nl": "Een; twee"},
            "kinds": ["hulp", "oefenplek"],
            "themes": ["geld", "wonen"],
            "summary": {"nl": "Kom; snel"},
            "schedule": "ma 9:00-10:00; di 9:00-10:00",
            "phones": [{"number": "112; 113"}],
            "alternate_names": ["x", "y"],
        }
    ]


def test_dotted_columns_become_groups_at_every_depth_with_their_lists(tmp_path: Path) -> None:
    table = (
        "id;naam;naam@en;oefenplek.onderwerpen;oefenplek.wifi;voor_verwijzers.wet;voor_verwijzers.duur@en;"
        "voor_verwijzers.contact.email;doelgroepen;doelgroepen.toelating;kosten;kosten.bedrag;gecontroleerd_op\n"
        'a;Aa;Ah;"mail; digid";ja;"wmo; jeugdwet";Long;info@example.org;"x; y";alleen;bedrag;2.50;1-2-2026\n'
    )
    assert values(tmp_path, {"aanbod.csv": table}) == [
        {
            "id": "a",
            "name": {"nl": "Aa", "en": "Ah"},
            "practice_place": {"topics": ["mail", "digid"], "wifi": "true"},
            "professional": {
                "law": ["wmo", "youth_act"],
                "duration": {"en": "Long"},
                "contact": {"email": "info@example.org"},
            },
            "target_groups": [{"term": "x", "admission": "only"}, {"term": "y", "admission": "only"}],
            "cost": {"kind": "amount", "amount": "2.50"},
            "assured_date": "2026-02-01",
        }
    ]


def test_rows_that_repeat_an_id_are_one_service_at_more_places(tmp_path: Path) -> None:
    table = (
        "id;naam;locatie;locatie.openingstijden;locatie.telefoon\n"
        "a;Aa;zaal;ma 9:00-10:00;\nb;Bee;;;\na;;hal;di 9:00-10:00;112\na;Aa;plein;;\n"
    )
    assert values(tmp_path, {"aanbod.csv": table}) == [
        {
            "id": "a",
            "name": {"nl": "Aa"},
            "locations": [
                {"location": "zaal", "schedule": "ma 9:00-10:00"},
                {"location": "hal", "schedule": "di 9:00-10:00", "phone": {"number": "112"}},
                {"location": "plein"},
            ],
        },
        {"id": "b", "name": {"nl": "Bee"}},
    ]


def test_repeated_rows_that_differ_elsewhere_are_told_by_column(tmp_path: Path) -> None:
    table = "id;naam;status;locatie\na;Aa;actief;zaal\na;Ah;;hal\n"
    (problem,) = load(tmp_path, {"aanbod.csv": table}).problems
    assert (problem.code, problem.place, problem.params) == (
        "SM124",
        Place("aanbod.csv", 3, 0, "naam"),
        {"key": "naam"},
    )


def test_several_places_in_one_cell_share_the_other_columns(tmp_path: Path) -> None:
    table = 'id;locatie;locatie.openingstijden\na;"zaal; hal";ma 9:00-10:00\n'
    assert values(tmp_path, {"aanbod.csv": table})[0]["locations"] == [
        {"location": "zaal", "schedule": "ma 9:00-10:00"},
        {"location": "hal", "schedule": "ma 9:00-10:00"},
    ]
