"""Record text in Markdown to HTML that is safe on any page: CommonMark without HTML and images, then sanitised.

The guards and the caps are those measured in EDITING §4.
"""

import re
from collections.abc import Callable
from html import unescape

import nh3
import pyromark
from markupsafe import Markup

MAX_CHARACTERS = 4000
MAX_NESTING = 6
TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h2", "h3", "h4", "h5", "h6", "blockquote", "code", "hr"}
ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
DEEP = re.compile(
    rf"^[ \t]*(?:>[ \t]*){{{MAX_NESTING + 1},}}|^[ \t]{{{4 * MAX_NESTING},}}\S|(?:[-*+][ \t]+){{{MAX_NESTING + 1},}}",
    re.M,
)
SUSPECT = (">", "\t", "  ", "- ", "* ", "+ ")
LESS_THAN, EXCLAMATION = "\ue010", "\ue011"
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.S)
SHOWN = 160


def markdown_writer() -> Callable[[str], Markup]:
    """A writer of safe HTML from Markdown; one cleaner serves all texts. Headings in a text start at h2."""
    cleaner = nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        url_relative="deny",
        link_rel=None,
        strip_comments=True,
    )

    def write(text: str) -> Markup:
        if len(text) > MAX_CHARACTERS or _is_deep(text):
            return Markup("<p>{}</p>").format(text)
        html = _html(text)
        return Markup(cleaner.clean(_lower_headings(html)).strip())  # noqa: S704 - sanitised on this line

    return write


def _is_deep(text: str) -> bool:
    """Whether quotes or lists nest too deep; the pattern is slow, and few texts hold any of what it looks for."""
    return any(sign in text for sign in SUSPECT) and DEEP.search(text) is not None


def _html(text: str, options: pyromark.Options | None = None) -> str:
    """The HTML of a text in which no HTML block, autolink or image can begin.

    Their signs go through the parser as private characters, so that they come out as written, in code too.
    """
    plain = text.replace(LESS_THAN, "").replace(EXCLAMATION, "")
    hidden = plain.replace("<", LESS_THAN).replace("![", f"{EXCLAMATION}[")
    html = pyromark.html(hidden, options=options) if options else pyromark.html(hidden)
    return html.replace(LESS_THAN, "&lt;").replace(EXCLAMATION, "!")


def _within_site(tag: str, name: str, value: str) -> str | None:
    """An attribute's value; none for an address without a scheme on another host."""
    return None if name == "href" and value.lstrip().replace("\\", "/").startswith("//") else value


def _lower_headings(html: str) -> str:
    return html.replace("<h1>", "<h2>").replace("</h1>", "</h2>") if "<h1>" in html else html


def page_writer() -> Callable[[str], Markup]:
    """A writer for the municipality's own pages: the same guards without the cap, and links within the site."""
    cleaner = nh3.Cleaner(
        tags=TAGS | {"table", "thead", "tbody", "tr", "th", "td"},
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        url_relative="pass_through",
        attribute_filter=_within_site,
        link_rel=None,
    )

    def write(text: str) -> Markup:
        html = _html(text, pyromark.Options.ENABLE_TABLES)
        return Markup(cleaner.clean(html).strip())  # noqa: S704 - sanitised on this line

    return write


def first_lines(text: str) -> str:
    """The first paragraph of a written page without its marks and not longer than search engines show; plain text."""
    found = PARAGRAPH.search(_html(text))
    plain = " ".join(unescape(nh3.clean(found[1], tags=set())).split()) if found else ""
    return plain if len(plain) <= SHOWN else f"{plain[:SHOWN].rpartition(' ')[0]} …"
