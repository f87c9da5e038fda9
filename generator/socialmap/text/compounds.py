"""Where long Dutch compounds may break: soft hyphens at the seams, for headings on small screens.

Called by `render` for names, with the words of the site's own names and terms.
"""

import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
LONG = 12
SHORTEST_PART = 3
LINKS = ("", "s", "en", "e", "n")
LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_PART},}}")
COMMON = frozenset(
    re.findall(
        r"\w+",
        """
    aanbod aangifte aanvraag activiteit advies afspraak avond balie bank begeleiding behandeling bericht bestrijding
    bewoner bezoek bibliotheek bijeenkomst bijstand boodschappen brief bureau buurt bus café centrum club collectief
    computer consultatie contact coöperatie corporatie coördinatie cultuur cursus dag dienst dier dorp eenzaamheid
    eten formulier gebouw gehandicapt geheugen geld gemeente gezin gezondheid groep hulp huis huiswerk huur huurder
    informatie
    inloop initiatief jeugd jongeren kamer kaart kantoor keuken kind kinder kinderen kinderopvang kleding koffie koor
    kring
    laag les levens lijn loket maaltijd maatje maatschappelijk mantel meldpunt mensen middag netwerk ochtend
    ondersteuning ontmoeting opleiding opvang opvoed opvoeding organisatie ouder ouderen overleg parkeer participatie
    plaats
    plek plein praktijk preventie project punt raad rechts regeling reparatie ruimte samen schuld school schrijf
    service slachtoffer spel speel spreek sport stad steun stichting team taal telefoon thuis toeslag toeslagen
    training uitkering uitleen uur veiligheid verblijf vereniging verhuur verlof verslaving vertrouwen vervoer
    verzekering voedsel voorziening vrijwilliger vrouwen wandel werk werkgelegenheid werkplaats wijk winkel wonen
    woning zelf zelfstandig zieken ziekte zorg zwangerschap
    """,
    )
)


def make_hyphenator(words: Iterable[str]) -> Callable[[str, str], str]:
    """A function that puts soft hyphens in the long words of a text, given the text and its language.

    `words` are the site's own; with the common ones they are the parts a compound is made of. Only Dutch is changed,
    and without its soft hyphens every text is what it was.
    """
    parts = COMMON | {found.casefold() for text in words for found in WORD.findall(text)}

    @lru_cache(maxsize=4096)
    def broken(word: str) -> str:
        return SOFT_HYPHEN.join(_pieces(word, _seams(word.casefold(), parts)))

    def hyphenate(text: str, language: str) -> str:
        return LONG_WORD.sub(lambda found: broken(found[0]), text) if language == "nl" else text

    return hyphenate


def split_compound(word: str, *, parts: AbstractSet[str]) -> tuple[str, ...]:
    """The parts of a compound, each with the letters that link it to the next; the word alone when it is not one."""
    return tuple(_pieces(word, _seams(word.casefold(), parts)))


def _pieces(word: str, seams: tuple[int, ...]) -> list[str]:
    return [word[start:end] for start, end in zip((0, *seams), (*seams, len(word)), strict=True)]


def _seams(word: str, parts: AbstractSet[str]) -> tuple[int, ...]:
    """Where the word falls apart into known parts, as few as can be, and then where those do."""
    best = _fewest(word, parts)
    inner = (start + seam for start, end in zip((0, *best), (*best, len(word)), strict=True) if best
             for seam in _seams(word[start:end], parts))  # fmt: skip
    return tuple(sorted({*best, *inner}))


def _fewest(word: str, parts: AbstractSet[str]) -> tuple[int, ...]:
    """The seams of the division of a word into the fewest parts, but at least two; none when there is no division."""
    found: dict[int, tuple[int, ...]] = {0: ()}
    for end in range(SHORTEST_PART, len(word) + 1):
        starts = (start for start in found if (start or end < len(word)) and _is_part(word, start, end, parts))
        options = [(*found[start], start) for start in starts]
        if options:
            found[end] = min(options, key=lambda seams: (len(seams), seams))
    return found.get(len(word), ())[1:]


def _is_part(word: str, start: int, end: int, parts: AbstractSet[str]) -> bool:
    piece = word[start:end]
    links = LINKS if end < len(word) else ("",)
    return any(
        piece.endswith(link) and len(piece) - len(link) >= SHORTEST_PART and piece[: len(piece) - len(link)] in parts
        for link in links
    )
