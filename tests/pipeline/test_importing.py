"""Real directories come in by the command, check without errors, and build; no row is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from socialmap.hosts.cli import main

REPOSITORY = Path(__file__).resolve().parents[2]
DATA = REPOSITORY.parent / "shared" / "data"
MAPPINGS = REPOSITORY / "tests" / "imports" / "mappings"
EDINBURGH = {
    "Allotments": "allotments",
    "Community centres": "community-centres",
    "Community councils": "community-councils",
    "Day services and lunch clubs": "day-services",
    "Housing support organisations": "housing-support",
    "Edinburgh Council leisure facilities": "leisure-facilities",
    "Library locations and opening hours": "libraries",
    "Museums and galleries": "museums",
    "Neighbourhood offices": "neighbourhood-offices",
    "Nursery and early years": "nurseries",
    "Access to Sport and Culture Edinburgh": "sport-and-culture",
}
KINDS = {".csv": "csv", ".xlsx": "xlsx"}
SETTINGS = """\
site_name: Test
plugins:
  - socialmap:
      languages: [{language}, nl]
      editor_language: nl
      country: {country}
      today: 2026-11-02
"""

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared real data is not on this machine")
Make = Callable[[str, str], Path]


@pytest.fixture
def project(tmp_path: Path) -> Make:
    """A folder with settings and the demo's vocabularies, for a language and a country."""

    def make(language: str, country: str) -> Path:
        shutil.copytree(REPOSITORY / "data" / "taxonomies", tmp_path / "data" / "taxonomies")
        (tmp_path / "mkdocs.yml").write_text(SETTINGS.format(language=language, country=country), "utf-8")
        return tmp_path

    return make


def bring_in(project: Path, kind: str, source: str, mapping: str) -> int:
    into = str(project / "data")
    return main(["import", kind, str(DATA / source), "--mapping", str(MAPPINGS / f"{mapping}.yml"), "--into", into])


def totals(told: str) -> tuple[int, int, int]:
    """Rows in, rows imported and rows refused, in the line of the account that adds them up."""
    line = next(line for line in told.splitlines() if line.startswith("Rijen erin: "))
    rows_in, imported, refused = (int(word) for word in line.split() if word.isdigit())
    return rows_in, imported, refused


def assert_checks_and_builds(project: Path) -> None:
    assert main(["check", "--project", str(project)]) == 0
    assert main(["build", "--project", str(project), "--map-only", "--no-search"]) == 0
    assert (project / "site" / "index.html").is_file()


def test_all_tables_of_edinburgh_become_one_map(project: Make, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project("en", "GB")
    accounts = {}
    for table, mapping in EDINBURGH.items():
        bring_in(folder, "csv", f"edinburgh/{table}.csv", f"edinburgh-{mapping}")
        rows_in, imported, others = totals(capsys.readouterr().out)
        assert imported + others == rows_in
        accounts[mapping] = (rows_in, imported)
    assert accounts["allotments"] == (27, 27)
    assert accounts["community-centres"] == (49, 49)
    assert accounts["nurseries"] == (212, 210)
    assert_checks_and_builds(folder)
    records = [
        path for kind in ("aanbod", "locaties", "organisaties") for path in (folder / "data" / kind).glob("*.yml")
    ]
    pages = [path for kind in ("services", "locations", "organizations") for path in (folder / "site" / kind).glob("*")]
    assert len(pages) == len(records)


@pytest.mark.parametrize(
    ("source", "mapping", "country", "expected"),
    [
        ("hsds-florida", "hsds-florida", "US", (533, 531)),
        ("hsds-ilao", "hsds-ilao", "US", (983, 966)),
        ("hsds-3.0/examples", "hsds-3.0", "GB", (3, 3)),
        ("xlsx/dataset.xlsx", "xlsx-structures", "FR", (3, 2)),
        ("csv-dialects/refill-stationen-muenster.csv", "csv-muenster", "DE", (56, 56)),
    ],
)
def test_a_real_source_comes_in_checks_and_builds(
    project: Make,
    capsys: pytest.CaptureFixture[str],
    source: str,
    mapping: str,
    country: str,
    expected: tuple[int, int],
) -> None:
    folder = project("en", country)
    bring_in(folder, KINDS.get(Path(source).suffix, "hsds"), source, mapping)
    rows_in, imported, others = totals(capsys.readouterr().out)
    assert (rows_in, imported) == expected
    assert imported + others == rows_in
    assert_checks_and_builds(folder)
