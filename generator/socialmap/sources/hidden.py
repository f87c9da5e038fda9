"""Characters that nobody sees and that change what others read; every reader of `data/` refuses them."""

import re
from collections.abc import Iterator

from socialmap.problems import Place, Problem, fault

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)


def hidden_characters(text: str, /, *, file: str) -> Iterator[Problem]:
    """One problem for each line with a hidden character: controls, direction marks, zero widths, line separators."""
    if not HIDDEN.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        found = HIDDEN.search(line)
        if found:
            yield hidden_character(found, Place(file, number, found.start() + 1))


def hidden_character(found: re.Match[str], place: Place) -> Problem:
    """The problem of one hidden character that was found."""
    return fault("SM104", place, character=f"U+{ord(found.group()):04X}")
