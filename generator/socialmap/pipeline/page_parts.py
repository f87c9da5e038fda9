"""What a page says, part by part as a resident reads it: the text under each heading; called by `comparing`."""

from html.parser import HTMLParser
from typing import Final

LABELS: Final = frozenset(("h1", "h2", "h3", "dt"))
BLOCKS: Final = frozenset(("p", "li", "dd", "div", "br", "tr", "td", "th", "dl", "ul", "ol", "table", "section"))
SILENT: Final = frozenset(("script", "style", "svg", "template", "form", "button"))
CHROME: Final = frozenset(("sm-crumb", "sm-exit", "sm-tools", "sm-tools__kept", "sm-hidden", "sm-wrong"))
VOID: Final = frozenset(("br", "img", "input", "meta", "link", "hr", "wbr", "source", "path"))


def page_parts(html: str, *, labels: frozenset[str] = LABELS) -> dict[str, str]:
    """The text of the page's own part by its heading or term; what stands above the first is under an empty one.

    `labels` are the elements that begin a part; other headings are text of the part that they stand in.
    """
    reader = _Reader(labels)
    reader.feed(html)
    reader.close()
    return {label: text for label, lines in reader.parts.items() if (text := "\n".join(_lines(lines)))}


def _lines(written: list[str]) -> list[str]:
    lines = ("".join(written)).replace("\u00ad", "").split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


class _Reader(HTMLParser):
    """Gathers the text in `main`, without what is for machines, for moving around, or for reporting a fault."""

    def __init__(self, labels: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.labels, self.blocks = labels, BLOCKS | (LABELS - labels)
        self.parts: dict[str, list[str]] = {}
        self.open: list[tuple[str, bool]] = []
        self.label: list[str] | None = None
        self.here = ""
        self.main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self.main = True
        if tag in VOID:
            self._write("\n" if tag == "br" else "")
            return
        self.open.append((tag, self._silent or _is_silent(tag, dict(attrs))))
        if tag in self.labels and not self._silent:
            self.label = []
        elif tag in self.blocks:
            self._write("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.main = False
        if not any(tag == name for name, _ in self.open):
            return
        while self.open.pop()[0] != tag:
            pass
        if tag in self.labels and self.label is not None:
            self.here, self.label = " ".join("".join(self.label).replace("\u00ad", "").split()), None
            if tag == "h1":
                self.parts["h1"], self.here = [self.here], ""
        elif tag in self.blocks:
            self._write("\n")

    def handle_data(self, data: str) -> None:
        if self.label is not None and not self._silent:
            self.label.append(data)
        else:
            self._write(data.replace("\n", " "))

    @property
    def _silent(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def _write(self, text: str) -> None:
        if self.main and not self._silent and self.label is None:
            self.parts.setdefault(self.here, []).append(text)


def _is_silent(tag: str, attrs: dict[str, str | None]) -> bool:
    classes = set((attrs.get("class") or "").split())
    return tag in SILENT or attrs.get("aria-hidden") == "true" or "hidden" in attrs or bool(classes & CHROME)
