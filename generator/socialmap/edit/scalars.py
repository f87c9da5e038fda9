"""How a text is written in YAML so that every reader takes it back as the same text; called by all that writes here."""

import json
import re
from typing import Final

INDICATORS: Final = "-?:,[]{}#&*!|>'\"%@` ="
FLOW_MARKS: Final = re.compile(r"[,\[\]{}]")
ENDS_PLAIN: Final = re.compile(r":(?:\s|$)|\s#")
NUMBER: Final = re.compile(
    r"[-+]?[.0-9][0-9_.,:]*(?:[eE][-+]?\d+)?|0[xo][0-9a-fA-F_]+|[-+]?\.(?:inf|nan)", re.IGNORECASE
)
SAME_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?")
MOMENT: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?")
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
WORDS: Final = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "<<"))
NUMBERS: Final = frozenset(("number", "integer"))
BREAKS: Final = re.compile("[\r\u0085\u2028\u2029]")
ESCAPED: Final = re.compile("[\u007f-\u009f\u00a0\u2028\u2029\ufeff\ufffe\uffff]")
UNPLAIN: Final = re.compile("[\x00-\x1f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]")


def write_scalar(text: str, *, kind: str = "text", flow: bool = False) -> str:
    """The text as one line of YAML: plain where no reader takes it for something else, else in double quotes."""
    return text if is_plain(text, kind=kind, flow=flow) else write_quoted(text)


def write_quoted(text: str) -> str:
    """The text in double quotes."""
    quoted = json.dumps(text, ensure_ascii=False)
    return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def is_plain(text: str, *, kind: str, flow: bool) -> bool:
    """Whether the text may stand without quotes; a number, day or yes of such a field may, though it is no text."""
    if (kind in NUMBERS and SAME_NUMBER.fullmatch(text)) or (kind == "date" and DAY.fullmatch(text)):
        return True
    if not text or text != text.strip() or text[0] in INDICATORS or UNPLAIN.search(text) or ENDS_PLAIN.search(text):
        return False
    if flow and FLOW_MARKS.search(text):
        return False
    if text.lower() in WORDS:
        return kind == "boolean" and text.lower() not in ("null", "~", "<<")
    return not NUMBER.fullmatch(text) and not MOMENT.fullmatch(text)


def fits_block(text: str) -> bool:
    """Whether a text of several lines may be a block (`|`) that reads back as the same text."""
    if "\n" not in text or text.endswith("\n\n") or not text.strip() or BREAKS.search(text):
        return False
    lines = text.split("\n")
    if any(UNPLAIN.search(line.replace("\u00a0", "")) for line in lines):
        return False
    return not lines[0][:1].isspace() and lines[0] != "" and all(not line or line.strip() for line in lines)
