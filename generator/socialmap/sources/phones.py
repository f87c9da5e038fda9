"""What a phone number is and how it is written; the only module that knows the phone library.

Called when data is checked, corrected and imported. The library is loaded at the first number that needs it: that takes
long, and a build in which no number changed needs none.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

NETHERLANDS = 31
DUTCH_LENGTH = 10
DUTCH_MOBILE = re.compile(r"(?:0|\+31|0031)6[1-58]\d{7}")
DUTCH_SHORT = re.compile(r"112|113|144|116\d{3}|140\d{2,3}|18\d{2}|0(?:800|900|906|909)(?:\d{4}|\d{7})")
WRITTEN_WELL = re.compile(r"(?!00)\d[\d ]*\d")
UNPARTED = re.compile(r"0\d{9}")
LAST_FOUR = re.compile(r"^(0\d{1,3} \d{2,3} )(\d{2})(\d{2})$")
SERVICE = re.compile(r"0(?:800|900|906|909)\D*\d{4}(?:\D*\d{3})?")
MOBILE = re.compile(r"^06 (\d{2})(\d{2})(\d{2})(\d{2})$")
ABROAD = ("+", "00")
Verdict = Literal["fine", "impossible", "unassigned", "mobile"]


@lru_cache(maxsize=4096)
def judge_phone(number: str, country: str) -> Verdict:
    """Whether a number can exist, is assigned, and is a mobile one.

    A Dutch number has ten digits, or is a short or service number such as 112, 14 030 and 0800-2000 (numbering plan).
    """
    if not number.lstrip().startswith(ABROAD):
        digits = "".join(c for c in number if c.isdigit())
        if DUTCH_SHORT.fullmatch(digits) if country == "NL" else 3 <= len(digits) <= 8:
            return "fine"
        if country == "NL" and len(digits) != DUTCH_LENGTH:
            return "impossible"
    return _judge(_parsed(number, country))


def form_abroad(number: str, country: str, *, home: str) -> str:
    """A number of a country as it is called from `home`; the number itself from there, and when it is none."""
    if country == home or number.lstrip().startswith(ABROAD):
        return number
    import phonenumbers  # noqa: PLC0415 - see above

    parsed = _parsed(number, country)
    if parsed is None or not phonenumbers.is_valid_number(parsed):
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def national_form(number: str, country: str) -> str:
    """A Dutch number as people write it: `+31 30 1234567` and `(030) 123-4567` are `030 123 45 67`.

    The number itself when it is written so already, or is none of that country.
    """
    well = WRITTEN_WELL.fullmatch(number) and not UNPARTED.fullmatch(number)
    if country != "NL" or SERVICE.fullmatch(number) or well:
        return number
    import phonenumbers  # noqa: PLC0415 - see above

    parsed = _parsed(number, country)
    if parsed is None or parsed.country_code != NETHERLANDS or parsed.extension:
        return number
    if not phonenumbers.is_valid_number(parsed):
        return number
    national = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return LAST_FOUR.sub(r"\1\2 \3", MOBILE.sub(r"06 \1 \2 \3 \4", national))


def _parsed(number: str, country: str) -> "PhoneNumber | None":
    import phonenumbers  # noqa: PLC0415 - see above

    try:
        return phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return None


def _judge(parsed: "PhoneNumber | None") -> Verdict:
    import phonenumbers  # noqa: PLC0415 - see above

    if parsed is None or not phonenumbers.is_possible_number(parsed):
        return "impossible"
    if not phonenumbers.is_valid_number(parsed):
        return "unassigned"
    return "mobile" if phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE else "fine"
