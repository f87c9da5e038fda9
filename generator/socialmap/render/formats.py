"""How a language writes dates and amounts, by Babel's CLDR data."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency

from socialmap.views.context import Formats

LATIN_DIGITS = "latn"
COMMAS = {"ar": "\N{ARABIC COMMA} "}


def make_formats(language: str) -> Formats:
    """The writer of dates and amounts of a language; digits are the ones of phone numbers in every language."""
    locale = Locale.parse(language)

    @lru_cache(maxsize=4096)
    def write_date(iso: str) -> str:
        return format_date(date.fromisoformat(iso), "long", locale=locale)

    @lru_cache(maxsize=1024)
    def write_money(amount: str) -> str:
        return format_currency(Decimal(amount), "EUR", locale=locale, numbering_system=LATIN_DIGITS)  # type: ignore[call-arg] # stubs

    @lru_cache(maxsize=512)
    def write_day(iso: str) -> str:
        return format_date(date.fromisoformat(iso), "EEEE d MMMM", locale=locale)

    @lru_cache(maxsize=512)
    def write_short(iso: str) -> str:
        return format_date(date.fromisoformat(iso), "d MMMM", locale=locale)

    @lru_cache(maxsize=512)
    def write_brief(iso: str) -> str:
        return format_date(date.fromisoformat(iso), "EEE d", locale=locale)

    return Formats(write_date, write_money, write_day, write_short, write_brief, COMMAS.get(language, ", "))


def list_writer(language: str) -> Callable[[Sequence[str]], str]:
    """A writer of several things as part of a sentence: `a, b en c`; Arabic, which joins words to `and`, has commas."""
    if language in COMMAS:
        return COMMAS[language].join
    locale = Locale.parse(language)
    return lambda names: format_list(list(names), locale=locale)


def day_writer(language: str) -> Callable[[Sequence[int]], str]:
    """A writer of weekdays that follow each other, as short as the language has them: `ma–vr`; 0 is Monday."""
    names = get_day_names("abbreviated", locale=Locale.parse(language))

    def write(weekdays: Sequence[int]) -> str:
        ends = dict.fromkeys((weekdays[0], weekdays[-1]))
        return "\N{EN DASH}".join(names[day].rstrip(".") for day in ends)

    return write


def inside_sentence(name: str) -> str:
    """A name as it stands inside a sentence: with a small first letter, unless it is an abbreviation."""
    return name[:1].lower() + name[1:] if name[1:2].islower() or name[1:2] == " " else name
