"""The fields of each form with their limits, kept beside the site: only another program or library changes them.

Telling the limits of the models takes pydantic longer than all else about forms. Called by `forms`.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from socialmap.contracts.form_rules import FormWords, form_rules
from socialmap.contracts.json_schema import Json
from socialmap.edit.forms import make_form
from socialmap.model import RECORD_TYPES, RecordType
from socialmap.model.shape import FieldShape, Shape, shape_of
from socialmap.pipeline.digests import digest
from socialmap.pipeline.fingerprints import program_digest
from socialmap.pipeline.project import Project
from socialmap.sources.loading import MODELS
from socialmap.sources.words import Words
from socialmap.views.build_form import is_asked

FILE = "form-fields.json"
Fields = Mapping[RecordType, Sequence[Json]]


def form_fields(project: Project, words: Words) -> Fields:
    """The fields per record type as the browser gets them, in the editors' words."""
    path = project.cache / FILE
    mark = digest(program_digest(project), words.language, version("pydantic"))
    known = _read(path, mark)
    if known is not None:
        return known
    made = {kind: form_rules(shape_of(MODELS[kind]), words=_form_words(words)) for kind in RECORD_TYPES}
    _write(path, mark, made)
    return made


def _read(path: Path, mark: str) -> Fields | None:
    """What is kept; nothing when it is missing, damaged or of another program."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    kept = dict(_kept(found)) if isinstance(found, dict) and found.get("mark") == mark else {}
    return kept if kept.keys() == set(RECORD_TYPES) else None


def _kept(found: Mapping[str, object]) -> Iterator[tuple[RecordType, Sequence[Json]]]:
    fields = found.get("fields")
    if not isinstance(fields, dict):
        return
    for kind in RECORD_TYPES:
        if isinstance(fields.get(kind), list):
            yield kind, fields[kind]


def _write(path: Path, mark: str, fields: Fields) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(json.dumps({"mark": mark, "fields": fields}, ensure_ascii=False), "utf-8")
    fresh.replace(path)


def _form_words(words: Words) -> FormWords:
    return FormWords(words.write_field, words.write_word, Rank(words), lambda field: is_asked(field) or _is_kept(field))


def _is_kept(field: FieldShape) -> bool:
    """The country belongs to a check, though nobody is asked for it."""
    return field.name == "country"


class Rank:
    """Where a key stands in the canonical form of a file."""

    def __init__(self, words: Words) -> None:
        self._forms = cache(lambda model: make_form(shape_of(model), words.key_table))

    def __call__(self, shape: Shape, name: str) -> int:
        field = self._forms(shape.model).fields.get(name)
        return field.rank if field else 0
