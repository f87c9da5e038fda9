"""How hard a Dutch text is to read: its sentences, its syllables, and the score that both give.

Called by the rule on plain language, and ported to the forms of the site, which show the same while somebody types.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

EASIEST, PER_SYLLABLE, PER_WORD = 206.84, 77.0, 0.93
END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[^a-z\s])|\n+")
MARKS = re.compile(r"\]\([^)]*\)|https?://\S+|\S+@\S+|^\s*(?:[-*+>#]+|\d+[.)])\s+|[*_`\[\]]", re.MULTILINE)
WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’](?=[^\W_]))*")
SYLLABLE = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|ie|oo|uu|oe|eu|ui|ij|ou|au|ei|[aeiouyáàâäéèêëíìîïóòôöúùûü]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its words."""

    text: str
    words: tuple[str, ...]

    @property
    def score(self) -> float:
        """How easily it reads by itself, see `reading_score`."""
        return reading_score((self,))


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, Markdown taken away; an item of a list and a line of its own are sentences too."""
    return tuple(_sentences(MARKS.sub(" ", text)))


def _sentences(plain: str) -> Iterator[Sentence]:
    for part in END.split(plain):
        words = tuple(WORD.findall(part))
        if words:
            yield Sentence(" ".join(part.split()), words)


def reading_score(sentences: tuple[Sentence, ...]) -> float:
    """How easily sentences read together: about 0 for a law, 60 for everyday language, 100 for a child's book.

    Flesch's formula with the weights of W.H. Douma (De leesbaarheid van landbouwbladen, 1960).
    """
    words = [word for sentence in sentences for word in sentence.words]
    if not words:
        return EASIEST
    per_word = sum(map(syllables, words)) / len(words)
    return EASIEST - PER_SYLLABLE * per_word - PER_WORD * len(words) / len(sentences)


@lru_cache(maxsize=65_536)
def syllables(word: str) -> int:
    """How many syllables a Dutch word has, by its vowels; at least one."""
    return max(1, len(SYLLABLE.findall(word.casefold())))
