"""The gallery shows every building block as the map draws it: each example is a page that a browser can show."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from handbook.test_in_browser import opened
from socialmap.pipeline.handbook.examples import examples_of
from socialmap.pipeline.handbook.gallery import component_folders, gallery_files
from socialmap.pipeline.project import Project

FOLDER = "bouwstenen/voorbeelden"
# An example is a part of a page, whose headings have an order and one of which labels the search box.
RULES = {"rules": {"heading-order": {"enabled": False}}}
LABELLED_BY_THE_PAGE = "searchbox-1.html"


def paths(project: Project) -> list[str]:
    """The examples' pages, as the folders of the components promise them."""
    return [
        f"{FOLDER}/{name}-{number}.html"
        for name, folder in component_folders(project.overrides).items()
        for number, _ in enumerate(examples_of(folder), 1)
    ]


def test_every_example_has_a_page_and_there_is_nothing_else_but_the_style(demo: Project) -> None:
    wanted = paths(demo)
    assert len(wanted) > 40
    assert sorted(gallery_files(demo)) == sorted([*wanted, f"{FOLDER}/kaart.css"])


def test_every_page_is_published_and_framed_where_its_component_is_explained(demo: Project, top: Path) -> None:
    folder = top / "kaart" / "handboek"
    for path in paths(demo):
        name = Path(path).stem.rpartition("-")[0]
        text = (folder / "bouwstenen" / f"{name}.html").read_text("utf-8")
        assert f'<iframe class="hb-example" src="voorbeelden/{Path(path).name}"' in text
        assert (folder / path).read_text("utf-8") == gallery_files(demo)[path]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_example_can_be_used_by_everyone(demo: Project, address: str, browser: Browser, scheme: str) -> None:
    found = {}
    with opened(browser, scheme=scheme, script=True) as page:
        for path in paths(demo):
            page.goto(f"{address}/{path}")
            page.wait_for_load_state()
            violations = violations_of(page)
            if violations:
                found[path] = violations
    assert found == {}


def violations_of(page: Page) -> list[str]:
    """What axe finds in a page, in short."""
    response = Axe().run(page, options=RULES).response
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:80]}"
        for each in response["violations"]
        if not (each["id"] == "label" and page.url.endswith(LABELLED_BY_THE_PAGE))
    ]


@pytest.mark.browser
def test_the_frames_show_something(address: str, browser: Browser) -> None:
    with opened(browser) as page:
        page.goto(f"{address}/bouwstenen/card.html")
        frame = page.frame_locator("iframe").first
        assert frame.locator(".sm-card").inner_text().startswith("Formulierenspreekuur")
