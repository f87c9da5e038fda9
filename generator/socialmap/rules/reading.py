"""The rule on plain language: a text that many residents would not understand, with the sentence that is hardest.

Texts for referrers are theirs: the rule leaves `professional` alone, and texts in other languages than Dutch, for
which the score is not made.
"""

from collections.abc import Iterator
from functools import lru_cache

from socialmap.catalogue import Key
from socialmap.model import Record
from socialmap.model.shape import shape_of
from socialmap.problems import Path, Problem
from socialmap.rules.facts import Facts
from socialmap.text.readability import WORD, Sentence, reading_score, sentences_of

LANGUAGE = "nl"
# Names, and lists of things and people rather than sentences.
NO_SENTENCES = frozenset(("name", "alternate_name", "bring", "referral", "funding"))
LONG_SENTENCE = 20
HARD, HARD_SHORT = 55, 45
SHORT_TEXT = 15
RARE, RARE_IN_SHORT = 3.2, 2
COMMON_LETTERS = 6.5
SHOWN = 240


def hard_to_read(facts: Facts) -> Iterator[Problem]:
    """SM604: a text with long sentences or long words, so that it is harder than everyday Dutch (B1)."""
    for kind, record in () if "SM604" in facts.silent else facts.records():
        for name in _fields(type(record)):
            text = getattr(record, name).get(LANGUAGE, "")
            if text and _may_be_hard(text):
                yield from _judge(facts, (kind, record.id), (name, LANGUAGE), text)


@lru_cache(maxsize=16)
def _fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in shape_of(kind).fields if field.localized and field.name not in NO_SENTENCES)


def _may_be_hard(text: str) -> bool:
    """Whether a text can be hard at all; quick, as nearly every text is easy."""
    spaces, ends = text.count(" ") + 1, sum(map(text.count, ".!?\n"))
    return len(text) > COMMON_LETTERS * spaces or spaces > LONG_SENTENCE * max(1, ends) or spaces > LONG_SENTENCE


def _judge(facts: Facts, key: Key, path: Path, text: str) -> Iterator[Problem]:
    sentences = sentences_of(text)
    longest = max(sentences, key=lambda each: len(each.words), default=Sentence("", ()))
    score = round(reading_score(sentences))
    if len(longest.words) > LONG_SENTENCE:
        shown = _marked(longest, facts)
        yield facts.problem("SM604", key, path, case="sentence", count=len(longest.words), sentence=shown)
    elif _is_hard(sentences, score, facts):
        hardest = min(sentences, key=lambda each: each.score)
        yield facts.problem("SM604", key, path, case="words", score=max(0, score), sentence=_marked(hardest, facts))


def _is_hard(sentences: tuple[Sentence, ...], score: int, facts: Facts) -> bool:
    """Whether a text is hard; a short one only when people will not know its words: one long word lowers its score."""
    if sum(len(each.words) for each in sentences) >= SHORT_TEXT:
        return score < HARD
    if score >= HARD_SHORT:
        return False
    return len({word for each in sentences for word in _rare(each, facts)}) >= RARE_IN_SHORT


def _rare(sentence: Sentence, facts: Facts) -> tuple[str, ...]:
    """The words of a sentence that few people meet; a word with a capital is taken for a name."""
    return tuple(
        word
        for at, word in enumerate(sentence.words)
        if (at == 0 or not word[0].isupper()) and facts.frequency(word.casefold(), LANGUAGE) < RARE
    )


def _marked(sentence: Sentence, facts: Facts) -> str:
    """The sentence with its rare words between square brackets, cut where it gets too long for a report."""
    rare = frozenset(_rare(sentence, facts))
    shown = WORD.sub(lambda found: f"[{found[0]}]" if found[0] in rare else found[0], sentence.text)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN].rsplit(' ', 1)[0]} …"


RULES = (hard_to_read,)
