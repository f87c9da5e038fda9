"""A build as a whole: what it publishes, what it leaves alone, and that only what changed is drawn again."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from demo_site.building import REPOSITORY
from socialmap.pipeline import build as building
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.handbook import Handbook, HandbookError
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.timing import Timer
from socialmap.publish import Published
from socialmap.report import Report

TODAY = date(2026, 11, 2)
SETTINGS = """\
site_name: Kaart van Testdorp
plugins:
  - socialmap:
      languages: [nl, en]
"""
RECORDS = {
    "rollen/redactie.yml": "naam: Redactie\nsoort: redacteur\nthemas: [geld]\n",
    "organisaties/buurthuis.yml": "naam: Buurthuis\nsoort: stichting\nrol: redactie\n",
    "locaties/linde.yml": "naam: De Linde\nadres: Lindelaan 1\nplaats: Testdorp\nrol: redactie\n",
    "aanbod/spreekuur.yml": (
        "naam: Spreekuur\nnaam@en: Help desk\nsamenvatting: Wij lezen je brief.\n"
        "samenvatting@en: We read your letter.\n"
        "soort: [hulp]\nthemas: [geld]\norganisatie: buurthuis\nlocaties: [linde]\noude_ids: [brievenuur]\n"
    ),
    "aanbod/koffie.yml": (
        "naam: Koffie\nsamenvatting: Drink koffie.\nsoort: [activiteit]\nthemas: [geld]\nlocaties: [linde]\n"
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a tiny municipality that checks without errors."""
    shutil.copytree(REPOSITORY / "data" / "taxonomies", tmp_path / "data" / "taxonomies")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    for name, text in RECORDS.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def build(
    root: Path, *, handbook: Handbook | None = None, search: bool = False, timer: Timer | None = None
) -> tuple[Report, Published | None]:
    project = open_project(root)
    assert isinstance(project, Project)
    told: list[Published] = []
    options = BuildOptions(search="make" if search else "none", tell=told.append, timer=timer or Timer())
    report = build_site(project, today=TODAY, messages=read_messages("nl"), options=options, handbook=handbook)
    return report, told[0] if told else None


def files(root: Path) -> dict[str, bytes]:
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "data" / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def pages(published: Published | None) -> set[str]:
    assert published is not None
    return {route for route in published.written if route.endswith(".html")}


def test_a_second_build_writes_nothing(root: Path) -> None:
    build(root)
    _, published = build(root)
    assert published is not None
    assert (published.written, published.removed) == ((), ())


def test_only_pages_that_show_a_changed_record_are_written(root: Path) -> None:
    build(root)
    edit(root, "aanbod/koffie.yml", "Drink koffie.", "Drink thee.")
    changed = pages(build(root)[1])
    assert {"aanbod/koffie.html", "themas/geld.html", "locaties/linde.html"} <= changed
    assert not {"aanbod/spreekuur.html", "organisaties/buurthuis.html", "themas/werk.html"} & changed


def test_a_changed_place_reaches_the_services_that_are_there(root: Path) -> None:
    build(root)
    edit(root, "locaties/linde.yml", "De Linde", "De Beuk")
    changed = pages(build(root)[1])
    assert {"aanbod/koffie.html", "aanbod/spreekuur.html", "locaties/linde.html", "plekken.html"} <= changed


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("aanbod/koffie.yml", "Drink koffie.", "Drink thee."),
        ("locaties/linde.yml", "De Linde", "De Beuk"),
        ("organisaties/buurthuis.yml", "Buurthuis", "Wijkhuis"),
        ("taxonomies/themes.yml", "Geld en schulden", "Geld"),
        ("rollen/redactie.yml", "naam: Redactie", "naam: Team"),
    ],
)
def test_a_warm_build_gives_what_a_cold_one_gives(root: Path, name: str, old: str, new: str) -> None:
    build(root)
    edit(root, name, old, new)
    build(root)
    warm = files(root)
    shutil.rmtree(root / "site")
    shutil.rmtree(root / ".cache")
    build(root)
    assert files(root) == warm


def test_a_large_site_draws_its_pages_before_it_searches_and_is_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, steps = Timer(), Timer()
    build(root, search=True, timer=usual)
    expected = files(root)
    for name in ("site", ".cache"):
        shutil.rmtree(root / name)
    monkeypatch.setattr(building, "LARGE", 1)
    build(root, search=True, timer=steps)
    assert files(root) == expected
    assert [name for name, _ in steps.steps if name in ("wait", "search-start")] == ["wait", "search-start"]
    assert [name for name, _ in usual.steps if name in ("wait", "search-start")] == ["search-start", "wait"]


def test_an_error_leaves_the_previous_site_as_it_was(root: Path) -> None:
    build(root)
    before = files(root)
    edit(root, "aanbod/koffie.yml", "[activiteit]", "[aktiviteitt]")
    report, published = build(root)
    assert report.failed
    assert published is None
    assert files(root) == before


def test_a_program_that_breaks_leaves_the_previous_site_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root)
    before = files(root)
    edit(root, "aanbod/koffie.yml", "Drink koffie.", "Drink thee.")

    def broken(*_: object, **__: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(building, "dress_not_found", broken)
    with pytest.raises(ZeroDivisionError):
        build(root)
    assert files(root) == before


def test_a_handbook_that_fails_leaves_the_previous_site_as_it_was(root: Path) -> None:
    build(root)
    before = files(root)
    with pytest.raises(HandbookError):
        build(root, handbook=Handbook(lambda: lambda: None))
    assert files(root) == before


def test_a_handbook_with_the_same_mark_is_not_made_again(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    (folder / "index.html").write_text("<p>Handboek</p>")
    starts: list[int] = []

    def start() -> Callable[[], Path]:
        starts.append(1)
        return lambda: folder

    build(root, handbook=Handbook(start, "one"))
    build(root, handbook=Handbook(start, "one"))
    assert (root / "site" / "handboek" / "index.html").read_text() == "<p>Handboek</p>"
    build(root, handbook=Handbook(start, "two"))
    assert len(starts) == 2


def test_a_former_id_keeps_its_address(root: Path) -> None:
    build(root)
    page = (root / "site" / "aanbod" / "brievenuur.html").read_text("utf-8")
    assert 'content="0; url=../aanbod/spreekuur.html"' in page


def test_the_search_index_is_made_once_for_the_same_words(root: Path) -> None:
    build(root, search=True)
    edit(root, "rollen/redactie.yml", "naam: Redactie", "naam: Team")
    _, published = build(root, search=True)
    assert published is not None
    assert not [route for route in published.written if route.startswith("pagefind/")]
    edit(root, "aanbod/koffie.yml", "Drink koffie.", "Drink thee.")
    _, published = build(root, search=True)
    assert published is not None
    assert [route for route in published.written if route.startswith("pagefind/nl/")]
    assert not [route for route in published.written if route.startswith("pagefind/en/")]


def test_a_strange_file_where_a_page_must_come_is_told_and_left_alone(root: Path) -> None:
    (root / "site" / "aanbod").mkdir(parents=True)
    (root / "site" / "aanbod" / "koffie.html").write_text("van iemand anders")
    report, _ = build(root)
    assert [(finding.code, finding.place.file) for finding in report.findings if finding.code == "SM802"] == [
        ("SM802", "site/aanbod/koffie.html")
    ]
    assert (root / "site" / "aanbod" / "koffie.html").read_text() == "van iemand anders"


def test_the_map_is_made_without_mkdocs_material_or_what_other_commands_need(root: Path) -> None:
    code = f"""
import sys
sys.modules["mkdocs"] = None
from socialmap.hosts.cli import main
code = main(["build", "--map-only", "--no-search", "--project", {str(root)!r}])
assert not {{"material", "httpx", "frictionless", "watchfiles"}} & set(sys.modules)
sys.exit(code)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (root / "site" / "aanbod" / "koffie.html").is_file()
