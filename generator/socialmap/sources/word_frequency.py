"""How common a word is in a language, on the Zipf scale; the only module that knows the word lists.

Called for splitting compounds and for telling hard words from easy ones. The lists are read when they are first asked
for: that takes a third of a second, and most builds need none.
"""

from collections.abc import Callable
from functools import lru_cache
from math import log10

LANGUAGES = frozenset(("nl", "en", "ar"))


def zipf(word: str, language: str) -> float:
    """How common a word is: 3 is once in a million words, 6 once in a thousand; 0 for a word of no list.

    Languages that have no list here know no words.
    """
    return word_scale(language)(word)


@lru_cache(maxsize=8)
def word_scale(language: str) -> Callable[[str], float]:
    """The Zipf scale of one language, as a function of a word in lower case."""
    if language not in LANGUAGES:
        return lambda _word: 0.0
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - slow to read

    frequencies = get_frequency_dict(language)

    def scale(word: str) -> float:
        share = frequencies.get(word, 0.0)
        return max(0.0, round(log10(share) + 9, 2)) if share else 0.0

    return scale
