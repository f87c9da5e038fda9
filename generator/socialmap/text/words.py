"""Folding words so that spellings meet, and finding the word that was probably meant; used wherever editors write words."""

import re
import unicodedata
from collections.abc import Iterable


def fold(word: str) -> str:
    """The word without case, accents and separators' differences: spaces and underscores become hyphens."""
    if word.isascii():
        flat = word.casefold()
    else:
        decomposed = unicodedata.normalize("NFKD", word).casefold()
        flat = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[\s_]+", "-", flat.strip())


def slugify(text: str) -> str:
    """A slug (`^[a-z0-9]+(-[a-z0-9]+)*$`) made from a text; empty when nothing of it can stay."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:80].rstrip("-")


def distance(left: str, right: str, /) -> int:
    """Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours."""
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            best = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            current.append(best)
        before, previous = previous, current
    return previous[-1]


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word within max(1, a third of its length) of the one written, or nothing when none is near."""
    wanted = fold(word)
    limit = max(1, len(wanted) // 3)
    near = sorted(
        (distance(wanted, fold(candidate)), candidate)
        for candidate in set(known)
        if abs(len(candidate) - len(wanted)) <= limit
    )
    if not near or near[0][0] > limit:
        return ""
    return near[0][1]
