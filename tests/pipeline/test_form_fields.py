"""The fields of forms kept beside the site: the same as made anew, and made anew when what is kept is no good."""

import json
from pathlib import Path

import pytest

from socialmap.pipeline.form_fields import FILE, form_fields
from socialmap.pipeline.project import Project, open_project
from socialmap.sources.words import read_words

WORDS = read_words("nl")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "data").mkdir()
    opened = open_project(tmp_path, extra={"municipality": "Rekenstad"})
    assert isinstance(opened, Project)
    return opened


def kept(project: Project) -> dict[str, object]:
    found = json.loads((project.cache / FILE).read_bytes())
    assert isinstance(found, dict)
    return found


def test_what_is_kept_is_what_was_made(project: Project) -> None:
    made = form_fields(project, WORDS)
    assert json.dumps(made) == json.dumps(form_fields(project, WORDS)) == json.dumps(kept(project)["fields"])
    assert next(field for field in made["service"] if field["name"] == "name")["required"] is True


def test_what_is_kept_is_used(project: Project) -> None:
    made = form_fields(project, WORDS)
    changed = {**kept(project), "fields": {**made, "service": [{"name": "kept"}]}}
    (project.cache / FILE).write_text(json.dumps(changed), "utf-8")
    assert form_fields(project, WORDS)["service"] == [{"name": "kept"}]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"mark": "other", "fields": {}}', '{"mark": 1}'])
def test_what_is_damaged_or_old_is_made_anew(project: Project, content: str) -> None:
    made = form_fields(project, WORDS)
    before = kept(project)
    (project.cache / FILE).write_text(content, "utf-8")
    assert form_fields(project, WORDS) == made
    assert kept(project) == before


def test_fields_of_another_shape_are_made_anew(project: Project) -> None:
    made = form_fields(project, WORDS)
    before = kept(project)
    (project.cache / FILE).write_text(json.dumps({**before, "fields": {"service": "?"}}), "utf-8")
    assert form_fields(project, WORDS) == made
