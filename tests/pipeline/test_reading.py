"""What was read is remembered: a warm run says what a cold one says, and nothing that is out of date is believed."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialmap.model.settings import Settings
from socialmap.pipeline import judging, memory, reading
from socialmap.pipeline.check import find_problems, make_report, read_messages
from socialmap.pipeline.load import Data, How, load_data
from socialmap.pipeline.project import Project, open_project
from socialmap.report import Finding, write_text

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
TERMS = "- id: {0}\n  naam: {0}\n"
ROLE = "naam: Redactie\nsoort: redacteur\nemail: redactie@example.org\n"
SERVICE = "naam: {name}\nsamenvatting: Kom.\nsoort: hulp\nthemas: geld\nrol: redactie\ngecontroleerd_op: 2026-11-01\n"
TABLE = "id;naam;samenvatting;soort;themas;rol;gecontroleerd_op;telefoon\n"
ROW = "{0};{0};Kom.;hulp;geld;redactie;2026-11-01;099 999 10 10\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project of a role, a service in a file and two in a table."""
    for name, text in {
        "taxonomies/kinds.yml": TERMS.format("hulp"),
        "taxonomies/themes.yml": TERMS.format("geld"),
        "rollen/redactie.yml": ROLE,
        "aanbod/een.yml": SERVICE.format(name="Een"),
        "aanbod.csv": TABLE + ROW.format("twee") + ROW.format("drie"),
    }.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    age(tmp_path / "data")
    return tmp_path


@pytest.fixture(autouse=True)
def _nothing_is_young(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a test are a moment old; only one test is about that."""
    monkeypatch.setattr(memory, "YOUNG_NS", 0)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really read, in order."""
    found: list[str] = []
    read = reading.Loader.read

    def noted(self: reading.Loader, file: reading.RecordFile, **options: object) -> object:
        found.append(file.file)
        return read(self, file, **options)  # type: ignore[arg-type] # passed on as they are

    monkeypatch.setattr(reading.Loader, "read", noted)
    return found


def age(folder: Path, *, seconds: int = 60) -> None:
    """Files that were written a while ago."""
    for path in folder.rglob("*"):
        before = path.stat().st_mtime_ns - seconds * 1_000_000_000
        os.utime(path, ns=(before, before))


def load(root: Path, *, keep: bool = True, today: date = TODAY, severity: dict[str, str] | None = None) -> Data:
    chosen = Settings.model_validate({"languages": ["nl"], "severity": severity or {}})
    return load_data(root / "data", settings=chosen, how=How(today, root / "memory" / "read" if keep else None))


def outcome(data: Data) -> tuple[object, ...]:
    placed = sorted(map(repr, data.placed(data.problems)))
    return data.catalogue, data.digests, placed


def buckets(root: Path) -> list[Path]:
    return sorted((root / "memory" / "read").iterdir())


def test_a_warm_run_reads_nothing_and_says_the_same(root: Path, readings: list[str]) -> None:
    cold = outcome(load(root))
    assert sorted(readings) == ["aanbod.csv", "aanbod/een.yml", "rollen/redactie.yml"]
    readings.clear()
    assert outcome(load(root)) == cold
    assert readings == []
    assert outcome(load(root, keep=False)) == cold


def test_only_a_file_that_changed_is_read_again_also_when_its_size_is_the_same(root: Path, readings: list[str]) -> None:
    load(root)
    path = root / "data" / "aanbod" / "een.yml"
    path.write_text(SERVICE.format(name="Aap"), "utf-8")
    age(path.parent, seconds=30)
    readings.clear()
    assert load(root).catalogue.services["een"].name == {"nl": "Aap"}
    assert readings == ["aanbod/een.yml"]


def test_a_file_that_keeps_its_size_and_time_is_still_seen_to_change(root: Path) -> None:
    load(root)
    path = root / "data" / "aanbod" / "een.yml"
    before = path.stat()
    path.write_text(SERVICE.format(name="Aap"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert load(root).catalogue.services["een"].name == {"nl": "Aap"}


def test_a_file_that_was_written_a_moment_ago_is_read_again(
    root: Path, readings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "YOUNG_NS", 3600_000_000_000)
    load(root)
    readings.clear()
    load(root)
    assert sorted(readings) == ["aanbod.csv", "aanbod/een.yml", "rollen/redactie.yml"]


def test_a_file_that_is_gone_takes_its_record_and_its_bucket_along(root: Path) -> None:
    load(root)
    before = buckets(root)
    (root / "data" / "aanbod" / "een.yml").unlink()
    (root / "data" / "aanbod.csv").unlink()
    assert sorted(load(root).catalogue.services) == []
    assert {path.name for path in buckets(root)} < {path.name for path in before}


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-20],
        lambda content: content.replace(b"Een", b"Aap"),
        lambda content: b"",
        lambda content: b"\x80\x04K\x01.",
        lambda content: content.replace(b"socialmap-read-1", b"socialmap-read-0"),
        lambda content: content.split(b"\n", 1)[0] + b"\n{}\n",
    ],
    ids=["cut", "changed", "empty", "pickle", "other-version", "no-index"],
)
def test_a_bucket_that_is_not_whole_or_not_ours_is_as_good_as_none(
    root: Path, damage: Callable[[bytes], bytes]
) -> None:
    cold = outcome(load(root))
    for path in buckets(root):
        path.write_bytes(damage(path.read_bytes()))
    places = root / "memory" / "places"
    if places.exists():
        places.write_bytes(damage(places.read_bytes()))
    assert outcome(load(root)) == cold


def test_other_code_settings_words_or_day_read_everything_again(
    root: Path, readings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_by(change: Callable[[], object]) -> int:
        readings.clear()
        change()
        return len(readings)

    load(root)
    assert read_by(lambda: load(root)) == 0
    assert read_by(lambda: load(root, today=date(2027, 1, 1))) == 3
    assert read_by(lambda: load(root, severity={"SM408": "off"})) == 3
    (root / "data" / "taxonomies" / "kinds.yml").write_text(TERMS.format("steun"), "utf-8")
    assert read_by(lambda: load(root)) == 3
    assert read_by(lambda: load(root)) == 0
    monkeypatch.setattr(judging, "program_of", lambda *_, **__: "another version")
    assert read_by(lambda: load(root)) == 3


def test_a_folder_that_cannot_be_written_costs_only_time(root: Path, readings: list[str]) -> None:
    (root / "memory").write_text("a file where the folder should be", "utf-8")
    cold = outcome(load(root))
    assert outcome(load(root)) == cold
    assert len(readings) == 6


def test_processes_and_parts_of_a_table_give_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [ROW.format(f"dienst-{number}") for number in range(40)]
    doubled = ["dienst-3;;;;;;;\n", "dienst-7;Anders;;;;;;\n", "dienst-8;;;;;;;\n;Zonder;;;;;;\n"]
    (root / "data" / "aanbod.csv").write_text(TABLE + "".join((*rows, *doubled)), "utf-8")
    whole = outcome(load(root))
    monkeypatch.setattr(reading, "LARGE_TABLE", 100)
    monkeypatch.setattr(reading, "ENOUGH_BYTES", 100)
    chosen = Settings(languages=("nl",))
    how = How(TODAY, root / "memory" / "read", workers=3)
    assert outcome(load_data(root / "data", settings=chosen, how=how)) == whole
    assert len(buckets(root)) == reading.PARTS + 2


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo municipality's data, in a folder of its own."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(REPOSITORY / "data", folder / "data")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    age(folder / "data")
    return folder


def report(root: Path) -> tuple[tuple[Finding, ...], str]:
    project = open_project(root)
    assert isinstance(project, Project)
    data = load_data(project.data, settings=project.settings, how=How(TODAY, project.memory))
    found = make_report(project, data, find_problems(data, project, today=TODAY), messages=read_messages("nl"))
    return found.findings, write_text(found)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_messages_and_places_of_the_demo_are_the_same_warm_and_cold(demo: Path, data: st.DataObject) -> None:
    files = sorted(path for path in (demo / "data" / "aanbod").glob("*.yml"))
    path = data.draw(st.sampled_from(files))
    lines = path.read_text("utf-8").split("\n")
    row = data.draw(st.integers(0, len(lines) - 1))
    lines[row] = data.draw(
        st.sampled_from(["", lines[row] + " x", "telefoon: 12", "gecontroleerd_op: 2031-01-01", "a: ["])
    )
    path.write_text("\n".join(lines), "utf-8")
    warm = report(demo)
    shutil.rmtree(demo / ".cache")
    assert report(demo) == warm == report(demo)
