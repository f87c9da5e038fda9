"""Texts that were perhaps meant where one cannot be read; the caller keeps the first that reads. Called by `read`."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from types import MappingProxyType

from socialmap.text.hours.tokens import UnreadableError
from socialmap.text.hours.words import DAY_PARTS, HOLIDAY_NAMES, WORDS

_AFTERNOON = 12
_ONLY_TIMES = re.compile(r"[\d:.\s]+(?:uur|u)?\s*(?:(?:-|–|—|tot|t/m|till|until|to)[\d:.\s]+)?", re.IGNORECASE)

_FIRST_EXCEPT = re.compile(
    r"(?:niet|behalve|buiten|m\.u\.v\.)\s+(?:(?:in|op|tijdens)\s+)?(?:de\s+)?(schoolvakanties|feestdagen)[:,]?\s+(.*\d.*)",
    re.IGNORECASE,
)
_CLOSED = MappingProxyType({"schoolvakanties": "niet in schoolvakanties", "feestdagen": "niet op feestdagen"})


def suggestions(text: str, error: UnreadableError, /) -> Iterator[str]:
    """Corrected texts, the likeliest first; none is known to read yet."""
    before, bad, after = text[: error.start], text[error.start : error.end], text[error.end :]
    if error.reason == "ambiguous" and not any(map(str.isdigit, before)) and (first := _FIRST_EXCEPT.fullmatch(bad)):
        yield f"{before}{first[2]}{after}; {_CLOSED[first[1].casefold()]}"
    for better in _better(bad, error.reason, timed=any(map(str.isdigit, after))):
        yield f"{before}{better}{after}"


def _better(bad: str, reason: str, *, timed: bool) -> Iterator[str]:
    if reason == "word":
        yield from _words(bad, timed=timed)
    elif reason == "unsupported" and bad.casefold() in HOLIDAY_NAMES:
        yield "schoolvakanties"
    elif reason == "ambiguous":
        yield from _ambiguous(bad)
    elif reason == "time":
        yield bad.replace(".", ":")
    elif reason == "sign":
        if bad == ">":
            yield "-"
        yield " "


def _words(bad: str, *, timed: bool) -> Iterator[str]:
    key = bad.casefold().split()[-1].strip("'’")
    if key in DAY_PARTS:
        yield DAY_PARTS[key]
        return
    part = next((part for part in DAY_PARTS if key.endswith(part) and key.removesuffix(part) in WORDS), "")
    if part:
        yield key.removesuffix(part) if timed else f"{key.removesuffix(part)} {DAY_PARTS[part]}"
    elif len(key) > 3:
        yield from get_close_matches(key, [word for word in WORDS if len(word) > 3], n=2, cutoff=0.75)


def _ambiguous(bad: str) -> Iterator[str]:
    if bad.casefold() == "tot":
        yield "t/m"
        return
    numbers = _hours(bad) if _ONLY_TIMES.fullmatch(bad) else []
    if len(numbers) == 2:
        (first, low), (second, high) = numbers
        yield _clock(first, low, later=first < 7) + "-" + _clock(second, high, later=first < 7 or second <= first)
    elif len(numbers) == 1:
        yield _clock(*numbers[0], later=True)


def _hours(bad: str) -> list[tuple[int, int]]:
    """The hours and minutes in a span that could be read in two ways."""
    parts = "".join(sign if sign.isdigit() or sign in ".:" else " " for sign in bad).split()
    found = []
    for part in parts:
        hour, _, minute = part.replace(".", ":").partition(":")
        if not hour.isdigit() or not (minute.isdigit() or not minute) or int(hour) > 24:
            return []
        found.append((int(hour), int(minute or 0)))
    return found


def _clock(hour: int, minute: int, *, later: bool) -> str:
    return f"{hour + _AFTERNOON if later and hour < _AFTERNOON else hour:02}:{minute:02}"
