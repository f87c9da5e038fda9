"""How a generated municipality comes on disk: a YAML file per record, tables, or half of each."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Literal, TextIO

from benchmarks.values import Value

PLAIN = re.compile(r"[A-Za-z0-9][^\n:#\[\]{},\"'|>&*!%@`]*")
COLUMNS: Mapping[str, str] = {"locaties": "locatie"}
TABLE_COLUMNS: Mapping[str, str] = {
    "rollen": "id naam soort email telefoon telefoon.openingstijden buurten gecontroleerd_op gewijzigd",
    "organisaties": "id naam soort samenvatting beschrijving email telefoon telefoon.openingstijden website talen rol "
    "gecontroleerd_op gecontroleerd_door bron toegevoegd gewijzigd",
    "locaties": "id naam organisatie adres postcode plaats lat lon toegankelijkheid wifi bereikbaarheid beschrijving "
    "rol gecontroleerd_op gecontroleerd_door bron toegevoegd gewijzigd",
    "aanbod": "id naam andere_namen samenvatting beschrijving organisatie soort themas doelgroepen leeftijd_vanaf "
    "leeftijd_tot_en_met ingangen levensvragen locatie locatie.openingstijden openingstijden gebied toegang aanmelden "
    "telefoon telefoon.openingstijden website kosten.soort kosten.bedrag kosten.toelichting meenemen talen tolk "
    "digitale_drempel zonder_internet plek.niveau plek.datum eerst niet_voor_jou naast_me werkt_samen_met "
    "voor_verwijzers.geschikt_voor voor_verwijzers.indicatie voor_verwijzers.wet voor_verwijzers.duur delen.vorm "
    "delen.rubriek geldig_tot_en_met rol gecontroleerd_op gecontroleerd_door bron toegevoegd gewijzigd",
}
SHORT: Mapping[str, str] = {"telefoon.nummer": "telefoon", "locatie.locatie": "locatie"}


def write_records(
    data: Path, records: Iterable[tuple[str, str, Mapping[str, Value]]], /, *, form: Literal["yaml", "csv", "mixed"]
) -> None:
    """Write each record (folder, id, values) in its form; `mixed` puts every other one in a table."""
    with ExitStack() as stack:
        tables: dict[str, csv.DictWriter[str]] = {}
        for number, (folder, name, values) in enumerate(records):
            if form == "yaml" or (form == "mixed" and number % 2):
                (data / folder).mkdir(exist_ok=True)
                (data / folder / f"{name}.yml").write_text(as_yaml(values), "utf-8")
                continue
            if folder not in tables:
                stream = stack.enter_context((data / f"{folder}.csv").open("w", encoding="utf-8-sig", newline=""))
                tables[folder] = _table(stream, folder)
            tables[folder].writerows(as_rows(name, values))


def _table(stream: TextIO, folder: str) -> "csv.DictWriter[str]":
    table = csv.DictWriter(stream, TABLE_COLUMNS[folder].split(), delimiter=";", lineterminator="\r\n")
    table.writeheader()
    return table


def as_yaml(values: Mapping[str, Value]) -> str:
    """A record as an editor writes it: one key a line, block style for long text, flow style for short lists."""
    return "".join(_entry(key, value) for key, value in values.items())


def _entry(key: str, value: Value) -> str:
    if isinstance(value, str):
        if key == "beschrijving":
            return f"{key}: |\n" + "".join(f"  {line}\n" if line else "\n" for line in value.split("\n"))
        return f"{key}: {_scalar(value)}\n"
    if isinstance(value, dict):
        return f"{key}:\n" + "".join(f"  {inner}: {_scalar(text)}\n" for inner, text in value.items())
    return (
        f"{key}: [{', '.join(map(_scalar, _texts(value)))}]\n"
        if _texts(value)
        else f"{key}:\n" + "".join(_group(group) for group in value if isinstance(group, dict))
    )


def _texts(value: Iterable[object]) -> list[str]:
    return [item for item in value if isinstance(item, str)]


def _group(group: Mapping[str, str]) -> str:
    lines = [f"{key}: {_scalar(text)}" for key, text in group.items()]
    return "".join(f"  {'-' if number == 0 else ' '} {line}\n" for number, line in enumerate(lines))


def _scalar(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def as_rows(name: str, values: Mapping[str, Value]) -> Iterator[dict[str, str]]:
    """A record as rows of a table: one, and one more for each further place."""
    row = {"id": name}
    more: list[dict[str, str]] = []
    for key, value in values.items():
        column = COLUMNS.get(key, key)
        if isinstance(value, str):
            row[column] = value
        elif isinstance(value, dict):
            row |= _cells(column, value)
        elif _texts(value):
            row[column] = ";".join(_texts(value))
        else:
            first, *rest = [_cells(column, group) for group in value if isinstance(group, dict)]
            row |= first
            more.extend({"id": name, **cells} for cells in rest)
    yield from (row, *more)


def _cells(column: str, group: Mapping[str, str]) -> dict[str, str]:
    pairs = ((f"{column}.{key}", text) for key, text in group.items())
    return {SHORT.get(key, key): text for key, text in pairs}
