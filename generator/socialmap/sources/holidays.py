"""Holidays from `holidays.yml`, in the model's keys."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from socialmap.model.holiday import HolidayCalendar
from socialmap.model.raw import Raw
from socialmap.model.shape import shape_of
from socialmap.problems import Origin, Place, Problem, fault
from socialmap.sources.folder import decode_utf8, read_file
from socialmap.sources.normalise import Faults, normaliser
from socialmap.sources.places import is_about_key, written_in, written_place
from socialmap.sources.words import Words
from socialmap.sources.yaml_reader import read_yaml

FILE = "holidays.yml"
MAX_BYTES = 200_000


def load_holidays(root: Path, /, *, words: Words) -> tuple[Mapping[str, Raw], tuple[Problem, ...]]:
    """The raw calendar of holidays; empty without a file."""
    if not (root / FILE).exists():
        return {}, ()
    content = read_file(root, FILE, limit=MAX_BYTES)
    text = content if isinstance(content, Problem) else decode_utf8(content)
    if isinstance(text, Problem):
        return {}, (text,)
    document = read_yaml(text, file=FILE)
    if not isinstance(document.value, dict):
        return {}, (*document.problems, *(() if document.problems else (fault("SM108", Place(FILE, 1, 1)),)))
    faults = Faults([])
    values = normaliser(shape_of(HolidayCalendar), words=words, terms={})(document.value, (), faults)
    marks = written_in(text, file=FILE).marks if faults.found else {}
    placed = (
        replace(found, place=written_place(marks, Origin(FILE), path, key=is_about_key(found)))
        for path, found in faults.found
    )
    return values, (*document.problems, *placed)
