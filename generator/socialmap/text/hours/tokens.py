"""Text of opening hours cut into tokens with a meaning and a place; called by the reader alone."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from socialmap.text.hours.values import Reason
from socialmap.text.hours.words import OSM_MARKS, OSM_WORDS, PHRASE_HEADS, PHRASES, WORDS


class Token(NamedTuple):
    """A kind of `words`, or of the signs here; `half` is 1 before noon, 2 after, 0 unsaid."""

    kind: str
    value: int
    start: int
    end: int
    text: str
    half: int = 0


@dataclass(slots=True)
class UnreadableError(Exception):
    """Inside the reader only: these characters cannot be read, with the reason that the fault will carry."""

    start: int
    end: int
    reason: Reason


class Tokens(NamedTuple):
    """All tokens of one text, ended by one of kind `end`, and whether the text is OSM syntax rather than prose."""

    all: list[Token]
    osm: bool


_PATTERN = re.compile(
    r"""(?P<space>[^\S\n]+)
    |(?P<word>(?:v[/.]?d\.?)[ \t]+(?:maand|mnd)\b|['’]s[ \t]+[^\W\d_]+|['’]?[^\W\d_]+(?:/m\b|(?<=m)\.u\.v\b)?)
    |(?P<comment>"[^"\n]*"|“[^”\n]*”)
    |(?P<always>24/7|24\s?uur\s+per\s+dag(?:(?:,|\s+en)?\s+(?:7|zeven)\s+dagen\s+per\s+week)?)
    |(?P<iso>\d{4}-\d\d-\d\d(?!\d))
    |(?P<date>\d{1,2}([-/.])\d{1,2}\7\d{4}(?!\d))
    |(?P<days>7\s+dagen\s+per\s+week)
    |(?P<clock>\d{1,2}[:.hu]\d{2}(?!\d)(?:\s?(?:[ap]m\b|[ap]\.m\.?))?)
    |(?P<hour>\d{1,2}\s?(?:[ap]m\b|[ap]\.m\.?|noon\b))
    |(?P<ord>\d{1,2}(?:e|ste|de|st|nd|rd|th)\b)
    |(?P<number>\d{1,4}(?!\d))
    |(?P<range>[-–—−])
    |(?P<fallback>\|\|)
    |(?P<sign>[;\n,.:+&/()\[\]])
    |(?P<other>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SIGNS = {
    ";": "stop", "\n": "line", ",": "comma", ".": "stop", ":": "colon", "+": "plus", "&": "and", "/": "slash",
    "(": "(", ")": ")", "[": "[", "]": "]",
}  # fmt: skip
_REMARK = re.compile(r"\([^()\n]*\)")
_OF_THE_MONTH = re.compile(r"v\W?d\W+m\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = ("noise", 0)
_EVERY_DAY = 0b1111111
_HARMLESS = ("noise", "and", "or", "also")
_DIGITS = re.compile(r"\d+")
_ABBREVIATED = re.compile(r"\.(?=\s*[a-z\d,–-]|\s*$)")
_NEXT_WORDS = re.compile(r"[^\W_]+(?:[ \t]+[^\W_]+){0,3}")


def read_tokens(text: str, /) -> Tokens:
    """The tokens of `text`; raises `UnreadableError` at the first character or word that has no meaning here."""
    found: list[Token] = []
    marks = words = 0
    position, end = 0, len(text)
    while position < end:
        match = _PATTERN.match(text, position)
        if match is None:  # pragma: no cover - the pattern ends in any character
            raise UnreadableError(position, position + 1, "sign")
        kind, raw, start, position = match.lastgroup or "", match.group(), position, match.end()
        if kind == "space":
            continue
        if raw == "(" and (remark := _REMARK.match(text, start)) and _says_nothing(remark.group()):
            position = remark.end()
            token = Token("comment", 0, start, position, remark.group())
        elif kind == "word":
            words += raw not in OSM_WORDS
            marks += raw in OSM_MARKS
            token = _word(text, raw, start)
            position = token.end
        else:
            token = _figure(kind, raw, start)
            marks += raw == "24/7"
        found.append(token)
    found.append(Token("end", 0, end, end, ""))
    return Tokens(found, bool(marks) and not words)


def _says_nothing(remark: str) -> bool:
    """Whether a remark in brackets has no word or figure that could change the hours, so that it is only told."""
    words = [word.casefold() for word in _LETTERS.findall(remark)]
    told = any(_tells(*WORDS.get(word, _PLAIN)) for word in words)
    return bool(words) and not told and not _DIGITS.search(remark) and any(word not in WORDS for word in words)


def _tells(kind: str, value: int) -> bool:
    return kind not in _HARMLESS or (kind == "noise" and value > 0)


def _word(text: str, raw: str, start: int) -> Token:
    key = raw.casefold()
    if key in PHRASE_HEADS:
        phrase = _phrase(text, start)
        if phrase:
            return phrase
    meaning = ("permonth", 0) if _OF_THE_MONTH.fullmatch(key) else WORDS.get(key)
    end = start + len(raw)
    if meaning is None:
        raise UnreadableError(start, end, "word")
    if meaning[0] in ("day", "month", "not") and len(raw) < 6 and text.startswith(".", end):
        end += _ABBREVIATED.match(text, end) is not None
    return Token(meaning[0], meaning[1], start, end, raw)


def _phrase(text: str, start: int) -> Token | None:
    match = _NEXT_WORDS.match(text, start)
    while match is not None:
        raw = match.group()
        meaning = PHRASES.get(" ".join(raw.casefold().split()))
        if meaning is not None:
            return Token(meaning[0], meaning[1], start, match.end(), raw)
        shorter = raw.rstrip().rfind(" ")
        match = _NEXT_WORDS.match(text, start, start + shorter) if shorter > 0 else None
    return None


def _figure(kind: str, raw: str, start: int) -> Token:
    end = start + len(raw)
    if kind == "sign":
        return Token(_SIGNS[raw], 0, start, end, raw)
    if kind in ("clock", "hour"):
        return _clock(raw, start, end)
    if kind == "other":
        raise UnreadableError(start, end, "sign")
    kind, value = _number(kind, [int(digits) for digits in _DIGITS.findall(raw)], len(raw))
    return Token(kind, value, start, end, raw)


def _number(kind: str, numbers: list[int], length: int) -> tuple[str, int]:
    """The kind and value of a figure: a date as yyyymmdd, four digits as a year."""
    if kind == "date":
        return "date", numbers[2] * 10000 + numbers[1] * 100 + numbers[0]
    if kind == "iso":
        return "date", numbers[0] * 10000 + numbers[1] * 100 + numbers[2]
    if kind == "number":
        return ("year" if length == 4 else "number"), numbers[0]
    if kind == "days":
        return kind, _EVERY_DAY
    return kind, numbers[0] if kind == "ord" else 1


def _clock(raw: str, start: int, end: int) -> Token:
    """A time with its half of the day; an hour past twelve keeps its own half ("17.00pm" is 17:00)."""
    digits = _DIGITS.findall(raw)
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    low = raw.casefold()
    half = 2 if "p" in low or "noon" in low else 1 if "a" in low else 0
    if hour > 48 or minute > 59:
        raise UnreadableError(start, end, "time")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == 2 else 0)
    return Token("clock", hour * 60 + minute, start, end, raw, half)
