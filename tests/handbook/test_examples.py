"""The examples on the pages of rules: what is called wrong raises its rule, and what is called right does not."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from socialmap.pipeline.check import check_project, make_settings_report, read_messages
from socialmap.pipeline.handbook.rules import Example, read_examples
from socialmap.pipeline.project import Project, open_project, packaged
from socialmap.problems.registry import RULES

EXAMPLES = read_examples(
    yaml.safe_load((packaged("site_overrides") / "handbook" / "examples.nl.yml").read_text("utf-8"))
)
SQUARE = "[[[{0},52.0],[{1},52.0],[{1},52.1],[{0},52.1],[{0},52.0]]]"
SHAPE = (
    '{{"type":"Feature","properties":{{"id":"{0}","name":"{0}"}},"geometry":{{"type":"Polygon","coordinates":{1}}}}}'
)
NORTH, SOUTH = SHAPE.format("noord", SQUARE.format(5.0, 5.1)), SHAPE.format("zuid", SQUARE.format(5.1, 5.2))
CHECKED = "rol: redactie\ngecontroleerd_op: 2026-10-30\ngecontroleerd_door: redactie\n"
SERVICE = f"naam: {{}}\nsoort: hulp\nthemas: geld\nwebsite: https://x.example\n{CHECKED}"
PLACE = f"naam: {{}}\nadres: Markt 1\npostcode: 9999 AA\nplaats: Dorp\n{CHECKED}"
SITE = {
    "rollen/redactie.yml": "naam: Redactie\nsoort: redacteur\n",
    "rollen/redactie-noord.yml": "naam: Redactie Noord\nsoort: redacteur\n",
    "taxonomies/kinds.yml": "- {id: hulp, naam: Hulp}\n- {id: deelaanbod, naam: Delen}\n",
    "taxonomies/themes.yml": "- {id: geld, naam: Geld}\n",
    "taxonomies/life_questions.yml": "- {id: ik-kom-niet-rond, naam: Ik kom niet rond}\n",
    "taxonomies/target_groups.yml": "- {id: ouderen, naam: Ouderen}\n",
    "taxonomies/neighbourhoods.yml": "- {id: noord, naam: Noord}\n- {id: zuid, naam: Zuid}\n",
    "boundaries/neighbourhoods.geojson": f'{{"type":"FeatureCollection","features":[{NORTH},{SOUTH}]}}',
    "postcodes.csv": "postcode;lat;lon\n9999;52.01;5.01\n9998;52.09;5.19\n",
    "organisaties/welzijn.yml": f"naam: Welzijn\nsoort: stichting\nwebsite: https://w.example\n{CHECKED}",
    "locaties/de-linde.yml": PLACE.format("De Linde"),
    "locaties/bibliotheek.yml": PLACE.format("Bibliotheek"),
    "aanbod/spreekuur.yml": SERVICE.format("Spreekuur") + "organisatie: welzijn\n",
    "aanbod/eerst-dit.yml": SERVICE.format("Eerst dit") + "eerst: [voorbeeld]\n",
    "aanbod/gestopt.yml": SERVICE.format("Gestopt") + "status: gestopt\n",
    "aanbod/voorbeeld.yml": SERVICE.format("Voorbeeld"),
}
PAGES = sorted((packaged("site_overrides") / "handbook").glob("*.md"))
NUMBER_OF_NOBODY = {"SM416"}
BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
MARKED = {
    "plugins:": "mkdocs.yml",
    "geheim_adres:": "locaties/voorbeeld.yml",
    "stappen:": "guides/gids.yml",
    "zinnen:": "search/crisis.yml",
    "groepen:": "search/synonyms-eigen.yml",
    "verwachtingen:": "search/expectations.yml",
}
WHOLE = {
    "aanbod": SERVICE.format("Voorbeeld"),
    "organisaties": f"naam: Voorbeeld\nsoort: stichting\nwebsite: https://v.example\n{CHECKED}",
    "locaties": PLACE.format("Voorbeeld"),
    "experimenten": f"naam: Voorbeeld\nverwachting: Meer mensen.\nvanaf: 2026-01-01\n{CHECKED}",
    "raadplegingen": f"naam: Voorbeeld\nvraag: Wat mis je?\nvanaf: 2026-01-01\ntot_en_met: 2026-12-01\n{CHECKED}",
}


def complete(example: Example, text: str) -> str:
    """The example as a whole file: a record gets the lines it does not show."""
    if not example.file.endswith("/voorbeeld.yml"):
        return text
    shown = {line.partition(":")[0].partition("@")[0] if "@" not in line else "" for line in text.splitlines()}
    rest = [line for line in WHOLE[example.file.split("/")[0]].splitlines() if line.partition(":")[0] not in shown]
    return "\n".join([text.rstrip("\n"), *rest, ""])


def codes(root: Path, example: Example, text: str) -> set[str]:
    """What the check says of the site with the example in it."""
    for name, content in {**SITE, f"../{example.file}" if example.file == "mkdocs.yml" else example.file: ""}.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content or complete(example, text), "utf-8")
    project = open_project(root)
    messages = read_messages("nl")
    if isinstance(project, Project):
        return {one.code for one in check_project(project, today=date(2026, 11, 2), messages=messages).findings}
    return {one.code for one in make_settings_report(project, messages=messages).findings}


def test_every_rule_has_an_example_of_wrong_and_right() -> None:
    assert EXAMPLES.keys() == {rule.code for rule in RULES}
    assert [code for code, example in EXAMPLES.items() if not (example.wrong and example.right)] == []


@pytest.mark.parametrize("code", [code for code, example in EXAMPLES.items() if example.is_data])
def test_what_is_wrong_raises_its_rule_and_what_is_right_raises_none(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    assert code in codes(tmp_path / "wrong", example, example.wrong)
    assert codes(tmp_path / "right", example, example.right) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_written_page_tells_you_to_write_is_right(page: Path, tmp_path: Path) -> None:
    for number, text in enumerate(BLOCK.findall(page.read_text("utf-8"))):
        example = Example(file=next((file for mark, file in MARKED.items() if mark in text), "aanbod/voorbeeld.yml"))
        if example.file == "mkdocs.yml":
            (tmp_path / str(number) / "data/pages").mkdir(parents=True)
            (tmp_path / str(number) / "data/pages/logo.svg").write_text("<svg/>", "utf-8")
        assert (text, codes(tmp_path / str(number), example, text) - NUMBER_OF_NOBODY) == (text, set())
