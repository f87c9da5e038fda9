"""A problem in the editor's own words: the value as written, and the fixed words as they may be written."""

from dataclasses import replace

from socialmap.model.raw import Raw
from socialmap.model.shape import field_at
from socialmap.problems import Problem
from socialmap.sources.normalise import Normaliser
from socialmap.text.words import nearest

SHOWN = 80


def in_words(problem: Problem, *, by: Normaliser, written: Raw | None) -> Problem:
    """The problem with the value that was written, and for a fixed word those to choose from."""
    params = dict(problem.params)
    if isinstance(written, str) and "value" in params:
        params["value"] = written.strip()[:SHOWN]
    if isinstance(written, str) and problem.code == "SM301" and "/" in params["id"]:
        params["id"] = written.strip()[:SHOWN]
    field = field_at(by.shape, problem.path)
    if problem.code != "SM207" or field is None:
        return replace(problem, params=params)
    known = [by.words.write_word(word) for word in field.words]
    return replace(
        problem, params={**params, "words": ", ".join(known)}, suggestion=nearest(params.get("value", ""), known)
    )
