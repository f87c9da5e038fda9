"""Importing for tests: real sources, mappings of this folder, and pydantic's own validation."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from socialmap.imports import ImportOutcome, ImportRequest, run_import
from socialmap.imports.sketch import model_of
from socialmap.contracts.frictionless_gate import profile_table
from socialmap.contracts.validation import validate as check
from socialmap.model import RecordType
from socialmap.problems import Origin, Problem
from socialmap.sources.words import read_words

REPOSITORY = Path(__file__).parents[2]
DATA = REPOSITORY.parent / "shared" / "data"
MAPPINGS = Path(__file__).parent / "mappings"

Import = Callable[..., ImportOutcome]


def validate(kind: RecordType, values: Mapping[str, object], origin: Origin) -> tuple[Problem, ...]:
    """The problems of one record against its model."""
    found = check(model_of(kind), values, origin=origin)
    return found if isinstance(found, tuple) else ()


def load(path: Path) -> object:
    """A YAML file with every scalar as text, as the house reads YAML."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


@pytest.fixture
def shared() -> Path:
    """The folder of real data beside the repository."""
    if not DATA.is_dir():
        pytest.skip("the folder with real data is not beside the repository")
    return DATA


@pytest.fixture
def run(tmp_path: Path) -> Import:
    """Imports a source by a mapping of this folder (its name) or a document, into a fresh folder."""

    def imported(kind: str, source: Path, mapping: object, **options: object) -> ImportOutcome:
        named = isinstance(mapping, str)
        request = ImportRequest(
            kind=kind,  # type: ignore[arg-type]
            source=source,
            mapping=load(MAPPINGS / f"{mapping}.yml") if named else mapping,
            mapping_file=f"{mapping}.yml" if named else "mapping.yml",
            into=tmp_path / "data",
            words=read_words(str(options.get("editors", "en"))),
            language=str(options.get("language", "en")),
            replace=bool(options.get("replace")),
        )
        return run_import(request, validate=validate, profile=profile_table)

    return imported
