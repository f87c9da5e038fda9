"""What names are sorted by and found under, in lists of names; called by the builders of lists and indexes."""

import unicodedata

from socialmap.views.parts import Text

SIGN = "#"
ARTICLES: dict[str, tuple[str, ...]] = {"nl": ("de", "het", "een", "'t", "'n"), "en": ("the", "a", "an")}
LATIN = "Latn"
SCRIPTS = {"ar": "Arab", "fa": "Arab", "ti": "Ethi", "uk": "Cyrl"}
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"


def sort_name(name: Text) -> str:
    """What a name is sorted by: without the article in front, in small letters, without accents."""
    first, _, rest = name.value.strip().partition(" ")
    plain = rest if rest and first.casefold().replace(APOSTROPHE, "'") in ARTICLES.get(name.lang, ()) else name.value
    small = plain.casefold()
    if small.isascii():
        return small
    return "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))


def reads_later(name: Text, language: str) -> bool:
    """Whether a name is in another script than a page in this language: such names come after the page's own."""
    return SCRIPTS.get(name.lang or language, LATIN) != SCRIPTS.get(language, LATIN)


def letter_rank(letter: str, language: str) -> tuple[bool, str]:
    """What letters are sorted by on a page in this language: signs, its own script, then the Latin alphabet."""
    return letter.isascii() and letter.isalpha() and SCRIPTS.get(language, LATIN) != LATIN, letter


def first_letter(name: str) -> str:
    """The letter a name is found under, without accent; `#` for a name that starts with a digit or sign."""
    for character in unicodedata.normalize("NFKD", name):
        if character.isalpha():
            return character.upper()
        if character.isdigit():
            return SIGN
    return SIGN


def letter_key(letter: str) -> str:
    """A letter as a part of an address: itself, or the numbers of its signs."""
    return letter.lower() if letter.isascii() and letter.isalpha() else "-".join(str(ord(sign)) for sign in letter)
