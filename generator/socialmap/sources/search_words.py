"""Synonyms and search expectations from `data/search/`, in the model's keys; called by the pipeline.

A group of synonyms may be written as a bare list of terms, which is most of them.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from socialmap.model.raw import Raw
from socialmap.model.search_words import ExpectationFile, SynonymFile
from socialmap.model.shape import Shape, shape_of
from socialmap.problems import Origin, Place, Problem, fault
from socialmap.sources.folder import decode_utf8, read_file
from socialmap.sources.normalise import Faults, normaliser
from socialmap.sources.places import is_about_key, written_place
from socialmap.sources.words import Words
from socialmap.sources.yaml_reader import read_yaml

MAX_BYTES = 500_000
MAX_NODES = 40_000

Read = tuple[Mapping[str, Raw], tuple[Problem, ...]]


def read_synonyms(root: Path, file: str, /, *, words: Words) -> Read:
    """The raw values of a file of synonyms below the data folder."""
    return _read(root, file, shape=shape_of(SynonymFile), words=words)


def read_expectations(root: Path, file: str, /, *, words: Words) -> Read:
    """The raw values of a file of expectations below the data folder."""
    return _read(root, file, shape=shape_of(ExpectationFile), words=words)


def _read(root: Path, file: str, *, shape: Shape, words: Words) -> Read:
    content = read_file(root, file, limit=MAX_BYTES)
    text = content if isinstance(content, Problem) else decode_utf8(content)
    if isinstance(text, Problem):
        return {}, (text,)
    document = read_yaml(text, file=file, places=True, nodes=MAX_NODES)
    if not isinstance(document.value, dict):
        return {}, (*document.problems, *(() if document.problems else (fault("SM108", Place(file, 1, 1)),)))
    faults = Faults([])
    values = normaliser(shape, words=words, terms={})(_spelled_out(document.value), (), faults)
    placed = (
        replace(found, place=written_place(document.marks, Origin(file), path, key=is_about_key(found)))
        for path, found in faults.found
    )
    return values, (*document.problems, *placed)


def _spelled_out(value: dict[str, Raw]) -> dict[str, Raw]:
    """The same with each bare list in a list as a group of words."""
    return {key: [_group(item) for item in items] if isinstance(items, list) else items for key, items in value.items()}


def _group(item: Raw) -> Raw:
    return {"words": item} if isinstance(item, list) else item
