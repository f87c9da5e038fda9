"""Plain text, web addresses and phone numbers out of cells that hold HTML or what people paste around them."""

import re
from html.parser import HTMLParser
from typing import Final

from socialmap.imports.grid import without_invisible

BLOCKS: Final = frozenset({"br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4"})
HIDDEN: Final = frozenset({"script", "style"})
TAG: Final = re.compile(r"<\s*/?\s*[A-Za-z!]")
HOST: Final = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?([/?#]\S*)?")
BLANKS: Final = re.compile(r"[ \t]+")
LINES: Final = re.compile(r"\s*\n\s*\n\s*")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.links: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.parts.append("\n")
        self.links.extend(value.strip(" \"'”“") for name, value in attrs if name == "href" and value and value.strip())

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def _parse(text: str) -> _Reader:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader


def plain_text(text: str) -> str:
    """The readable text of a cell: no tags, entities resolved, single spaces, at most one empty line."""
    if TAG.search(text) or "&" in text:
        text = "".join(_parse(text).parts)
    lines = (BLANKS.sub(" ", line).strip() for line in without_invisible(text).splitlines())
    return LINES.sub("\n\n", "\n".join(lines).strip())


def web_address(text: str) -> str:
    """The web address in a cell: the first link of HTML, else the text; a host without scheme gets https."""
    links = (
        [link for link in _parse(text).links if not link.startswith(("tel:", "mailto:"))] if TAG.search(text) else []
    )
    address = links[0] if links else plain_text(text)
    return f"https://{address}" if "://" not in address and HOST.fullmatch(address) else address


def phone_number(text: str) -> str:
    """A phone number as people write it, without the web address or HTML pasted around it."""
    bare = plain_text(text).removeprefix("http://").removeprefix("tel:")
    return bare.strip().strip('"').strip()


def mailbox(text: str) -> str:
    """A mail address without `mailto:` and without HTML."""
    return plain_text(text).removeprefix("mailto:").strip()


def first_sentence(text: str, *, limit: int = 300) -> str:
    """The first sentence of a text when it fits in `limit` characters, else nothing."""
    line = plain_text(text).split("\n", 1)[0]
    sentence = re.split(r"(?<=[.!?])\s", line, maxsplit=1)[0]
    return sentence if len(sentence) <= limit else ""
