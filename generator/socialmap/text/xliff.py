"""What XLIFF files hold of texts on their way to a translator, and the words of XLIFF for how far each is.

Shared by what writes them (`exports.xliff`) and what reads them back (`imports.xliff`). Both versions that tools speak
are here: 2.0 (ISO 21720) and 1.2. A unit's id holds the field and the fingerprint of its source, as ids are the one
thing that every tool gives back as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Version = Literal["2.0", "1.2"]
NAMESPACES: Mapping[Version, str] = {
    "2.0": "urn:oasis:names:tc:xliff:document:2.0",
    "1.2": "urn:oasis:names:tc:xliff:document:1.2",
}
STALE, UNMARKED = "socialmap:stale", "socialmap:unmarked"
# XLIFF 2.0 knows four states; what they do not tell goes in the sub-state, which belongs to a program.
WRITTEN_2: Mapping[str, tuple[str, str]] = {
    "missing": ("initial", ""),
    "stale": ("initial", STALE),
    "draft": ("translated", ""),
    "unmarked": ("translated", UNMARKED),
    "reviewed": ("reviewed", ""),
}
WRITTEN_1: Mapping[str, str] = {
    "missing": "new",
    "stale": "needs-translation",
    "draft": "needs-review-translation",
    "unmarked": "translated",
    "reviewed": "signed-off",
}
REVIEWED = frozenset(("reviewed", "final", "signed-off"))


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A text on its way: `record` as `aanbod/x`, `field` as editors write it, `mark` the fingerprint of its source."""

    record: str
    field: str
    language: str
    state: str
    source: str
    target: str
    mark: str


def state_of(state: str, sub_state: str = "", *, version: Version) -> str:
    """How far a text is, from its state in a file of a version; what is not known is a draft."""
    if state in REVIEWED:
        return "reviewed"
    if version == "1.2":
        return next((ours for ours, theirs in WRITTEN_1.items() if theirs == state), "draft")
    return next((ours for ours, theirs in WRITTEN_2.items() if theirs == (state, sub_state)), "draft")
