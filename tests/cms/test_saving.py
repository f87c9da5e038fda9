"""A record that somebody saves in the editing environment, in a real browser: the file passes the check.

The environment works on the folder of the repository; the folder that a browser would let somebody choose is one of the
browser's own, filled with the municipality's files.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from demo_site.building import build
from demo_site.chromium import tab_in
from demo_site.hosting import hosted
from demo_site.small import write_small
from socialmap.pipeline.formatting import format_project
from socialmap.pipeline.project import Project, open_project

pytestmark = pytest.mark.browser
CHOOSE = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
FILL = """async (files) => {
  const top = await navigator.storage.getDirectory();
  await top.getDirectoryHandle('.git', { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/');
    const name = parts.pop();
    let folder = top;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === 'directory') await walk(one, `${path}${name}/`);
      else found[path + name] = await (await one.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}"""
RECORD = """# Vraag de balie voordat je dit verandert.
naam: Spreekuur
samenvatting: We helpen je.
soort: [hulp]
themas: [geld]  # meer komt nog
organisatie: welzijn
locaties:
  - locatie: buurthuis
    openingstijden: ma 9:00-12:00
telefoon: "0301234567"
website: https://spreekuur.example
kosten: gratis
rol: redactie
gecontroleerd_op: 2026-11-01
gecontroleerd_door: redactie
interne_notitie: Alleen voor ons
toegestaan:
  telefoon: Dit is de balie.
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """The environment with a folder opened in it, and the municipality that the folder came from."""

    page: Page
    top: str
    root: Path

    def files(self) -> dict[str, str]:
        """The files as they are in the folder now."""
        found: dict[str, str] = self.page.evaluate(READ)
        return found

    def open(self, place: str) -> None:
        """Go to a record, or to a new one."""
        self.page.goto(f"{self.top}#/collections/{place}")
        self.page.get_by_role("textbox", name="Naam", exact=True).first.wait_for(timeout=20_000)

    def save(self) -> None:
        """Save and wait until the environment says so."""
        self.page.get_by_role("button", name="Save", exact=True).first.click()
        self.page.get_by_text("Entry saved").wait_for(timeout=20_000)


@pytest.fixture
def desk(browser: Browser, fetched: Path, tmp_path: Path) -> Iterator[Desk]:
    """The environment on the folder of a small municipality."""
    root = write_small(tmp_path)
    (root / "data/aanbod/spreekuur.yml").write_text(RECORD, "utf-8")
    (root / ".cache/socialmap").mkdir(parents=True)
    (root / ".cache/socialmap/cms").symlink_to(fetched, target_is_directory=True)
    built = build(root, into=root / "out", settings={"cms": True, "repository": "https://github.com/dorp/kaart"})
    assert not built.report.failed
    files = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in (root / "data").rglob("*.yml")}
    with hosted(built.root) as url, tab_in(browser) as tab:
        tab.page.add_init_script(CHOOSE)
        tab.page.goto(f"{url}404.html")
        tab.page.evaluate(FILL, files)
        tab.page.goto(f"{url}beheer/index.html")
        tab.page.get_by_role("button", name="Work with Local Repository").click(timeout=20_000)
        tab.page.get_by_text("Aanbod").first.wait_for(timeout=20_000)
        yield Desk(tab.page, f"{url}beheer/index.html", root)


def checked(desk: Desk) -> list[tuple[str, str]]:
    """What the check says of the files that were saved, and what `fmt` would still change in them."""
    for path, text in desk.files().items():
        (desk.root / path).parent.mkdir(parents=True, exist_ok=True)
        (desk.root / path).write_text(text, "utf-8")
    built = build(desk.root, into=desk.root / "again")
    project = open_project(desk.root)
    assert isinstance(project, Project)
    edits = [("fmt", edit.file) for edit in format_project(project).edits if "spreekuur" in edit.file]
    return [(each.code, each.place.file) for each in built.report.findings if each.severity == "error"] + edits


def test_a_saved_change_touches_one_line_and_passes_the_check(desk: Desk) -> None:
    desk.open("aanbod/entries/spreekuur")
    desk.page.get_by_role("textbox", name="Naam", exact=True).first.fill("Spreekuur over geld")
    desk.save()
    assert desk.files()["data/aanbod/spreekuur.yml"] == RECORD.replace("Spreekuur", "Spreekuur over geld")
    assert checked(desk) == []


def test_a_new_record_gets_a_file_that_passes_the_check(desk: Desk) -> None:
    desk.open("rollen/new")
    desk.page.get_by_role("textbox", name="Naam", exact=True).first.fill("Coördinator Noord")
    desk.page.get_by_role("radio", name="coordinator").click()
    desk.page.get_by_role("textbox", name="Email").first.fill("noord@dorp.example")
    desk.save()
    made = {path: text for path, text in desk.files().items() if "noord" in path}
    record = 'naam: Coördinator Noord\nsoort: coordinator\nemail: "noord@dorp.example"\n'
    assert made == {"data/rollen/cooerdinator-noord.yml": record}
    assert checked(desk) == []
