"""The house style: colours that can be read, a logo and a font from the data folder, and nothing from elsewhere."""

from pathlib import Path

import pytest

from demo_site.small import write_small
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.style import MAX_BYTES, Style, build_style
from socialmap.problems import Place, Problem
from socialmap.report import build_report

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'
FONT = b"wOF2" + bytes(60)
COLOURS = {"action": "#5a2d82", "part": "#7a3b00", "action_dark": "#d9b8ff", "part_dark": "#ffc480"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small municipality with a logo and a font."""
    root = write_small(tmp_path / "project")
    (root / "data" / "huisstijl").mkdir()
    (root / "data" / "huisstijl" / "logo.svg").write_bytes(LOGO)
    (root / "data" / "huisstijl" / "letter.woff2").write_bytes(FONT)
    return root


def project(root: Path, **style: object) -> Project:
    """The project in a folder, with this house style."""
    found = open_project(root, extra={"style": style})
    assert isinstance(found, Project), found
    return found


def styled(root: Path, **style: object) -> tuple[Style, tuple[Problem, ...]]:
    return build_style(project(root, **style))


def sheet(style: Style) -> str:
    """The stylesheet of all pages."""
    return style.assets.files[style.assets.stylesheet].decode()


def said(problems: tuple[Problem, ...], language: str) -> list[str]:
    """What an editor reads of problems."""
    report = build_report(problems, messages=read_messages(language), severity={})
    return [f"{each.what} {each.expected} {each.remedy}" for each in report.findings]


def test_without_a_house_style_ours_has_no_problem(root: Path) -> None:
    style, problems = styled(root)
    assert problems == ()
    assert (style.assets.logo, "@font-face" in sheet(style)) == ("", False)


def test_a_good_house_style_is_in_the_stylesheet(root: Path) -> None:
    style, problems = styled(root, colours=COLOURS, logo="huisstijl/logo.svg", font_file="huisstijl/letter.woff2")
    assert problems == ()
    assert style.assets.logo == "assets/logo.svg"
    assert style.assets.files["assets/logo.svg"] == LOGO
    assert style.assets.files["assets/letter.woff2"] == FONT
    css = sheet(style).replace(" ", "")
    assert '@font-face{font-family:"Eigen";src:url("letter.woff2")' in css
    assert '--sm-font:"Eigen",sans-serif' in css
    light, _, dark = css[css.index("--sm-color-action:#5a2d82") :].partition("prefers-color-scheme:dark")
    assert "--sm-color-part:#7a3b00" in light
    assert "--sm-color-action:#d9b8ff" in dark
    assert "--sm-color-part:#ffc480" in dark


def test_a_good_house_style_is_on_every_page(root: Path) -> None:
    styled_project = project(root, colours=COLOURS, logo="huisstijl/logo.svg", font="Verdana, sans-serif")
    today = styled_project.settings.today
    assert today is not None
    options = BuildOptions(search="none")
    assert not build_site(styled_project, today=today, messages=read_messages("nl"), options=options).failed
    page = (root / "site" / "aanbod" / "spreekuur.html").read_text("utf-8")
    assert 'src="../assets/logo.svg"' in page
    assert (root / "site" / "assets" / "logo.svg").read_bytes() == LOGO
    (css,) = (root / "site" / "assets").glob("map.*.css")
    assert "--sm-font: Verdana, sans-serif" in css.read_text("utf-8").replace(":V", ": V").replace(",s", ", s")


@pytest.mark.parametrize(
    ("colours", "scheme"),
    [
        ({"action": "#ffee00"}, "light"),
        ({"part": "#cccccc"}, "light"),
        ({"action_dark": "#101010"}, "dark"),
        ({"part_dark": "#202020"}, "dark"),
    ],
)
def test_a_colour_that_cannot_be_read_is_sm703(root: Path, colours: dict[str, str], scheme: str) -> None:
    _, problems = styled(root, colours=colours)
    assert problems
    assert {(each.code, each.place, each.params["scheme"]) for each in problems} == {
        ("SM703", Place("mkdocs.yml", field="style.colours"), scheme)
    }
    (name,) = colours
    assert all(name.removesuffix("_dark") in each.params["pair"] for each in problems)


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ("logo", "huisstijl/weg.svg"),
        ("logo", "huisstijl"),
        ("logo", "huisstijl/logo.html"),
        ("logo", "huisstijl/letter.woff2"),
        ("logo", "huisstijl/link.svg"),
        ("logo", "elders/logo.svg"),
        ("logo", "huisstijl/groot.png"),
        ("font_file", "huisstijl/weg.woff2"),
        ("font_file", "huisstijl/logo.svg"),
    ],
)
def test_a_file_that_is_missing_or_unsafe_is_sm704(root: Path, setting: str, name: str) -> None:
    outside = root.parent / "elders"
    outside.mkdir()
    (outside / "logo.svg").write_bytes(LOGO)
    (root / "data" / "elders").symlink_to(outside)
    (root / "data" / "huisstijl" / "link.svg").symlink_to(outside / "logo.svg")
    (root / "data" / "huisstijl" / "logo.html").write_bytes(LOGO)
    (root / "data" / "huisstijl" / "groot.png").write_bytes(bytes(MAX_BYTES + 1))
    style, problems = styled(root, **{setting: name})
    assert problems == (Problem("SM704", Place("mkdocs.yml", field=f"style.{setting}"), {"value": name}),)
    assert style.assets.logo == ""
    assert LOGO not in style.assets.files.values()


@pytest.mark.parametrize("name", ["../logo.svg", "/etc/logo.svg", "https://elders.example/logo.svg", "a//b.svg"])
def test_a_path_out_of_the_data_folder_is_no_setting(root: Path, name: str) -> None:
    found = open_project(root, extra={"style": {"logo": name}})
    assert isinstance(found, tuple)
    assert [(each.code, each.place.field) for each in found] == [("SM702", "style.logo")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_messages_name_the_colours_and_the_file(root: Path, language: str) -> None:
    _, problems = styled(root, colours={"action": "#ffee00"}, logo="huisstijl/weg.svg")
    texts = said(problems, language)
    assert len(texts) == len(problems) >= 2
    assert [text for text in texts if "{" in text] == []
    assert any("huisstijl/weg.svg" in text and "style.logo" in text for text in texts)
    assert any("action / page" in text and "light" in text and "4.5" in text for text in texts)
