"""Record text in Markdown to HTML that is safe on any page: CommonMark without HTML and images, then sanitised.

The guards and the caps are those measured in EDITING §4.
"""

import re
from collections.abc import Callable

import nh3
import pyromark
from markupsafe import Markup

MAX_CHARACTERS = 4000
MAX_NESTING = 6
TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h2", "h3", "h4", "h5", "h6", "blockquote", "code", "hr"}
SCHEMES = {"http", "https", "mailto", "tel"}
DEEP = re.compile(
    rf"^[ \t]*(?:>[ \t]*){{{MAX_NESTING + 1},}}|^[ \t]{{{4 * MAX_NESTING},}}\S|(?:[-*+][ \t]+){{{MAX_NESTING + 1},}}",
    re.M,
)
MARKUP_SIGN = re.compile(r"[<!]|\[")


def markdown_writer() -> Callable[[str], Markup]:
    """A writer of safe HTML from Markdown; one cleaner serves all texts. Headings in a text start at h2."""
    cleaner = nh3.Cleaner(
        tags=TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=SCHEMES,
        url_relative="deny",
        link_rel=None,
        strip_comments=True,
    )

    def write(text: str) -> Markup:
        if len(text) > MAX_CHARACTERS or DEEP.search(text):
            return Markup("<p>{}</p>").format(text)
        html = pyromark.html(_without_html(text))
        return Markup(cleaner.clean(_lower_headings(html)).strip())  # noqa: S704 - sanitised on this line

    return write


def _without_html(text: str) -> str:
    """The text with every `<` and image sign as plain characters, so that no HTML block can begin."""
    if not MARKUP_SIGN.search(text):
        return text
    return text.replace("<", "&lt;").replace("![", "&#33;[")


def _lower_headings(html: str) -> str:
    return html.replace("<h1>", "<h2>").replace("</h1>", "</h2>") if "<h1>" in html else html


def page_writer() -> Callable[[str], Markup]:
    """A writer for the municipality's own pages: the same guards without the cap, and links within the site."""
    cleaner = nh3.Cleaner(
        tags=TAGS | {"table", "thead", "tbody", "tr", "th", "td"},
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=SCHEMES,
        url_relative="pass_through",
        link_rel=None,
    )

    def write(text: str) -> Markup:
        html = pyromark.html(_without_html(text), options=pyromark.Options.ENABLE_TABLES)
        return Markup(cleaner.clean(html).strip())  # noqa: S704 - sanitised on this line

    return write
