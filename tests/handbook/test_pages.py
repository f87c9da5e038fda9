"""The handbook's pages as Markdown: nothing is missing, and what they say is so."""

import re
from pathlib import Path

import pytest
import yaml

from handbook.small import write_project
from socialmap.model.shape import shape_of
from socialmap.pipeline.handbook import HandbookPage, handbook_fingerprint, handbook_pages
from socialmap.pipeline.handbook.dictionary import all_keys, explained, fields_of
from socialmap.pipeline.handbook.finding import text_of
from socialmap.pipeline.handbook.html import link_records, reachable_tables, record_routes
from socialmap.pipeline.handbook.page import code, plain, table
from socialmap.pipeline.project import Project, open_project, packaged
from socialmap.problems.registry import RULES
from socialmap.sources.loading import MODELS
from socialmap.sources.words import read_words
from socialmap.text.hours import HoursFault, read_hours

FOLDER = packaged("site_overrides") / "handbook"
HOURS_ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
HOURS_KEY = re.compile(r"openingstijden: (.+)")
SECTIONS = ("Wat is er mis?", "Waarom telt dit?", "Hoe los je het op?")
HOLE = re.compile(r"\{\w+\}")
LINK = re.compile(r"\]\(([^):#]+\.md)")


@pytest.fixture(scope="module")
def pages(demo: Project) -> dict[str, str]:
    return {page.path: page.text for page in handbook_pages(demo)}


def small(folder: Path, **files: str) -> Project:
    project = open_project(write_project(folder, **files))
    assert isinstance(project, Project)
    return project


def test_every_rule_has_a_page_that_says_what_why_and_how(pages: dict[str, str]) -> None:
    for rule in RULES:
        text = pages[f"regels/{rule.code}.md"]
        assert text.startswith(f"# {rule.code}: ")
        assert rule.name in text
        assert (rule.code, [part for part in SECTIONS if f"\n## {part}\n" not in text]) == (rule.code, [])
        assert f"]({rule.code}.md)" in pages["regels/index.md"]
        assert HOLE.findall(text) == []


def test_every_field_of_every_record_type_stands_in_the_dictionary_in_the_editors_words(pages: dict[str, str]) -> None:
    words = read_words("nl")
    for kind, model in MODELS.items():
        text = pages[f"gegevens/{words.types[kind][0]}.md"]
        keys = {words.write_key(field.name) for _, field in fields_of(shape_of(model))}
        assert {key for key in keys if f"| `{key}`" not in text} == set()


def test_every_field_is_explained_and_no_explanation_is_left_over() -> None:
    explanations = yaml.safe_load((FOLDER / "explanations.nl.yml").read_text("utf-8"))
    assert explanations.keys() == all_keys()
    assert all(text.endswith(".") for text in explanations.values())


def test_a_shared_field_is_explained_once_under_the_model_that_declares_it() -> None:
    assert explained(MODELS["service"], "name") == "record.name"
    assert explained(MODELS["service"], "summary") == "described.summary"
    assert explained(MODELS["service"], "bring") == "service.bring"


def test_every_way_to_write_hours_on_the_page_about_hours_is_understood() -> None:
    text = (FOLDER / "openingstijden-schrijven.md").read_text("utf-8")
    written = HOURS_ROW.findall(text) + HOURS_KEY.findall(text)
    assert len(written) > 15
    assert [way for way in written if isinstance(read_hours(way), HoursFault)] == []


def test_every_link_between_pages_leads_to_a_page(pages: dict[str, str], demo: Project) -> None:
    own = {path.name for path in (demo.data / "pages/handboek").glob("*.md")}
    for path, text in pages.items():
        folder = Path("/") / Path(path).parent
        targets = {(folder / link).resolve().relative_to("/").as_posix() for link in LINK.findall(text)}
        assert (path, targets - pages.keys() - own - {"werk/index.md"}) == (path, set())


def test_a_component_shows_its_readme_parameters_and_examples(pages: dict[str, str]) -> None:
    text = pages["bouwstenen/search.md"]
    assert "## Not like this" in text
    assert "| `action` | url | ja |" in text
    assert "## Voorbeeld: dutch" in text


def test_references_are_named_in_the_editors_words(pages: dict[str, str]) -> None:
    assert "verwijzing naar [rollen](rollen.md)" in pages["gegevens/aanbod.md"]
    assert "wie het aanbod verzorgt. Ook een bewonersinitiatief is" in pages["gegevens/index.md"]


def test_the_list_of_components_says_what_each_is_for(pages: dict[str, str]) -> None:
    lines = [line for line in pages["bouwstenen/index.md"].splitlines() if line.startswith("- ")]
    assert (
        '- [card](card.md): <span lang="en">A service in a list: name, one sentence, one line of facts, '
        "the number last.</span>"
    ) in lines
    assert [line for line in lines if not line.endswith(".</span>")] == []


def test_search_tells_a_sentence_with_code_in_it_as_it_reads() -> None:
    html = '<p>De rol <code>desk</code>, en <a href="x">die</a>.</p><p>Nieuw</p>'
    assert text_of(html) == "De rol desk, en die. Nieuw"


def test_text_of_others_shows_as_it_stands() -> None:
    assert plain("a*b_c <i> [x](y) & `*code*`") == r"a\*b\_c &lt;i&gt; \[x\](y) &amp; `*code*`"
    assert code("a`b") == "`` a`b ``"
    assert table(("a", "b"), [("x|y", "line\nbreak")]) == "| a | b |\n| --- | --- |\n| x\\|y | line break |"


def test_a_municipality_replaces_a_written_page_by_one_of_the_same_name(tmp_path: Path) -> None:
    folder = tmp_path / "site_overrides" / "handbook"
    folder.mkdir(parents=True)
    (folder / "privacy.md").write_text("# Eigen regels\n", "utf-8")
    assert HandbookPage("privacy.md", "# Eigen regels\n") in handbook_pages(small(tmp_path))


def test_record_links_lead_to_the_map_and_unknown_ones_are_named(tmp_path: Path) -> None:
    names = ("aanbod/spreekuur", "service/spreekuur", "rol/redactie")
    html = "".join(f'<a href="record:{name}">x</a>' for name in names)
    linked = link_records(html, find=record_routes(small(tmp_path)), root="../")
    assert linked.html.count('href="../aanbod/spreekuur.html"') == 2
    assert linked.unknown == ("rol/redactie",)


def test_each_table_is_reachable_under_a_name_of_its_own() -> None:
    html = reachable_tables("<table>1</table><p>x</p><table>2</table>")
    assert re.findall(r'aria-label="([^"]+)" tabindex="0"><table>(\d)', html) == [("Tabel 1", "1"), ("Tabel 2", "2")]


def test_the_fingerprint_follows_what_the_handbook_is_made_of_and_nothing_else(tmp_path: Path) -> None:
    project = small(tmp_path)
    before = handbook_fingerprint(project)
    (project.data / "aanbod/spreekuur.yml").write_text("naam: Iets anders\n", "utf-8")
    assert handbook_fingerprint(project) == before
    page = project.data / "pages/handboek/afspraken.md"
    page.write_text(page.read_text("utf-8") + "meer\n", "utf-8")
    after = handbook_fingerprint(project)
    assert after != before
    (tmp_path / "mkdocs.yml").write_text((tmp_path / "mkdocs.yml").read_text("utf-8") + "copyright: x\n", "utf-8")
    assert handbook_fingerprint(project) not in (before, after)
