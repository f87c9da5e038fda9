"""The handbook's own search index, made from its built pages; called when all of them are written."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from socialmap.problems import Problem
from socialmap.search import SearchRecord, index_records

LANGUAGE = "nl"
BUNDLE = "pagefind"
ARTICLE = re.compile(r"<article\b[^>]*>(.*?)</article>", re.DOTALL)
TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
LEAD = re.compile(r"<p>(?!<strong>)(.*?)</p>", re.DOTALL)
INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|span|strong)\b[^>]*>")
TAG = re.compile(r"<[^>]+>")


def index_handbook(folder: Path) -> tuple[Problem, ...]:
    """Write the search bundle of a built handbook beside its pages; what went wrong, if anything."""
    return index_records(handbook_records(folder), language=LANGUAGE, into=folder / BUNDLE).problems


def handbook_records(folder: Path) -> Iterator[SearchRecord]:
    """What search gets of each built page; addresses count from the handbook's own top."""
    for path in sorted(folder.rglob("*.html")):
        article = ARTICLE.search(path.read_text("utf-8"))
        title = TITLE.search(article[1]) if article else None
        if article and title and path.stem != "zoeken":
            lead = LEAD.search(article[1])
            meta = {"title": text_of(title[1]), "lead": text_of(lead[1])[:200] if lead else ""}
            url = f"/{path.relative_to(folder).as_posix()}"
            yield SearchRecord(url, text_of(article[1]), LANGUAGE, meta)


def text_of(html: str) -> str:
    """The words of a piece of HTML that this program wrote itself; what stands in a sentence parts no words."""
    return " ".join(unescape(TAG.sub(" ", INLINE.sub("", html))).split())
