"""The municipality's postcodes with their points, from a table of all Dutch ones; called by `create`."""

import csv
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Final

from socialmap.scaffold.outcome import Refusal
from socialmap.scaffold.reading import read_given
from socialmap.text.tables import decode, delimiter_of
from socialmap.text.words import fold, nearest

FILE: Final = "data/postcodes.csv"
MEGABYTES: Final = 50
COLUMNS: Final = ("postcode", "woonplaats", "gemeente", "latitude", "longitude")
CODE: Final = re.compile(r"[1-9]\d{3}")
DEGREES: Final = re.compile(r"-?\d{1,3}(\.\d+)?")

Row = Mapping[str, str]


def postcode_files(path: Path | None, /, *, municipality: str) -> Mapping[str, bytes] | Refusal:
    """The table `postcode;lat;lon;plaats` of one municipality; nothing without a file."""
    if path is None:
        return {}
    content = read_given(path, megabytes=MEGABYTES)
    if isinstance(content, Refusal):
        return content
    try:
        table = make_table(content, file=str(path), municipality=municipality)
    except csv.Error as error:
        return Refusal("unreadable", {"file": str(path), "reason": str(error)})
    return table if isinstance(table, Refusal) else {FILE: table.encode()}


def make_table(content: bytes, /, *, file: str, municipality: str) -> str | Refusal:
    """The rows of the municipality by postcode, with only the columns that the map reads.

    Raises:
        csv.Error: when the bytes are no table.
    """
    text = decode(content)
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter_of(text.split("\n", 1)[0]), restval="")
    if not set(COLUMNS) <= set(reader.fieldnames or ()):
        return Refusal("postcode_columns", {"file": file, "columns": ", ".join(COLUMNS)})
    towns: set[str] = set()
    rows: dict[str, str] = {}
    for row in reader:
        towns.add(row["gemeente"])
        if fold(row["gemeente"]) != fold(municipality):
            continue
        if not _readable(row):
            return Refusal("postcode_values", {"file": file, "line": str(reader.line_num)})
        rows[row["postcode"].strip()] = _line(row)
    if not rows:
        return _unknown(municipality, towns, file=file)
    return "postcode;lat;lon;plaats\n" + "".join(rows[code] for code in sorted(rows))


def _readable(row: Row) -> bool:
    numbers = (row["latitude"].strip(), row["longitude"].strip())
    return bool(CODE.fullmatch(row["postcode"].strip())) and all(DEGREES.fullmatch(number) for number in numbers)


def _line(row: Row) -> str:
    """One row; a town's name with a delimiter or quote in it is quoted as CSV wants."""
    line = StringIO()
    cells = [row[column].strip() for column in ("postcode", "latitude", "longitude", "woonplaats")]
    csv.writer(line, delimiter=";", lineterminator="\n").writerow(cells)
    return line.getvalue()


def _unknown(municipality: str, towns: set[str], *, file: str) -> Refusal:
    near = nearest(municipality, towns)
    suggestion = f' Bedoel je "{near}"?' if near else ""
    return Refusal("postcode_municipality", {"file": file, "name": municipality, "suggestion": suggestion})
