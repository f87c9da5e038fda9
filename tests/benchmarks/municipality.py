"""Municipalities of any size for the benchmarks and size tests: complete projects that `socialmap check` accepts.

The same size and seed give the same bytes. One record in ten is an organization, one in five a location, ten are roles
and the rest are services, with about the mix of fields that the demo's records have; one language.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from benchmarks.services import make_service
from benchmarks.values import NEIGHBOURHOODS, Known, Value, checked, phone, place_point, read_postcodes
from benchmarks.vocabulary import NOUNS, Writer
from benchmarks.writing import write_records

Form = Literal["yaml", "csv", "mixed"]
RecordFolder = Literal["rollen", "organisaties", "locaties", "aanbod"]
REPOSITORY = Path(__file__).resolve().parents[2]
SEED = 20261102
SETTINGS = """\
site_name: Sociale kaart Rekenstad
plugins:
  - socialmap:
      municipality: Rekenstad
      languages: [nl]
      today: 2026-11-02
      fictional: true
      desk: loket-sociaal
      severity:
        SM416: "off"
        SM604: "off"
"""
ROLES = {
    "coordinator-sociale-kaart": "coordinator",
    "loket-sociaal": "loket",
    **{f"redactie-{name}": "redacteur" for name in NEIGHBOURHOODS},
}


@dataclass(frozen=True, slots=True)
class Made:
    """One record as an editor would write it, in the folder of its type."""

    folder: RecordFolder
    id: str
    values: dict[str, Value]


def generate(folder: Path, /, *, records: int, form: Form = "mixed", seed: int = SEED) -> None:
    """Write a complete project with so many records, roles included, in a new folder."""
    data = folder / "data"
    data.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    shutil.copytree(REPOSITORY / "data" / "taxonomies", data / "taxonomies")
    shutil.copytree(REPOSITORY / "data" / "boundaries", data / "boundaries")
    for name in ("holidays.yml", "postcodes.csv"):
        shutil.copy(REPOSITORY / "data" / name, data / name)
    made = make_records(records, seed=seed)
    write_records(data, ((each.folder, each.id, each.values) for each in made), form=form)


def make_records(number: int, /, *, seed: int = SEED) -> Iterator[Made]:
    """So many records, one after the other, those that others refer to first."""
    random = Random(seed)
    writer = Writer(random)
    known = Known(postcodes=read_postcodes(REPOSITORY / "data" / "postcodes.csv"))
    yield from _roles(random)
    for _ in range(number // 10):
        yield _organization(random, writer, known)
    for _ in range(number // 5):
        yield _location(random, writer, known)
    for _ in range(number - number // 10 - number // 5 - len(ROLES)):
        name, values = make_service(random, writer, known)
        yield Made("aanbod", name, values)


def _roles(random: Random) -> Iterator[Made]:
    for number, (name, kind) in enumerate(ROLES.items(), 10):
        values: dict[str, Value] = {
            "naam": name.replace("-", " ").capitalize(),
            "soort": kind,
            "email": f"{name}@rekenstad.example",
            "telefoon": [{"nummer": f"099 999 10 {number}", "openingstijden": "ma-vr 9:00-17:00"}],
            "gecontroleerd_op": "2026-09-01",
            "gewijzigd": "2026-09-01",
        }
        if kind == "redacteur":
            values["buurten"] = [name.removeprefix("redactie-")]
        yield Made("rollen", name, values)


def _organization(random: Random, writer: Writer, known: Known) -> Made:
    kinds = ("stichting", "stichting", "vereniging", "bewonersinitiatief", "welzijn", "zorg", "bedrijf")
    title = f"{random.choice(kinds)} {random.choice(NOUNS)} en {random.choice(NOUNS)}".capitalize()
    name = known.add("organisaties", title)
    values: dict[str, Value] = {
        "naam": known.names[name],
        "soort": random.choice(kinds),
        "samenvatting": writer.sentence(8),
        "beschrijving": writer.description(40),
        "email": f"info@{name}.example",
        "telefoon": [{"nummer": phone(random), "openingstijden": "ma-vr 9:00-17:00"}],
        "website": f"https://www.{name}.example",
        "talen": ["nl", "en"],
    }
    return Made("organisaties", name, values | checked(random))


def _location(random: Random, writer: Writer, known: Known) -> Made:
    title = f"{random.choice(('Buurthuis', 'Zaal', 'Huis', 'Plein', 'Centrum'))} De {random.choice(NOUNS).capitalize()}"
    name = known.add("locaties", title)
    postcode, latitude, longitude = place_point(random, known)
    address = f"{random.choice(NOUNS).capitalize()}straat {random.randint(1, 240)}"
    known.addresses[name] = f"{address}, {postcode} Rekenstad"
    values: dict[str, Value] = {
        "naam": known.names[name],
        "organisatie": random.choice(known.of("organisaties")),
        "adres": address,
        "postcode": postcode,
        "plaats": "Rekenstad",
        "lat": latitude,
        "lon": longitude,
        "toegankelijkheid": random.sample(("drempelvrij", "lift", "rolstoeltoilet", "ringleiding", "prikkelarm"), 2),
        "wifi": random.choice(("ja", "nee")),
        "bereikbaarheid": writer.sentence(9),
        "beschrijving": writer.sentence(11),
    }
    return Made("locaties", name, values | checked(random))
