"""What a phone number is; the only module that knows the phone library."""

from functools import lru_cache
from typing import Literal

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType

Verdict = Literal["fine", "impossible", "unassigned", "mobile"]


@lru_cache(maxsize=4096)
def judge_phone(number: str, country: str) -> Verdict:
    """Whether a number can exist, is assigned, and is a mobile one; short numbers such as 112 and 14 030 are fine."""
    digits = "".join(c for c in number if c.isdigit())
    if not number.lstrip().startswith(("+", "00")) and 3 <= len(digits) <= 8 and not digits.startswith("06"):
        return "fine"
    try:
        parsed = phonenumbers.parse(number, country)
    except NumberParseException:
        return "impossible"
    if not phonenumbers.is_possible_number(parsed):
        return "impossible"
    if not phonenumbers.is_valid_number(parsed):
        return "unassigned"
    return "mobile" if phonenumbers.number_type(parsed) == PhoneNumberType.MOBILE else "fine"
