"""A small municipality for the tests of commands that change its data."""

from collections.abc import Mapping
from pathlib import Path

from socialmap.pipeline.project import Project, open_project

FILES: Mapping[str, str] = {
    "taxonomies/kinds.yml": "- id: hulp\n  naam: Hulp\n- id: activiteit\n  naam: Activiteit\n",
    "taxonomies/themes.yml": "- id: geld\n  naam: Geld en schulden\n- id: wonen\n  naam: Wonen\n",
    "rollen/redactie.yml": "naam: Redactie\nsoort: redacteur\n",
    "organisaties/welzijn.yml": "naam: Welzijn\nsoort: stichting\nwebsite: https://welzijn.example\nrol: redactie\n",
}
SERVICE = (
    "naam: Spreekuur\nsoort: [hulp]\nthemas: [geld]\norganisatie: welzijn\nwebsite: https://w.example\nrol: redactie\n"
)


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A project's folder with these files of data beside the usual ones."""
    for name, content in {**FILES, **files}.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def project(root: Path, files: Mapping[str, str | bytes]) -> Project:
    """The same, opened."""
    found = open_project(write(root, files))
    assert isinstance(found, Project)
    return found
