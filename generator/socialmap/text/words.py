"""Folding words so that spellings meet, and finding the word that was meant; used wherever editors write words."""

import re
import unicodedata
from collections.abc import Iterable

RESERVED = frozenset(
    ("index", "con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
)
FAR = 3


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


def distance(left: str, right: str, /, *, limit: int | None = None) -> int:
    """Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.

    Past `limit` it stops counting and says one more than that.
    """
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            best = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            current.append(best)
        if limit is not None and min(*current, *previous) > limit:
            return limit + 1
        before, previous = previous, current
    return previous[-1]


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant: at most a third of its letters away, and three; nothing when none is.

    Longer words do not get more room: two names that share a long ending are two names.
    """
    wanted = fold(word)
    limit = min(FAR, max(1, len(wanted) // 3), len(wanted) - 1)
    folded = ((fold(candidate), candidate) for candidate in set(known))
    close = ((other, candidate) for other, candidate in folded if abs(len(other) - len(wanted)) <= limit)
    near = min(
        ((distance(wanted, other, limit=limit), candidate) for other, candidate in close), default=(limit + 1, "")
    )
    return near[1] if near[0] <= limit else ""
