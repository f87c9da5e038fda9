"""`check --fix`: exactly the values that need it change; comments, order, dialect and all other bytes stay."""

from datetime import date
from pathlib import Path

import pytest

from edit.small import FILES, SERVICE, project
from socialmap.edit.diffs import write_diff
from socialmap.pipeline.fixing import encoding_of, fix_project
from socialmap.pipeline.formatting import save
from socialmap.sources.phones import national_form

DAY = date(2026, 11, 22)


def fixed(root: Path, text: str | bytes, *, file: str = "aanbod/a.yml", unsafe: bool = False) -> str:
    edits = fix_project(project(root, {file: text}), today=DAY, unsafe=unsafe)
    assert {edit.file for edit in edits} <= {file}
    return next((edit.after for edit in edits), text if isinstance(text, str) else text.decode())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("website: www.welzijn.nl/x", "website: https://www.welzijn.nl/x"),
        ("website: http//welzijn.nl", "website: https://welzijn.nl"),
        ("website: HTTPS://welzijn.nl/A", "website: https://welzijn.nl/A"),
        ("telefoon: +31 30 123 4567", "telefoon: 030 123 45 67"),
        ("telefoon: [(030) 123-4567, 112]", "telefoon: [030 123 45 67, 112]"),
        ("telefoon:\n  - nummer: '0612345678'  # wie?", 'telefoon:\n  - nummer: "06 12 34 56 78"  # wie?'),
        ("gecontroleerd_op: 1-2-2026", "gecontroleerd_op: 2026-02-01"),
        ("vervalt_op: [1-2-2026, 2026-03-01]", "vervalt_op: [2026-02-01, 2026-03-01]"),
        ("themas: [Geld en schulden, wonen]", "themas: [geld, wonen]"),
        ("kosten: Gratis", "kosten: gratis"),
        ("kosten: {soort: bedrag, bedrag: '2,50'}", 'kosten: {soort: bedrag, bedrag: "2.50"}'),
        (
            "doelgroepen:\n  - groep: x\n    toelating: Bij voorkeur",
            "doelgroepen:\n  - groep: x\n    toelating: bij_voorkeur",
        ),
        ("email: mailto:info@w.example", "email: info@w.example"),
        ("samenvatting: Let op: bel eerst", 'samenvatting: "Let op: bel eerst"'),
        ("themas:[geld]", "themas: [geld]"),
        ("naam: @huis\nsoort:hulp", 'naam: "@huis"\nsoort: hulp'),
    ],
)
def test_a_safe_correction_changes_only_that_value(wrong: str, right: str, tmp_path: Path) -> None:
    around = "# eerst dit\n{}\n\n# en dit\nbron:   eigen   # zo\n"
    assert fixed(tmp_path, around.format(wrong)) == around.format(right)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("themas: [gled]", "themas: [geld]"),
        ("organisatie: welzin", "organisatie: welzijn"),
        ("gecontroleerd_op: 1-2-26", "gecontroleerd_op: 1-2-2026"),
        ("openingstijden: maandag 9:00 - 17:0", ""),
        ("telefon: 030 123 45 67", "telefoon: 030 123 45 67"),
        ("kosten: {soort: bedrag, bedrag: € 3}", "kosten: {soort: bedrag, bedrag: 3}"),
        ("adres: Kamer #3", 'adres: "Kamer #3"'),
        ("email@en: info@w.example", "email: info@w.example"),
    ],
)
def test_what_is_only_probable_is_left_to_unsafe(text: str, right: str, tmp_path: Path) -> None:
    kept = "\n".join(line for line in SERVICE.splitlines() if line.partition(":")[0] != text.partition(":")[0])
    whole = f"{kept}\n{text}\n"
    assert fixed(tmp_path / "safe", whole) == whole
    assert not right or fixed(tmp_path / "unsafe", whole, unsafe=True) == whole.replace(text, right)


def test_a_name_that_is_there_already_is_not_written_twice(tmp_path: Path) -> None:
    text = SERVICE + "websit: https://x.example\n"
    assert fixed(tmp_path, text, unsafe=True) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_keeps_its_dialect_and_only_changed_cells_are_written(encoding: str, tmp_path: Path) -> None:
    table = (
        "sep=;\r\nid;naam;telefoon;website;themas;soort;gecontroleerd_op\r\n"
        'a;"Café ""Een""";+31 30 123 4567;www.een.nl;"Geld en schulden;wonen";hulp;1-2-2026\r\n'
        '\r\nb;"Twee\nregels";112;https://twee.nl;geld; hulp ;\r\n'
    )
    expected = table.replace("+31 30 123 4567", "030 123 45 67").replace("www.een.nl", "https://www.een.nl")
    found = fix_project(project(tmp_path, {"aanbod.csv": table.encode(encoding)}), today=DAY, unsafe=False)
    assert [edit.file for edit in found] == ["aanbod.csv"]
    assert found[0].content == expected.replace("Geld en schulden", "geld").encode(encoding)


def test_a_suggestion_in_a_table_takes_the_place_of_that_item_alone(tmp_path: Path) -> None:
    table = "id;naam;soort;themas;organisatie;rol;website\na;Een;hulp;gled; welzin ;redactie;https://w.example\n"
    done = fixed(tmp_path, table, file="aanbod.csv", unsafe=True)
    assert done == table.replace("gled", "geld").replace("welzin", "welzijn")


def test_nothing_is_written_before_it_is_saved_and_a_second_time_finds_nothing(tmp_path: Path) -> None:
    text = SERVICE.replace("https://w.example", "www.w.nl")
    found = project(tmp_path, {"aanbod/a.yml": text})
    edits = fix_project(found, today=DAY, unsafe=True)
    assert (found.data / "aanbod/a.yml").read_text() == text
    assert write_diff(edits) == (
        "--- a/aanbod/a.yml\n+++ b/aanbod/a.yml\n@@ -4,3 +4,3 @@\n organisatie: welzijn\n"
        "-website: www.w.nl\n+website: https://www.w.nl\n rol: redactie\n"
    )
    save(edits, found.data)
    assert fix_project(found, today=DAY, unsafe=True) == ()


def test_a_file_that_cannot_be_understood_stays_as_it_is(tmp_path: Path) -> None:
    files = {"aanbod/a.yml": b"naam: \xff\xfe\x00", "aanbod/b.yml": "? [a]\n: b\n", "aanbod.csv": "", **FILES}
    assert fix_project(project(tmp_path, files), today=DAY, unsafe=True) == ()


@pytest.mark.parametrize(
    ("written", "national"),
    [
        ("+31301234567", "030 123 45 67"),
        ("0031 88 076 7000", "088 076 70 00"),
        ("06-12345678", "06 12 34 56 78"),
        ("0301234567", "030 123 45 67"),
        ("030 1234567", "030 1234567"),
        ("0800-2000", "0800-2000"),
        ("112", "112"),
        ("14 030", "14 030"),
        ("+32 2 123 45 67", "+32 2 123 45 67"),
        ("bel maar", "bel maar"),
    ],
)
def test_a_dutch_number_is_written_as_people_write_it(written: str, national: str) -> None:
    assert national_form(written, "NL") == national


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"a", "utf-8"),
        (b"\xef\xbb\xbfa", "utf-8-sig"),
        (b"\xe9", "cp1252"),
        ("é".encode("utf-16"), "utf-16"),
        (b"\x81", ""),
    ],
)
def test_an_encoding_is_one_that_gives_back_the_same_bytes(content: bytes, encoding: str) -> None:
    assert encoding_of(content) == encoding
