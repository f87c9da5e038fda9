"""The Content-Security-Policy of each kind of page, and the files that tell web servers to send it (CSP Level 3)."""

from collections.abc import Iterator, Mapping

from socialmap.model.settings import MapSettings

BASE = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
)
SENDS = "form-action 'self'"
SCRIPT = "script-src 'self'"
OWN: Mapping[str, tuple[str, ...]] = {
    "search": (SENDS, "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'"),
    "guide": ("form-action 'none'", SCRIPT, "connect-src 'none'"),
    "form_new": ("form-action 'none'", SCRIPT, "connect-src 'self'"),
    "form_change": ("form-action 'none'", SCRIPT, "connect-src 'self'"),
    "my_list": ("form-action 'none'", SCRIPT, "connect-src 'self'"),
}
MAPS = frozenset(("map", "search"))
NO_TILES = MapSettings()
HEADER_ONLY = "frame-ancestors 'none'"
OTHERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), microphone=(), browsing-topics=()"),
)


def policy_for(kind: str, *, tiles: MapSettings = NO_TILES) -> str:
    """The policy of a kind of page, as a page can state it itself; with `tiles` the map may load just those images."""
    found = dict(part.split(" ", 1) for part in (*BASE, *OWN.get(kind, (SENDS, SCRIPT))))
    if kind in MAPS and tiles.tiles:
        found["img-src"] += " blob:" if tiles.is_archive else f" {tiles.origin}"
        if tiles.is_archive:
            found["connect-src"] = " ".join(filter(None, (found.get("connect-src", "'self'"), tiles.origin)))
    return "; ".join(f"{name} {values}" for name, values in found.items())


def headers_file(kinds: Mapping[str, str], *, tiles: MapSettings = NO_TILES) -> bytes:
    """A `_headers` file as static hosts read it, for the pages of the map; `kinds` is the kind of page by route.

    Hosts join the headers of all rules that match a page, and of two policies both hold. So a folder has one rule, and
    where pages in or below it have other policies, each of its pages has its own. The handbook's pages state their
    policy themselves.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in OTHERS)]
    for pattern, policy in sorted(_rules(kinds, tiles)):
        lines += [pattern, f"  Content-Security-Policy: {policy}; {HEADER_ONLY}"]
    return ("\n".join(lines) + "\n").encode()


def _rules(kinds: Mapping[str, str], tiles: MapSettings) -> set[tuple[str, str]]:
    of_kind = {kind: policy_for(kind, tiles=tiles) for kind in set(kinds.values())}
    policies = {route: of_kind[kind] for route, kind in kinds.items()}
    mixed = _mixed_folders(policies)
    return {(pattern, policy) for route, policy in policies.items() for pattern in _patterns(route, mixed)}


def _mixed_folders(policies: Mapping[str, str]) -> set[str]:
    """The folders in or below which pages have different policies."""
    found: dict[str, set[str]] = {}
    for route, policy in policies.items():
        for folder in _folders(route):
            found.setdefault(folder, set()).add(policy)
    return {folder for folder, different in found.items() if len(different) > 1}


def _folders(route: str) -> Iterator[str]:
    """The folders that a route lies in, from the top down."""
    parts = route.split("/")[:-1]
    return ("".join(f"{part}/" for part in parts[:depth]) for depth in range(len(parts) + 1))


def _patterns(route: str, mixed: set[str]) -> tuple[str, ...]:
    folder = next((each for each in _folders(route) if each not in mixed), "")
    if folder or not mixed:
        return (f"/{folder}*",)
    own = route[: route.rfind("/") + 1]
    return (f"/{route}", f"/{own}") if route == f"{own}index.html" else (f"/{route}",)


def nginx_snippet(kinds: Mapping[str, str], *, tiles: MapSettings = NO_TILES) -> bytes:
    """A snippet for the `server` block of nginx that sends the policies as headers; `kinds` as for `headers_file`."""
    others = "\n".join(f'add_header {name} "{value}" always;' for name, value in OTHERS)
    plain = policy_for("page")
    policies = sorted((route, policy_for(kind, tiles=tiles)) for route, kind in kinds.items())
    pages = "\n".join(f'    "/{route}" "{policy}; {HEADER_ONLY}";' for route, policy in policies if policy != plain)
    return (
        "# In the http block:\n"
        "map $uri $socialmap_policy {\n"
        f'    default "{policy_for("page")}; {HEADER_ONLY}";\n'
        '    "~^/handboek/" "";\n'
        '    "~^/beheer/" "";\n'
        f"{pages}\n"
        "}\n"
        "# In the server block:\n"
        "add_header Content-Security-Policy $socialmap_policy always;\n"
        f"{others}\n"
    ).encode()
