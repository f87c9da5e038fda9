"""Whether a problem brings its own correction, and how sure it is; called by the report and by `check --fix`."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from socialmap.problems.problem import Problem

Sureness = Literal["", "safe", "unsafe"]
DOUBTFUL_CAUSES: Final = frozenset(("indent", "goes_on", "no_colon", "mark", "quote_part", "dash"))
DOUBTFUL: Final = frozenset(("SM107",))
SUGGESTED: Final = frozenset(("SM201", "SM207", "SM215", "SM216", "SM301", "SM302"))
KNOWN_FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    "SM213": re.compile(r"(?:www\.|https?:?/?/?(?=www\.)|https?//)[^\s/@]+\.\S+$"),
    "SM214": re.compile(r"(?:mailto:)?\s*[A-Za-z0-9._+-]+\s*@\s*[A-Za-z0-9.-]+$"),
    "SM417": re.compile(r"[1-9]\d{3}[\s-]*[A-Za-z]{2}$"),
}


def correction_of(problem: Problem, /) -> Sureness:
    """`safe` where a line is known that surely was meant, `unsafe` where one was probably meant, else nothing."""
    if "repaired" in problem.params:
        doubtful = problem.code in DOUBTFUL or problem.params.get("case") in DOUBTFUL_CAUSES
        return "unsafe" if doubtful else "safe"
    if problem.code in KNOWN_FORMS and KNOWN_FORMS[problem.code].match(problem.params.get("value", "")):
        return "safe"
    offered = problem.code == "SM203" or "full" in problem.params
    return "unsafe" if offered or (problem.code in SUGGESTED and problem.suggestion) else ""
