"""The words of a text as search compares them: without case, accents and marks; called where search is indexed.

The browser reads a query with the same rules (`components/search/words.js`); a test holds the two together.
"""

import re
import unicodedata

INSIDE_WORDS = re.compile(r"['’`´\u00ad\u200c\u200d]")
INITIALS = re.compile(r"(?<![^\W_])([^\W_])\.(?=[^\W_](?:\.|$|[^\w]))")
FAR = re.compile(r"[^\x00-\x7f]+")
WORD = re.compile(r"[^\W_]+")
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None})


def flatten(text: str) -> str:
    """The text in lower case without accents and other marks; letters that are written in two ways become one."""
    if text.isascii():
        return text.lower()
    bare = FAR.sub(_bare, text).lower()
    return bare if bare.isascii() else bare.translate(LETTERS).translate(ARABIC)


def _bare(far: re.Match[str]) -> str:
    """Letters that are not plain Latin without their marks."""
    parted = unicodedata.normalize("NFKD", far.group().translate(ARABIC))
    return "".join(c for c in parted if not unicodedata.combining(c))


def tokens(text: str) -> list[str]:
    """The words of a text, flattened, in their order; initials with dots are one word."""
    flat = INSIDE_WORDS.sub("", flatten(text))
    return WORD.findall(INITIALS.sub(r"\1", flat))
