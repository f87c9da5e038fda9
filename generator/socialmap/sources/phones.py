"""What a phone number is; the only module that knows the phone library."""

import re
from functools import lru_cache
from typing import Literal

DUTCH_LENGTH = 10
DUTCH_MOBILE = re.compile(r"(?:0|\+31|0031)6[1-58]\d{7}")
DUTCH_SHORT = re.compile(r"112|113|144|116\d{3}|140\d{2,3}|18\d{2}|0(?:800|900|906|909)(?:\d{4}|\d{7})")
Verdict = Literal["fine", "impossible", "unassigned", "mobile"]


@lru_cache(maxsize=4096)
def judge_phone(number: str, country: str) -> Verdict:
    """Whether a number can exist, is assigned, and is a mobile one.

    A Dutch number has ten digits, or is a short or service number such as 112, 14 030 and 0800-2000 (numbering plan).
    """
    if not number.lstrip().startswith(("+", "00")):
        digits = "".join(c for c in number if c.isdigit())
        if DUTCH_SHORT.fullmatch(digits) if country == "NL" else 3 <= len(digits) <= 8:
            return "fine"
        if country == "NL" and len(digits) != DUTCH_LENGTH:
            return "impossible"
    import phonenumbers  # noqa: PLC0415 - slow to load, and a build in which no number changed needs none

    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return "impossible"
    if not phonenumbers.is_possible_number(parsed):
        return "impossible"
    if not phonenumbers.is_valid_number(parsed):
        return "unassigned"
    return "mobile" if phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE else "fine"
