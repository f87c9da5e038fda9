"""What a built HTML file says: its links, anchors, metadata and words, read with the standard library alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

Attributes = dict[str, str]


@dataclass(slots=True)
class Html:
    """A page: `tags` are its elements in order with their attributes; `words` its text outside scripts."""

    tags: list[tuple[str, Attributes]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)

    def all(self, tag: str) -> Iterator[Attributes]:
        """The attributes of every element with this name."""
        return (attributes for name, attributes in self.tags if name == tag)

    def hrefs(self) -> list[str]:
        """Where the links that a reader can follow go."""
        return [attributes["href"] for attributes in self.all("a") if "href" in attributes]

    def rel(self, rel: str) -> list[Attributes]:
        """The `<link>` elements with this relation."""
        return [attributes for attributes in self.all("link") if attributes.get("rel") == rel]

    def meta(self, name: str) -> str:
        """The content of a `<meta>` by name; empty when it is not there."""
        return next((each.get("content", "") for each in self.all("meta") if each.get("name") == name), "")

    def addresses(self) -> list[str]:
        """Every address in the page, for a reader or for the browser."""
        named = ("href", "src", "action")
        return [value for _, attributes in self.tags for name, value in attributes.items() if name in named]

    def ids(self) -> set[str]:
        """Every anchor."""
        return {attributes["id"] for _, attributes in self.tags if "id" in attributes}

    @property
    def text(self) -> str:
        """All words."""
        return " ".join(" ".join(self.words).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.html = Html()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.html.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        (self.html.scripts if self._inside in ("script", "style") else self.html.words).append(data)


def read_html(path: Path) -> Html:
    """The page in a file."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader.html
