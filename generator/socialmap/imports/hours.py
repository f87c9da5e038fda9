"""Foreign ways to write opening hours, rewritten until the house reader understands them; called by `aside`."""

import re
from collections.abc import Iterator
from typing import Final

from socialmap.text.hours import HoursFault, read_hours

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")
ORDINALS: Final = {"first": "1e", "second": "2e", "third": "3e", "fourth": "4e", "last": "laatste"}
DAY_WORD: Final = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?", re.IGNORECASE)
CLOCK: Final = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b\.?", re.IGNORECASE)
HALF: Final = re.compile(
    r"\b(\d{1,2})(?:[:.](\d{2}))?(?=\s*(?:-|–|to)\s*\d{1,2}(?:[:.]\d{2})?\s*([ap])\.?m\b)", re.IGNORECASE
)
BETWEEN: Final = re.compile(r"\s*(?:-|–|\bto\b)\s*", re.IGNORECASE)
FULL_DAY: Final = re.compile(rf"\b({'|'.join(DAYS)})s?\b\s*:", re.IGNORECASE)
MONTHLY: Final = re.compile(
    rf"Repeats every month on the (?P<nth>{'|'.join(ORDINALS)}) (?P<day>{'|'.join(DAYS)})(?: \d+ times)?\. ?"
    r"[A-Z][a-z]+, [A-Z][a-z]+ \d{1,2}, \d{4} - (?P<from>[\d:]+[ap]m) to (?P<to>[\d:]+[ap]m)",
    re.IGNORECASE,
)


def readable_hours(text: str) -> str:
    """The hours in a form that the house reader reads, the text itself when it can; nothing when no form does."""
    return next((form for form in forms_of(text) if form and reads(form)), "")


def reads(text: str) -> bool:
    """Whether the house reader understands these hours."""
    return not isinstance(read_hours(text), HoursFault)


def forms_of(text: str) -> Iterator[str]:
    """The text, then what it may mean in the house's own way of writing."""
    plain = "; ".join(line.strip() for line in text.splitlines() if line.strip())
    yield plain
    yield _monthly(plain)
    yield _per_day(plain)
    yield _day_list(plain)


def _monthly(text: str) -> str:
    found = MONTHLY.match(text)
    if not found:
        return ""
    day = SHORT[DAYS.index(found["day"].lower())]
    return f"{ORDINALS[found['nth'].lower()]} {day} van de maand {clock_24(found['from'])}-{clock_24(found['to'])}"


def _per_day(text: str) -> str:
    pieces = FULL_DAY.split(text)
    if len(pieces) < 3 or pieces[0].strip():
        return ""
    days = [SHORT[DAYS.index(day.lower())] for day in pieces[1::2]]
    times = [clock_24(part.strip(" ;,.")).replace(" , ", ",") for part in pieces[2::2]]
    pairs = (
        f"{day} {BETWEEN.sub('-', when)}" for day, when in zip(days, times, strict=True) if when.lower() != "closed"
    )
    return "; ".join(pairs)


def _day_list(text: str) -> str:
    short = DAY_WORD.sub(lambda found: SHORT[_day(found[1])], clock_24(text))
    parts = re.split(r"[.;]\s*(?=[a-z])|[.;]\s*$", BETWEEN.sub("-", short))
    tidy = (re.sub(r"(?<=[a-z]),? (?=\d)|: ?(?=\d\d:)", " ", part.strip()) for part in parts)
    return "; ".join(part for part in tidy if part and not part.endswith(" closed"))


def _day(word: str) -> int:
    return next(i for i, day in enumerate(DAYS) if day.startswith(word.lower()))


def clock_24(text: str) -> str:
    """A text with its `9am` and `1.30-4:30pm` in the 24-hour clock."""
    full = HALF.sub(lambda found: _time(found[1], found[2], found[3]), text)
    return CLOCK.sub(lambda found: _time(found[1], found[2], found[3]), full).replace("12noon", "12:00")


def _time(hour: str, minute: str | None, half: str) -> str:
    shift = 12 if half.lower() == "p" else 0
    return f"{int(hour) % 12 + shift:02d}:{minute or '00'}"
