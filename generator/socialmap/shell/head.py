"""What search engines and other services read of a page: canonical address, languages, Open Graph, JSON-LD."""

import json
from collections.abc import Iterable, Mapping
from html import escape


def link(rel: str, href: str, *, hreflang: str = "") -> str:
    """A `<link>` element."""
    language = f' hreflang="{hreflang}"' if hreflang else ""
    return f'<link rel="{rel}"{language} href="{escape(href)}">'


def alternates(addresses: Iterable[tuple[str, str]], *, default: str) -> str:
    """The same page in each language; `default` is the address for everyone else."""
    links = [link("alternate", address, hreflang=language) for language, address in addresses]
    return "\n".join([*links, link("alternate", default, hreflang="x-default")])


def open_graph(values: Mapping[str, str]) -> str:
    """Open Graph properties; empty ones are left out."""
    return "\n".join(
        f'<meta property="og:{name}" content="{escape(value)}">' for name, value in values.items() if value
    )


def json_ld(value: Mapping[str, object]) -> str:
    """A JSON-LD data block that no text can break out of."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("&", "\\u0026")
    return f'<script type="application/ld+json">{text}</script>'
