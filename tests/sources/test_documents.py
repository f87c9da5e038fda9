"""Files beside the records: each group with its place, every fault told, and a name that stands once."""

from pathlib import Path

import pytest

from socialmap.model.crisis import CrisisTopic
from socialmap.model.settings import Settings
from socialmap.pipeline.load import load_data
from socialmap.problems import Place
from socialmap.sources.documents import make_documents
from socialmap.sources.words import read_words

TOPIC = """- id: {id}
  naam: Is er gevaar?
  aanbod: [{service}]
  zinnen:
    nl: [{phrase}]
"""
GUIDE = """naam: Ik kom niet rond
levensvraag: {question}
stappen:
  - id: begin
    naam: Begin hier
    aanbod:
      - {service}
"""
SERVICE = """naam: Hulp
soort: hulp
themas: geld
"""
TERM = "- {id: %s, naam: Iets}\n"


def data_in(folder: Path, **files: str) -> Path:
    """A data folder with one service, one theme, one kind and one life question, and these files."""
    found = {
        "aanbod/hulp.yml": SERVICE,
        "taxonomies/kinds.yml": TERM % "hulp",
        "taxonomies/themes.yml": TERM % "geld",
        "taxonomies/life_questions.yml": TERM % "geen-geld",
        **{name.replace("__", "/") + ".yml": text for name, text in files.items()},
    }
    for name, text in found.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def told(folder: Path, start: str) -> list[tuple[str, Place]]:
    """The code and place of each problem in the files whose path starts so."""
    data = load_data(folder, settings=Settings())
    return [(each.code, each.place) for each in data.placed(data.problems) if each.place.file.startswith(start)]


def crisis(**changes: str) -> str:
    """A topic with these values instead of the usual."""
    return TOPIC.format(**{"id": "gevaar", "service": "hulp", "phrase": "in gevaar", **changes})


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        (crisis(service="hlup"), "SM301", 3, 12),
        (crisis(phrase='"(.*)"'), "SM217", 5, 10),
        (crisis() + "  zinen: x\n", "SM201", 6, 3),
        (crisis() + crisis(), "SM113", 6, 7),
        (crisis().replace("naam", "id2"), "SM201", 2, 3),
        ("geen lijst", "SM108", 1, 1),
        ("- los woord\n", "SM108", 1, 3),
        ("- id: [open\n", "SM101", 1, 12),
    ],
)
def test_a_fault_in_the_words_of_danger_is_told_with_its_place(
    tmp_path: Path, text: str, code: str, line: int, column: int
) -> None:
    found = told(data_in(tmp_path, search__crisis=text), "search/")
    assert (code, line, column) in [(one, place.line, place.column) for one, place in found]


def test_good_words_of_danger_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    root = data_in(tmp_path, search__crisis=crisis() + crisis(id="nog-een"))
    data = load_data(root, settings=Settings())
    assert [topic.id for topic, _ in data.beside.crisis] == ["gevaar", "nog-een"]
    assert data.beside.crisis[0][0].phrases == {"nl": ("in gevaar",)}
    assert told(root, "search/") == []


def test_without_words_of_its_own_a_municipality_has_those_of_the_package(tmp_path: Path) -> None:
    root = data_in(tmp_path)
    data = load_data(root, settings=Settings())
    assert [topic.id for topic, _ in data.beside.crisis][:2] == ["zelfdoding", "seksueel-geweld"]
    assert told(root, "search/") == []


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (GUIDE.format(question="geen-geld", service="hlup"), "SM301", 7),
        (GUIDE.format(question="geen-gelt", service="hulp"), "SM302", 2),
        (GUIDE.format(question="geen-geld", service="hulp") + "stap: x\n", "SM201", 8),
        (GUIDE.format(question="geen-geld", service="hulp").replace("naam: Begin hier", "uitleg: x"), "SM205", 4),
        ("id: anders\n" + GUIDE.format(question="geen-geld", service="hulp"), "SM115", 1),
    ],
)
def test_a_fault_in_a_guide_is_told_with_its_place(tmp_path: Path, text: str, code: str, line: int) -> None:
    found = told(data_in(tmp_path, guides__geldgids=text), "guides/")
    assert [(one, place.line) for one, place in found] == [(code, line)]


def test_a_file_that_is_no_guide_is_told(tmp_path: Path) -> None:
    root = data_in(tmp_path)
    (root / "guides").mkdir()
    (root / "guides" / "gids.txt").write_text("x", "utf-8")
    assert told(root, "guides/") == [("SM112", Place("guides/gids.txt"))]


def test_a_group_keeps_where_it_was_read(tmp_path: Path) -> None:
    root = data_in(tmp_path, search__crisis=crisis() + crisis(id="nog-een"))
    groups, problems = make_documents(CrisisTopic, root=root, words=read_words("nl"), terms={}).read_list(
        "search/crisis.yml"
    )
    assert [(group.origin.file, group.origin.row) for group in groups] == [
        ("search/crisis.yml", 1),
        ("search/crisis.yml", 2),
    ]
    assert problems == ()
