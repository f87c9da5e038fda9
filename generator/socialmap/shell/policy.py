"""The Content-Security-Policy of each kind of page, and the files that tell web servers to send it (CSP Level 3)."""

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


def headers_file(folders: tuple[str, ...], *, search_routes: tuple[str, ...]) -> bytes:
    """A `_headers` file as static hosts read it.

    Hosts join the headers of all rules that match, and two policies both hold; so each rule names the pages of one
    folder, and the handbook, whose pages state a policy of their own, has none.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in OTHERS)]
    for folder in folders:
        lines += [f"/{folder}*", f"  Content-Security-Policy: {policy_for('page')}; {HEADER_ONLY}"]
    for route in search_routes:
        lines += [f"/{route}", f"  Content-Security-Policy: {policy_for('search')}; {HEADER_ONLY}"]
    return ("\n".join(lines) + "\n").encode()


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
