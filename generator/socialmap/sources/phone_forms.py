"""How a Dutch phone number is written for people in the Netherlands; with `phones` the only ones that know the library.

Called when data is corrected: `+31 30 1234567` and `(030) 123-4567` become `030 123 45 67`.
"""

import re

import phonenumbers

WRITTEN_WELL = re.compile(r"(?!00)\d[\d ]*\d")
UNPARTED = re.compile(r"0\d{9}")
LAST_FOUR = re.compile(r"^(0\d{1,3} \d{2,3} )(\d{2})(\d{2})$")
SERVICE = re.compile(r"0(?:800|900|906|909)\D*\d{4}(?:\D*\d{3})?")
MOBILE = re.compile(r"^06 (\d{2})(\d{2})(\d{2})(\d{2})$")


def form_abroad(number: str, country: str, *, home: str) -> str:
    """A number of a country as it is called from `home`; the number itself from there, and when it is none."""
    if country == home or number.lstrip().startswith(("+", "00")):
        return number
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return number
    if not phonenumbers.is_valid_number(parsed):
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def national_form(number: str, country: str) -> str:
    """The number as people write it; the number itself when that is so already, or it is none of that country."""
    if (
        country != "NL"
        or SERVICE.fullmatch(number)
        or (WRITTEN_WELL.fullmatch(number) and not UNPARTED.fullmatch(number))
    ):
        return number
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return number
    if parsed.country_code != 31 or parsed.extension or not phonenumbers.is_valid_number(parsed):
        return number
    national = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return LAST_FOUR.sub(r"\1\2 \3", MOBILE.sub(r"06 \1 \2 \3 \4", national))
