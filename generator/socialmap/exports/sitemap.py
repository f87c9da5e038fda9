"""The sitemap (sitemaps.org 0.9) and robots.txt."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page: its route, the day it last changed (ISO, or nothing), and the same page in other languages."""

    route: str
    modified: str = ""
    alternates: tuple[tuple[str, str], ...] = ()


def write_sitemap(entries: Iterable[SitemapEntry], *, site_url: str) -> bytes:
    """The sitemap of a site whose address is known."""
    base = site_url.rstrip("/")
    urls = "\n".join(_url(entry, base) for entry in sorted(entries, key=lambda entry: entry.route))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{urls}\n</urlset>\n"
    ).encode()


def write_robots(*, site_url: str, sitemap: bool) -> bytes:
    """`robots.txt`: everything may be read; the sitemap is named when the site's address is known."""
    named = f"\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n" if sitemap and site_url else ""
    return f"User-agent: *\nAllow: /\n{named}".encode()


def _url(entry: SitemapEntry, base: str) -> str:
    modified = f"<lastmod>{entry.modified}</lastmod>" if entry.modified else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(f"{base}/{route}")}/>'
        for language, route in entry.alternates
    )
    return f"<url><loc>{escape(f'{base}/{entry.route}')}</loc>{modified}{links}</url>"
