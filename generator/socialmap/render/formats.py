"""How a language writes dates and amounts, by Babel's CLDR data."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_currency

from socialmap.views.context import Formats

LATIN_DIGITS = "latn"


def make_formats(language: str) -> Formats:
    """The writer of dates and amounts of a language; digits are the ones of phone numbers in every language."""
    locale = Locale.parse(language)

    @lru_cache(maxsize=4096)
    def write_date(iso: str) -> str:
        return format_date(date.fromisoformat(iso), "long", locale=locale)

    @lru_cache(maxsize=1024)
    def write_money(amount: str) -> str:
        return format_currency(Decimal(amount), "EUR", locale=locale, numbering_system=LATIN_DIGITS)  # type: ignore[call-arg] # stubs

    return Formats(write_date, write_money)
