"""Where each word of the full texts stands: a part of the word index of which few questions need a file or two.

`full.js` names the files and the first word of each; a file holds a range of words with the numbers of the services
that have them. What a service has in its name or summary is left out, as the rest of the word index knows that. So a
question with a word that only descriptions have needs no engine. Read by `components/search/texts.js`; called by
`word_index`.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from socialmap.search.coding import write_rising, write_words
from socialmap.search.record import SearchRecord
from socialmap.text.tokens import tokens

LETTERS_IN_FILE = 4000
ARTICLE = re.compile("^(?:وال|بال|كال|فال|لل|ال)(?=..)")
SHORTEST = 3


def text_places(
    records: Sequence[SearchRecord], *, known: Mapping[str, Mapping[str, Collection[int]]], stop: frozenset[str]
) -> dict[str, list[int]]:
    """Per word, without an Arabic article, the numbers of the records that have it in their full text alone.

    `known` says per word and field where else it stands; records are in the order by which it numbers them.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for word in sorted(set(tokens(record.content)) - stop):
            if len(word) >= SHORTEST:
                found[word if word.isascii() else ARTICLE.sub("", word)].append(number)
    left = {
        word: _without(list(dict.fromkeys(numbers)), known.get(word, {}).values()) for word, numbers in found.items()
    }
    return {word: numbers for word, numbers in left.items() if numbers}


def _without(numbers: list[int], known: Iterable[Collection[int]]) -> list[int]:
    gone = {number for each in known for number in each}
    return [number for number in numbers if number not in gone] if gone else numbers


def text_files(places: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, str, str]]:
    """The files in their order: the first word of each, its words, and where these stand, with a comma between."""
    words: list[str] = []
    texts: list[str] = []
    for word in sorted(places):
        words.append(word)
        texts.append(write_rising(places[word]))
        if sum(map(len, words)) + sum(map(len, texts)) > LETTERS_IN_FILE:
            yield words[0], write_words(words), ",".join(texts)
            words, texts = [], []
    if words:
        yield words[0], write_words(words), ",".join(texts)
