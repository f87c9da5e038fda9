"""Confirming that records are still right: the day and the role, for exactly those records and nothing else."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from socialmap.catalogue import Key
from socialmap.edit.diffs import Edit
from socialmap.model import RecordType
from socialmap.model.shape import shape_of
from socialmap.pipeline.edits import Edits
from socialmap.pipeline.formatting import stay_canonical
from socialmap.pipeline.load import Data, load_data
from socialmap.pipeline.project import Project
from socialmap.pipeline.setting_values import Keys, set_in_table, set_in_yaml
from socialmap.pipeline.tidy_files import field_of
from socialmap.sources.loading import MODELS
from socialmap.sources.normalise import normaliser
from socialmap.sources.words import Words, read_words
from socialmap.text.words import fold

EXCEL_DAY = re.compile(r"(?:^|[;,\t|])\"?\d{1,2}-\d{1,2}-\d{4}\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What confirming changes in which file, and the references that name no record, each with what was meant."""

    edits: tuple[Edit, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


def confirm_records(project: Project, references: Iterable[str], *, by: str, today: date) -> Confirmed:
    """What confirming these records (`aanbod/x`) by a role would change; writes nothing."""
    data = load_data(project.data, settings=project.settings)
    words = read_words(project.settings.editor_language)
    wanted = tuple(dict.fromkeys(references))
    keys = {reference: _key_of(reference, data, words) for reference in wanted}
    unknown = [(each, _meant(each, data, words)) for each, key in keys.items() if key is None]
    if by not in data.catalogue.roles:
        unknown.append((by, next(iter(get_close_matches(by, data.catalogue.roles, n=1)), "")))
    if unknown:
        return Confirmed(unknown=tuple(unknown))
    values = {"assured_date": today.isoformat(), "assured_by": by}
    edits = Edits(project.data)
    for key in filter(None, keys.values()):
        _set(edits, data.catalogue.origins[key].file, key, values, make_keys(key[0], words))
    return Confirmed(stay_canonical(edits.made(), project))


def _key_of(reference: str, data: Data, words: Words) -> Key | None:
    written, _, name = reference.strip().removesuffix(".yml").partition("/")
    kind = words.type_table().get(fold(written))
    return (kind, name) if kind and name in data.catalogue.records(kind) else None


def _meant(reference: str, data: Data, words: Words) -> str:
    known = [f"{words.types[kind][0]}/{name}" for kind in MODELS for name in data.catalogue.records(kind)]
    return next(iter(get_close_matches(reference, known, n=1, cutoff=0.75)), "")


def _set(edits: Edits, file: str, key: Key, values: Mapping[str, str], keys: Keys) -> None:
    text = edits.text(file)
    if file.endswith(".csv"):
        day = _as_in_tables(values["assured_date"]) if EXCEL_DAY.search(text) else values["assured_date"]
        edits.put(file, set_in_table(text, key[1], {**values, "assured_date": day}, keys=keys))
    else:
        edits.put(file, set_in_yaml(text, values, keys=keys))


def make_keys(kind: RecordType, words: Words) -> Keys:
    """How the fields of a record type are written by editors."""
    shape = shape_of(MODELS[kind])
    by = normaliser(shape, words=words, terms={})

    def named(written: str) -> str:
        found = field_of(written, by) if "@" not in written and "." not in written else None
        return found.name if found else ""

    def kind_of(name: str) -> str:
        field = shape.field(name)
        return field.kind if field else "text"

    return Keys(named, words.write_key, kind_of)


def _as_in_tables(day: str) -> str:
    """A day as Dutch Excel writes it."""
    year, month, number = map(int, day.split("-"))
    return f"{number}-{month}-{year}"
