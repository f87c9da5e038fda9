"""What may have been meant by a line that YAML cannot read, likeliest first; called by `yaml_fixes`, which tries each.

A guess changes one line and keeps all its words: it quotes, closes, spaces or indents, and never invents text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from socialmap.sources.words import read_words

STEP = 2
KEY = r"[^\W\d][\w@'’-]*"
HEAD = re.compile(rf"^(\s*(?:- +)*(?:{KEY}:[ \t\u00a0]+|- +))(\S.*)$")
WRITTEN = re.compile(rf"^\s*(?:- +)*{KEY}:(?:\s|$)")
NO_SPACE = re.compile(rf"^(\s*(?:- +)?{KEY}) ?:(?!//)[ \u00a0]?(\S.*)$")
OTHER_MARK = re.compile(rf"^(\s*(?:- +)?{KEY})\s*(?:=|;|：|:=|=>|->)\s*(\S.*)$")
NO_COLON = re.compile(rf"^(\s*(?:- +)?)({KEY})[ \t]+(\S.*)$")
DASH = re.compile(r"^(\s*)(?:-(?=[^\s-])|[•*–—·▪‣∙][ \t\u00a0]*)(\S.*)$")
NOTE = re.compile(r"^(\s*)(?://+|<!--|/\*+|--(?!-))\s*(.*?)\s*(?:-->|\*/)?$")
WHOLE = re.compile(rf"^(\s*(?:- +)?)([\"'“])({KEY}:\s.*?)[\"'”]$")
BLANKS = re.compile(r"^[ \t\u00a0]*")
APOSTROPHE = re.compile(r"^['’](?:[a-z]|er|em|ns|tis|twas|til)\b")
SPECIAL = "@`%*&!|>?,-[]{}#:"
OPENERS, CLOSERS = "[{", "]}"
CURLY = "“”„‟«»"
STRAIGHT = "\"'"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands above a line: the nearest line with text, and how far lines above begin, the nearest first."""

    above: str
    depths: tuple[int, ...]


def guesses(line: str, *, around: Around) -> Iterator[tuple[str, str]]:
    """Each correction of a line with the name of what is wrong; without those that change nothing."""
    yield from _blanks(line, around)
    found = NOTE.match(line)
    if found and found[2]:
        yield "note", f"{found[1]}# {found[2]}"
    yield from _marks(line)
    head = HEAD.match(line)
    if head:
        yield from ((cause, head[1].rstrip("\t\u00a0 ") + " " + text) for cause, text in _values(head[2].rstrip()))
    yield from _words(line)
    yield from _indents(line, around)


def _blanks(line: str, around: Around) -> Iterator[tuple[str, str]]:
    lead = BLANKS.match(line)
    start = lead[0] if lead else ""
    rest = line[len(start) :].replace("\u00a0", " ")
    if "\t" in start:
        yield from (("tab", " " * depth + rest) for depth in _likely_depths(around))
    if "\u00a0" in line:
        yield "nbsp", " " * len(start) + rest
        yield from (("nbsp", " " * depth + rest) for depth in _likely_depths(around))


def _marks(line: str) -> Iterator[tuple[str, str]]:
    spaceless, other, dash, whole = (form.match(line) for form in (NO_SPACE, OTHER_MARK, DASH, WHOLE))
    if spaceless and not WRITTEN.match(line):
        yield from _spaced(spaceless[1], spaceless[2], "space")
    if other and _is_key(other[1].strip(" -")):
        yield from _spaced(other[1], other[2], "mark")
    if dash:
        yield "dash", f"{dash[1]}- {dash[2]}"
    if whole:
        yield "around", f"{whole[1]}{whole[3]}"


def _spaced(key: str, value: str, cause: str) -> Iterator[tuple[str, str]]:
    yield cause, f"{key}: {value}"
    yield cause, f"{key}: {quoted(value)}"


def _values(value: str) -> Iterator[tuple[str, str]]:
    first, last = value[0], value[-1]
    if first in CURLY or (first in STRAIGHT and last in CURLY) or (last in STRAIGHT and value.count(last) == 1):
        yield "word_quotes", quoted(value.strip(CURLY + STRAIGHT))
    if APOSTROPHE.match(value):
        yield "apostrophe", quoted(value)
    if first in STRAIGHT:
        yield from _quotes(value, first)
    elif first in OPENERS:
        yield from _brackets(value)
    if first in SPECIAL:
        yield "start", quoted(value)
    else:
        yield "colon", quoted(value)


def _quotes(value: str, mark: str) -> Iterator[tuple[str, str]]:
    if value.count(mark) == 1:
        yield "quote_open", quoted(value[1:])
    elif value.endswith(mark):
        inside = value[1:-1]
        yield "backslash" if "\\" in inside and mark not in inside else "quote_inside", quoted(inside)
    yield "quote_part", quoted(value)


def _brackets(value: str) -> Iterator[tuple[str, str]]:
    needed = CLOSERS[OPENERS.index(value[0])]
    inside = value[1:].rstrip(" ,)]}>")
    if value.count(value[0]) != 1 or ("{" in inside and "}" in inside):
        yield "start", quoted(value)
    if value[-1] in " ,)]}>" or needed not in value:
        yield "bracket", f"{value[0]}{inside}{needed}"
        items = [item.strip() for item in inside.split(",") if item.strip()]
        if value[0] == "[":
            yield "item", f"[{', '.join(_item(item) for item in items)}]"


def _item(item: str) -> str:
    return quoted(item) if item[0] in f"{SPECIAL}'" and not (item[0] == item[-1] == "'" != item) else item


def _words(line: str) -> Iterator[tuple[str, str]]:
    found = NO_COLON.match(line)
    if found and not WRITTEN.match(line) and _is_key(found[2]):
        yield from _spaced(found[1] + found[2], found[3], "no_colon")


def _indents(line: str, around: Around) -> Iterator[tuple[str, str]]:
    text = line.strip()
    if not text:
        return
    is_key = bool(WRITTEN.match(line)) or text.startswith("- ")
    depths = around.depths if is_key else tuple(depth + STEP for depth in around.depths)
    deeper = (around.depths[0] + STEP,) if around.depths and around.above.endswith((":", "|", ">")) else ()
    yield from (("indent" if is_key else "goes_on", " " * depth + text) for depth in (*deeper, *depths))


def _likely_depths(around: Around) -> tuple[int, ...]:
    """How far a line may be indented, likeliest first: below a key without a value one step more, else as far."""
    here = around.depths[-1 if around.above.lstrip().startswith("- ") else 0] if around.depths else 0
    here = len(around.above) - len(around.above.lstrip(" ")) if around.above else here
    return (here + STEP, here, 0) if around.above.endswith(":") else (*around.depths[:1], here, here + STEP, 0)


def quoted(text: str) -> str:
    """The text in double quotes, as YAML reads it back."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_key(word: str) -> bool:
    return word.partition("@")[0] in _known_keys()


@lru_cache(maxsize=1)
def _known_keys() -> frozenset[str]:
    return frozenset(way for ways in read_words("nl").keys.values() for way in ways)
