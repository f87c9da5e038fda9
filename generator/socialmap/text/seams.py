"""Where a long word falls apart into words that people know: the parts of Dutch compounds, told by how common they are.

Called for the words that search indexes. How common a word is comes in as a function (Zipf scale: 3 is once in a
million words, 6 once in a thousand), so nothing of a word list is known here.
"""

from collections.abc import Callable
from functools import lru_cache

SHORTEST_WORD = 7
SHORTEST_PART = 3
SHORT_PART = 4.2
KNOWN = 2.8
PRICE = 3.0
RARER = 1.2  # how much less common a part may be than the whole: what people know as one word is hardly two rare ones
LINKS = ("", "s", "en", "n", "e")
NO_PART = frozenset(
    """aan achter als bij dan dat den der die door een eren elen eer ende erij ern eren ers erd eling end erig eren ger
    gen gend gers gin haar had hand heb heeft heid heden hem hen het hier hoe hun ies ige igen iging ing ings ingen
    isch ische ist jes jou kan ken ker kers king lijk lijke lijks ling lingen loos loze maar mee men met mij naar net
    nen niet nog nou ons onder ook oor over per ren rent rij ring sch schap sche sen ste stel ster sters tegen ten ter
    the ting tje tjes toe tot uit van veel ver voor vol want was wat weg wel wie wil zaam zal zelf zich zij zijn zou
    werd worden hoor schen pen ben den sel ven vend ding des dag gel lend lende eind tien nemer komst ens""".split()  # noqa: SIM905
) - {"dag", "onder", "over", "hand"}


def make_splitter(common: Callable[[str], float]) -> Callable[[str], tuple[str, ...]]:
    """A function from a flattened word to its parts, each with the letters that link it to the next.

    A word that is no compound is its own only part; long parts fall apart further. `common` says how common a word is.
    """

    @lru_cache(maxsize=65_536)
    def price(part: str) -> float | None:
        zipf = common(part)
        too_rare = zipf < (SHORT_PART if len(part) == SHORTEST_PART else KNOWN)
        return None if too_rare or part in NO_PART else PRICE + 8 - zipf

    def linked(piece: str, last: bool, most: float) -> float | None:
        least: float | None = None
        for link in ("",) if last else LINKS:
            if piece.endswith(link) and len(piece) - len(link) >= SHORTEST_PART:
                found = price(piece.removesuffix(link))
                if found is not None and found <= most and (least is None or found < least):
                    least = found
        return least

    def split(word: str) -> tuple[str, ...]:
        if len(word) < SHORTEST_WORD or not word.isalpha():
            return (word,)
        most = PRICE + 8 - (common(word) - RARER)
        parts = _cheapest(word, lambda piece, last: linked(piece, last, most))
        return tuple(inner for part in parts for inner in split(part)) if parts else (word,)

    return split


def _cheapest(word: str, price: Callable[[str, bool], float | None]) -> tuple[str, ...]:
    """The parts of the cheapest division into at least two; nothing when there is none."""
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for end in range(SHORTEST_PART, len(word) + 1):
        options = []
        for start in [start for start in best if end - start >= SHORTEST_PART and end - start < len(word)]:
            cost = price(word[start:end], end == len(word))
            if cost is not None:
                options.append((best[start][0] + cost, (*best[start][1], word[start:end])))
        if options:
            best[end] = min(options)
    return best.get(len(word), (0.0, ()))[1]
