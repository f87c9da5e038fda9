"""A value as socialmap writes it, where it means the same: days, numbers, postcodes, words and web addresses.

Called for each value of a file that is corrected (`check --fix`). What a value means never changes here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from socialmap.model.fields import Phone
from socialmap.model.shape import FieldShape
from socialmap.sources.phones import national_form
from socialmap.sources.translating import decimal_point, iso_date
from socialmap.sources.words import Words
from socialmap.text.words import fold

POSTCODE = re.compile(r"^([1-9]\d{3})[\s-]*([A-Za-z]{2})$")
ENDINGS = "nl|org|com|eu|net|info|nu"
BARE_HOST = re.compile(rf"^(?:www\.[^\s/:@]+\.[a-z]{{2,}}|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:{ENDINGS}))(?:/\S*)?$")
HALF_SCHEME = re.compile(r"^(?:https?:/?(?!/)|https?//|//|htps?://|http;//|https;//)(?=[a-z0-9])", re.IGNORECASE)
SCHEME = re.compile(r"^(https?)://", re.IGNORECASE)
MAIL = re.compile(r"^(?:mailto:)?\s*([A-Za-z0-9._+-]+)\s*@\s*([A-Za-z0-9.-]+)$", re.IGNORECASE)
URLS = frozenset(("url", "source_url"))


@dataclass(frozen=True, slots=True)
class Tidier:
    """Writes values as socialmap does, by the editors' words, the terms of each vocabulary and the country.

    Without `days` a day stays as it is: in a table, which a spreadsheet program writes in its own way each time.
    """

    words: Words
    terms: Mapping[str, Mapping[str, str]]
    country: str
    days: bool = True

    def __call__(self, text: str, field: FieldShape, *, within: type | None = None) -> str:
        """The value of a field of the model `within`; the text itself when there is nothing to tidy."""
        if field.localized:
            return text
        if field.kind == "date":
            return iso_date(text) if self.days else text
        if field.kind == "number":
            return decimal_point(text)
        if field.kind in ("word", "boolean"):
            return self._word(text, field)
        if field.vocabulary:
            return self._term(text, field)
        return self._text(text, field.name, within)

    def _text(self, text: str, name: str, within: type | None) -> str:
        if name == "postal_code" and self.country == "NL":
            return POSTCODE.sub(lambda found: f"{found[1]} {found[2].upper()}", text)
        if name == "number" and within is Phone:
            return national_form(text, self.country)
        if name in URLS:
            return web_address(text)
        if name == "email":
            return MAIL.sub(r"\1@\2", text)
        return text

    def _word(self, text: str, field: FieldShape) -> str:
        names = ("true", "false") if field.kind == "boolean" else field.words
        ways = (way for name in names for way in (*self.words.words.get(name, ()), name))
        return next((way for way in ways if _same(way, text)), text)

    def _term(self, text: str, field: FieldShape) -> str:
        also = next((way for name in field.also for way in self.words.words.get(name, ()) if _same(way, text)), "")
        table = self.terms.get(field.vocabulary, {})
        return also or table.get(text) or table.get(fold(text), text)


def _same(way: str, text: str) -> bool:
    """Whether two spellings are one word: without capitals, accents, spaces and underscores."""
    return fold(way).replace("_", "-") == fold(text).replace("_", "-")


def web_address(text: str) -> str:
    """The address with `https://` before it when it has no scheme, or half of one."""
    if SCHEME.match(text):
        return SCHEME.sub(lambda found: found[0].lower(), text)
    half = HALF_SCHEME.match(text)
    rest = text[half.end() :] if half else text
    return f"https://{rest}" if BARE_HOST.match(rest) or (half and "." in rest) else text
