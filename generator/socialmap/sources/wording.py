"""A problem in the editor's own words: the value as written, and the fixed words as they may be written."""

from collections.abc import Mapping
from dataclasses import replace

from socialmap.model.raw import Raw
from socialmap.model.shape import field_at
from socialmap.problems import Problem
from socialmap.sources.normalise import Normaliser
from socialmap.text.words import nearest

SHOWN = 80
OFFERED = 20


def in_words(problem: Problem, *, by: Normaliser, written: Raw | None, terms: Mapping[str, tuple[str, ...]]) -> Problem:
    """The problem with the value that was written, and for a fixed word or a term those to choose from."""
    params = dict(problem.params)
    if isinstance(written, str) and "value" in params:
        params["value"] = written.strip()[:SHOWN]
    if isinstance(written, str) and problem.code == "SM301" and "/" in params["id"]:
        params["id"] = written.strip()[:SHOWN]
    if problem.code == "SM425":
        params |= {"key": by.words.write_key(params["key"]), "word": by.words.write_word(params["word"])}
    if problem.code in ("SM205", "SM605") and "language" in params:
        params["key"] = _text_key(params["key"], params["language"], by)
    if problem.code == "SM302" and not problem.suggestion:
        params |= _choice(terms.get(params["vocabulary"], ()))
    field = field_at(by.shape, problem.path)
    if problem.code != "SM207" or field is None:
        return replace(problem, params=params)
    known = [by.words.write_word(word) for word in field.words]
    return replace(
        problem, params={**params, "words": ", ".join(known)}, suggestion=nearest(params.get("value", ""), known)
    )


def _text_key(name: str, language: str, by: Normaliser) -> str:
    """A text's key as editors write it in a language: without the language when it is their own."""
    key = by.words.write_key(name)
    return key if language == by.words.language else f"{key}@{language}"


def _choice(terms: tuple[str, ...]) -> dict[str, str]:
    more = ", …" if len(terms) > OFFERED else ""
    return {"case": "list", "terms": ", ".join(f"`{term}`" for term in terms[:OFFERED]) + more} if terms else {}
