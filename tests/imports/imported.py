"""Importing for tests: mappings of this folder, pydantic's own validation, and reading back what was written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from socialmap.contracts.frictionless_gate import profile_table
from socialmap.contracts.validation import validate as check
from socialmap.imports import ImportOutcome, ImportRequest, run_import
from socialmap.imports.sketch import model_of
from socialmap.model import RecordType
from socialmap.problems import Origin, Problem
from socialmap.sources.loading import Loaded, make_loader
from socialmap.sources.words import read_words

MAPPINGS = Path(__file__).parent / "mappings"


def validate(kind: RecordType, values: Mapping[str, object], origin: Origin) -> tuple[Problem, ...]:
    """The problems of one record against its model."""
    found = check(model_of(kind), values, origin=origin)
    return found if isinstance(found, tuple) else ()


def load(path: Path) -> object:
    """A YAML file with every scalar as text, as the house reads YAML."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


@dataclass(frozen=True)
class Importer:
    """Imports into one data folder."""

    into: Path
    editors: str = "en"

    def run(self, kind: str, source: Path, mapping: object, *, replace: bool = False) -> ImportOutcome:
        """The account of an import by a mapping of this folder (its name) or a document."""
        named = isinstance(mapping, str)
        request = ImportRequest(
            kind=kind,  # type: ignore[arg-type]
            source=source,
            mapping=load(MAPPINGS / f"{mapping}.yml") if named else mapping,
            mapping_file=f"{mapping}.yml" if named else "mapping.yml",
            into=self.into,
            words=read_words(self.editors),
            language=self.editors,
            replace=replace,
        )
        return run_import(request, validate=validate, profile=profile_table)

    def file(self, path: str) -> object:
        """A written record as text values."""
        return load(self.into / path)

    def read_back(self) -> Loaded:
        """What the house's own reader makes of the folder."""
        return make_loader(self.into, words=read_words(self.editors), terms={}).load()
