"""A small municipality, written into a folder; each value of its data can be another."""

from collections.abc import Mapping
from pathlib import Path

import yaml

CONFIG: Mapping[str, object] = {"municipality": "Dorp", "languages": ["nl", "en"], "today": "2026-11-02"}
CHECKED = {"rol": "redactie", "gecontroleerd_op": "2026-11-01", "gecontroleerd_door": "redactie"}
RECORDS: Mapping[str, Mapping[str, object]] = {
    "rollen/redactie.yml": {"naam": "Redactie", "soort": "redacteur", "email": "redactie@dorp.example"},
    "organisaties/welzijn.yml": {"naam": "Welzijn", "soort": "stichting", "samenvatting": "We helpen je.", **CHECKED},
    "locaties/buurthuis.yml": {
        "naam": "Buurthuis",
        "adres": "Laan 1",
        "postcode": "8952 LN",
        "plaats": "Dorp",
        "organisatie": "welzijn",
        **CHECKED,
    },
    "aanbod/spreekuur.yml": {
        "naam": "Spreekuur",
        "samenvatting": "We helpen je.",
        "soort": ["hulp"],
        "themas": ["geld"],
        "organisatie": "welzijn",
        "locaties": [{"locatie": "buurthuis", "openingstijden": "ma 9:00-12:00"}],
        "kosten": "gratis",
        "website": "https://spreekuur.example",
        **CHECKED,
    },
}
TERMS = {
    "taxonomies/kinds.yml": [{"id": "hulp", "naam": "Hulp"}],
    "taxonomies/themes.yml": [{"id": "geld", "naam": "Geld"}],
}


def write_small(root: Path, *, changes: Mapping[str, Mapping[str, object]] | None = None, name: str = "Dorp") -> Path:
    """The folder of the project; `changes` are values by file that are added to its records or replace them."""
    files = {path: {**RECORDS.get(path, {}), **(changes or {}).get(path, {})} for path in (*RECORDS, *(changes or {}))}
    for path, value in {**files, **TERMS}.items():
        target = root / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    settings = {"site_name": name, "site_url": "", "plugins": [{"socialmap": dict(CONFIG)}]}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    return root


def edit(root: Path, path: str, **values: object) -> None:
    """Change values of one record."""
    file = root / "data" / path
    record = yaml.safe_load(file.read_text("utf-8"))
    file.write_text(yaml.safe_dump({**record, **values}, allow_unicode=True, sort_keys=False), "utf-8")
