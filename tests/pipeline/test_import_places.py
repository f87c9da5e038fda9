"""What is wrong in a mapping is told with its line and place, and the word that was probably meant."""

from pathlib import Path

import pytest

from socialmap.hosts.cli import main

MAPPING = """\
language: nl
tables:
  - file: t.csv
    records:
      - type: location
        fields:
          naam: Naam
          beschrijving:
            colum: Uitleg
          adres: Straat
"""


def bring_in(folder: Path, mapping: str) -> int:
    (folder / "t.csv").write_text("Naam;Straatt;Uitleg\nA;B;C\n", "utf-8")
    (folder / "mapping.yml").write_text(mapping, "utf-8")
    source, into = str(folder / "t.csv"), str(folder / "data")
    return main(["import", "csv", source, "--mapping", str(folder / "mapping.yml"), "--into", into])


def test_a_setting_that_a_mapping_does_not_know_has_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_in(tmp_path, MAPPING) == 1
    assert capsys.readouterr().out == (
        "Er is niets geïmporteerd:\n"
        "  mapping.yml:9:13:tables.0.records.0.fields.beschrijving.0.colum: "
        "Een mapping kent de instelling “colum” hier niet. Bedoelde je column?\n"
    )


def test_a_column_that_the_table_does_not_have_has_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring_in(tmp_path, MAPPING.replace("colum:", "column:")) == 1
    assert capsys.readouterr().out == (
        "Er is niets geïmporteerd:\n"
        "  mapping.yml:10:18:adres: De tabel t.csv heeft geen kolom “Straat”. Wel: Naam, Straatt, Uitleg. "
        "Bedoelde je Straatt?\n"
    )
