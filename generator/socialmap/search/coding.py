"""The compact texts of the word index: rows of numbers and sorted words, as `components/search/coding.js` reads them.

Numbers are base 64 with five bits a letter, the sixth saying that more follows, as in source maps. Words are sorted and
each says with a capital how many letters it shares with the one before (A none, B one, …). Called by `word_index`.
"""

from collections.abc import Iterable, Sequence

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MOST_SHARED = 25


def write_numbers(numbers: Iterable[int]) -> str:
    """Numbers of zero and up, one after the other."""
    return "".join(map(_number, numbers))


def write_rising(numbers: Sequence[int]) -> str:
    """Numbers that rise, as the steps between them."""
    return write_numbers(now - before for before, now in zip((0, *numbers), numbers, strict=False))


def write_words(words: Iterable[str]) -> str:
    """Sorted words without capitals, each as what it adds to the one before."""
    parts, before = [], ""
    for word in words:
        shared = _shared(before, word)
        parts.append(chr(ord("A") + shared) + word[shared:])
        before = word
    return "".join(parts)


def _number(number: int) -> str:
    if number < 32:
        return DIGITS[number]
    letters = []
    while True:
        number, rest = number >> 5, number & 31
        letters.append(DIGITS[rest | (32 if number else 0)])
        if not number:
            return "".join(letters)


def _shared(before: str, word: str) -> int:
    limit = min(len(before), len(word), MOST_SHARED)
    return next((at for at in range(limit) if before[at] != word[at]), limit)
