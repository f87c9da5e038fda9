"""MkDocs as a host: strict builds, one report without a traceback, only our own files, rebuilds."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig

from handbook.small import write_project
from socialmap.hosts.mkdocs_plugin import SocialmapPlugin, main

Outcome = subprocess.CompletedProcess[str]


def mkdocs(root: Path, *arguments: str) -> Outcome:
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", *arguments)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that `mkdocs build --strict` publishes of a small project with a hostile name."""
    root = write_project(tmp_path_factory.mktemp("project"), name='"Dorp <script>alert(1)</script> & co"')
    outcome = mkdocs(root)
    assert outcome.returncode == 0, outcome.stderr
    return root / "site"


@pytest.fixture(scope="module")
def handbook(built: Path) -> Path:
    return built / "handboek"


def read(path: Path) -> str:
    return path.read_text("utf-8")


def test_a_strict_build_publishes_the_map_and_the_handbook_together(built: Path) -> None:
    assert {"index.html", "aanbod/spreekuur.html", "handboek/index.html", "handboek/regels/SM205.html"} <= pages(built)


def test_mkdocs_publishes_only_what_the_handbook_needs(handbook: Path) -> None:
    others = {name for name in pages(handbook) if not name.endswith(".html") and not name.startswith("pagefind/")}
    style, theme = sorted(name for name in others if name.startswith("assets/") and name.endswith(".css"))
    assert theme.startswith("assets/stylesheets/main.")
    assert style.startswith("assets/handbook-")
    lists = {name for name in others if name.startswith("werk/") and name.endswith((".csv", ".ics"))}
    examples = "bouwstenen/voorbeelden/kaart.css"
    assert {"werk/index.csv", "werk/index.ics"} <= lists
    assert others - lists == {theme, style, examples, "assets/handbook.js", "assets/icon.svg"}


def test_no_page_of_the_theme_or_the_map_stands_in_the_handbook(handbook: Path) -> None:
    assert {"404.html", "sitemap.xml", "base.html", "main.html", "search.html"} & pages(handbook) == set()


def test_names_reach_the_page_as_text(handbook: Path) -> None:
    html = read(handbook / "afspraken.html")
    assert (
        "<title>Onze &lt;afspraken&gt; &amp; zo – Handboek Dorp &lt;script&gt;alert(1)&lt;/script&gt; &amp; co</title>"
    ) in html
    assert "<script>" not in html


def test_a_link_to_a_record_leads_to_its_page_on_the_map(handbook: Path) -> None:
    assert '<a href="../aanbod/spreekuur.html">het spreekuur</a>' in read(handbook / "afspraken.html")


def test_a_page_of_the_municipality_stands_in_the_menu(handbook: Path) -> None:
    assert '<a href="afspraken.html">Onze &lt;afspraken&gt; &amp; zo</a>' in read(handbook / "index.html")


def test_a_link_to_a_record_that_is_not_there_stops_a_strict_build(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "data/pages/handboek/afspraken.md").write_text("# X\n\n[weg](record:aanbod/weg)\n", "utf-8")
    outcome = mkdocs(root)
    assert outcome.returncode == 1
    assert "afspraken.md: geen record `aanbod/weg`" in outcome.stderr


def test_errors_in_data_come_as_one_report_without_a_traceback_and_keep_the_site(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert mkdocs(root).returncode == 0
    before = {name: (root / "site" / name).read_bytes() for name in pages(root / "site")}
    (root / "data/aanbod/kapot.yml").write_text("naam: Kapot\nsoort: hulp\nrol: redactie\n", "utf-8")
    (root / "data/locaties").mkdir()
    (root / "data/locaties/krom.yml").write_text("naam: Krom\nrol: niemand\n", "utf-8")
    outcome = mkdocs(root)
    assert outcome.returncode == 1
    assert "Traceback" not in outcome.stderr
    lines = [line.strip() for line in outcome.stderr.splitlines()]
    assert [line for line in lines if line.endswith(".yml")] == ["data/aanbod/kapot.yml", "data/locaties/krom.yml"]
    assert re.findall(r"\[(SM\d+) ", outcome.stderr) == ["SM205", "SM301"]
    assert {name: (root / "site" / name).read_bytes() for name in pages(root / "site")} == before


def test_wrong_settings_come_as_a_report_too(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    path = root / "mkdocs.yml"
    path.write_text(read(path).replace("languages: [nl]", "languages: [Nederlands]"), "utf-8")
    outcome = mkdocs(root)
    assert outcome.returncode == 1
    assert "SM702" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_the_site_goes_where_mkdocs_is_told(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    assert mkdocs(root, "--site-dir", str(tmp_path / "elsewhere")).returncode == 0
    assert (tmp_path / "elsewhere" / "aanbod" / "spreekuur.html").is_file()
    assert (tmp_path / "elsewhere" / "handboek" / "index.html").is_file()


def test_the_same_files_come_out_of_socialmap_build_beside_it(built: Path, tmp_path: Path) -> None:
    assert main([str(built.parent), str(tmp_path / "handboek")]) == 0
    assert pages(tmp_path / "handboek") == pages(built / "handboek")
    assert all(
        (tmp_path / "handboek" / name).read_bytes() == (built / "handboek" / name).read_bytes()
        for name in pages(tmp_path / "handboek")
    )


@pytest.mark.parametrize(("folder", "named"), [("site_overrides", False), ("site_overrides", True), ("eigen", True)])
def test_a_template_of_the_municipality_goes_before_ours(tmp_path: Path, folder: str, *, named: bool) -> None:
    root = write_project(tmp_path)
    (root / folder / "partials").mkdir(parents=True)
    (root / folder / "partials/footer.html").write_text("<p>Onze voet</p>", "utf-8")
    path = root / "mkdocs.yml"
    if named:
        path.write_text(read(path).replace("  name: material", f"  name: material\n  custom_dir: {folder}"), "utf-8")
    assert main([str(root), str(tmp_path / "into")]) == 0
    html = read(tmp_path / "into/index.html")
    assert "<p>Onze voet</p>" in html
    assert "hb-header" in html


def test_a_project_without_settings_of_its_own_has_a_handbook(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert main([str(tmp_path), str(tmp_path / "into")]) == 0
    assert "Handboek Sociale kaart</title>" in read(tmp_path / "into" / "index.html")


@pytest.fixture(autouse=True)
def own_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs keeps plugin objects for the whole process; each test has its own."""
    monkeypatch.setattr(MkDocsConfig.plugins, "plugin_cache", {})


def test_a_rebuild_while_serving_sees_new_pages_and_keeps_nothing_of_the_old(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    first = serve_once(root)
    (root / "data/pages/handboek/afspraken.md").unlink()
    (root / "data/pages/handboek/nieuw.md").write_text("# Nieuw\n", "utf-8")
    assert serve_once(root) is first
    assert "afspraken.html" not in pages(root / "shown")
    assert '<a href="nieuw.html">Nieuw</a>' in read(root / "shown/index.html")
    assert not (root / "site").exists()


def test_faults_in_data_do_not_stop_somebody_who_looks_at_the_handbook(tmp_path: Path) -> None:
    root = write_project(tmp_path, aanbod__kapot="naam: Kapot\n")
    serve_once(root)
    assert "Begin hier" in read(root / "shown/index.html")


def serve_once(root: Path) -> SocialmapPlugin:
    """What `mkdocs serve` does for one rebuild: settings anew, the same plugin object."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "shown"))
    plugin = config.plugins["socialmap"]
    assert isinstance(plugin, SocialmapPlugin)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    return plugin
