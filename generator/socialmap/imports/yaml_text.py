"""A record as YAML text that reads back as exactly the same text values, for any YAML reader; called by `writing`."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from socialmap.imports.sketch import Ref, Value

PLAIN: Final = re.compile(r"[^\W\d_](?:(?:[\w .,;()'/&+%@–-]|:(?=\S))*[\w.)%/])?")
NUMBER: Final = re.compile(r"-?(0|[1-9]\d*)\.\d+|[1-9]\d{0,2}|0")
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
WORDS: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})
ESCAPED: Final = re.compile("[\u0085\u2028\u2029\ufeff\ufffe\uffff]")
PLAIN_NUMBERS: Final = frozenset({"latitude", "longitude", "lat", "lon", "minimum_age", "maximum_age"})


def yaml_text(values: Mapping[str, Value]) -> str:
    """The record as YAML, in the order of its keys, texts of several lines as blocks."""
    return "\n".join(_mapping(values, 0)) + "\n"


def _mapping(values: Mapping[str, Value], depth: int) -> Iterator[str]:
    pad = "  " * depth
    for name, value in values.items():
        head, *more = _value(name, value, depth)
        yield f"{pad}{_scalar(name)}:{head}"
        yield from more


def _value(name: str, value: Value, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield ""
        yield from _mapping(value, depth + 1)
    elif isinstance(value, list):
        yield ""
        for part in value:
            yield from _item(name, part, depth + 1)
    else:
        yield from _text(name, _plain(value), depth)


def _item(name: str, part: Value, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if isinstance(part, Mapping):
        head, *more = _mapping(part, depth + 1)
        yield f"{pad}- {head.strip()}"
        yield from more
    else:
        head, *more = _text(name, _plain(part), depth + 1)
        yield f"{pad}-{head}"
        yield from more


def _plain(value: Value) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r}" if isinstance(value, Ref) else f"lists in lists: {value!r}")
    return value


def _text(name: str, text: str, depth: int) -> Iterator[str]:
    if "\n" in text and _fits_block(text):
        yield " |-"
        pad = "  " * (depth + 1)
        yield from (f"{pad}{line}" if line else "" for line in text.split("\n"))
    else:
        number = name in PLAIN_NUMBERS and NUMBER.fullmatch(text)
        yield f" {text if number else _scalar(text)}"


def _fits_block(text: str) -> bool:
    if "\r" in text or ESCAPED.search(text) or text != text.strip():
        return False
    return all(line == line.strip() for line in text.split("\n"))


def _scalar(text: str) -> str:
    if DAY.fullmatch(text) or (PLAIN.fullmatch(text) and text.lower() not in WORDS and " #" not in text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
