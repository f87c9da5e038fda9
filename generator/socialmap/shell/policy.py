"""The Content-Security-Policy of each kind of page, and the files that tell web servers to send it (CSP Level 3)."""

from collections.abc import Iterable

BASE = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)
SCRIPT = "script-src 'self'"
SEARCH = ("script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'")
HEADER_ONLY = "frame-ancestors 'none'"
OTHERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), microphone=(), browsing-topics=()"),
)


def policy_for(kind: str) -> str:
    """The policy of a kind of page, as a page can state it itself."""
    return "; ".join((*BASE, *(SEARCH if kind == "search" else (SCRIPT,))))


def headers_file(routes: Iterable[str], *, search_routes: tuple[str, ...]) -> bytes:
    """A `_headers` file as static hosts read it, for the pages of the map.

    Hosts join the headers of all rules that match a page, and of two policies both hold. So a folder has one rule, and
    where a search page is in it, each of its pages has its own. The handbook's pages state their policy themselves.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in OTHERS)]
    patterns = {
        pattern for route in routes if route not in search_routes for pattern in _patterns(route, search_routes)
    }
    for pattern in sorted(patterns):
        lines += [pattern, f"  Content-Security-Policy: {policy_for('page')}; {HEADER_ONLY}"]
    for route in sorted(search_routes):
        lines += [f"/{route}", f"  Content-Security-Policy: {policy_for('search')}; {HEADER_ONLY}"]
    return ("\n".join(lines) + "\n").encode()


def _patterns(route: str, search_routes: tuple[str, ...]) -> tuple[str, ...]:
    folder = _folder(route)
    if folder not in map(_folder, search_routes):
        return (f"/{folder}*",)
    return (f"/{route}", f"/{folder}") if route == f"{folder}index.html" else (f"/{route}",)


def _folder(route: str) -> str:
    return route[: route.rfind("/") + 1]


def nginx_snippet(search_routes: tuple[str, ...]) -> bytes:
    """A snippet for the `server` block of nginx that sends the policies as headers."""
    others = "\n".join(f'add_header {name} "{value}" always;' for name, value in OTHERS)
    pages = "\n".join(f'    "/{route}" "{policy_for("search")}; {HEADER_ONLY}";' for route in search_routes)
    return (
        "# In the http block:\n"
        "map $uri $socialmap_policy {\n"
        f'    default "{policy_for("page")}; {HEADER_ONLY}";\n'
        '    "~^/handboek/" "";\n'
        f"{pages}\n"
        "}\n"
        "# In the server block:\n"
        "add_header Content-Security-Policy $socialmap_policy always;\n"
        f"{others}\n"
    ).encode()
