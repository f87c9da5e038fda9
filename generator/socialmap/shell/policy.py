"""The Content-Security-Policy of each kind of page, and the files that tell web servers to send it (CSP Level 3)."""

from collections.abc import Iterable, Iterator, Mapping

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
ASKS = "connect-src 'self'"
OWN: Mapping[str, tuple[str, ...]] = {
    "search": (SENDS, "script-src 'self' 'wasm-unsafe-eval'", ASKS, "worker-src 'self'"),
    "guide": ("form-action 'none'", SCRIPT, "connect-src 'none'"),
    "form_new": ("form-action 'none'", SCRIPT, "connect-src 'self'"),
    "form_change": ("form-action 'none'", SCRIPT, "connect-src 'self'"),
    "my_list": ("form-action 'none'", SCRIPT, "connect-src 'self'"),
}
MAPS = frozenset(("map", "search"))
NO_TILES = MapSettings()
THEIRS = ("handboek", "beheer")
HEADER_ONLY = "frame-ancestors 'none'"
OTHERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), microphone=(), browsing-topics=()"),
)


def policy_for(kind: str, *, tiles: MapSettings = NO_TILES) -> str:
    """The policy of a kind of page, as a page can state it itself; with `tiles` the map may load just those images."""
    found = dict(part.split(" ", 1) for part in (*BASE, *OWN.get(kind, (SENDS, SCRIPT, ASKS))))
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
    mixed = _mixed_folders({(_folder(route), policy) for route, policy in policies.items()})
    tops = {folder: _top(folder, mixed) for folder in set(map(_folder, policies))}
    found: set[tuple[str, str]] = set()
    for route, policy in policies.items():
        top = tops[_folder(route)]
        found.update((pattern, policy) for pattern in ((f"/{top}*",) if top is not None else _alone(route)))
    return found


def _mixed_folders(policies: Iterable[tuple[str, str]]) -> set[str]:
    """The folders in or below which pages have different policies."""
    found: dict[str, set[str]] = {}
    for folder, policy in policies:
        for each in _path(folder):
            found.setdefault(each, set()).add(policy)
    return {folder for folder, different in found.items() if len(different) > 1}


def _folder(route: str) -> str:
    return route[: route.rfind("/") + 1]


def _path(folder: str) -> Iterator[str]:
    """A folder and those it lies in, from the top down."""
    parts = folder.split("/")[:-1]
    return ("".join(f"{part}/" for part in parts[:depth]) for depth in range(len(parts) + 1))


def _top(folder: str, mixed: set[str]) -> str | None:
    """The first folder on the path to this one in which all pages have one policy; nothing when there is none."""
    found = next((each for each in _path(folder) if each not in mixed), None)
    return found if found or not mixed else None


def _alone(route: str) -> tuple[str, ...]:
    """The addresses of a page that has a rule of its own."""
    own = _folder(route)
    return (f"/{route}", f"/{own}") if route == f"{own}index.html" else (f"/{route}",)


def nginx_snippet(kinds: Mapping[str, str], *, tiles: MapSettings = NO_TILES, folder: str = "") -> bytes:
    """A file to include in a `server` block of nginx that sends the policies as headers; `kinds` as for `headers_file`.

    A location with a header of its own sends none of the server's, so each says them all. The folders of the handbook
    and of the editing environment state their policy themselves. A site in a `folder` of the server says nothing about
    what else is there.
    """
    top = f"/{folder}/" if folder else "/"
    of_kind = {kind: policy_for(kind, tiles=tiles) for kind in {*kinds.values(), "page"}}
    own = sorted((route, of_kind[kind]) for route, kind in kinds.items() if of_kind[kind] != of_kind["page"])
    blocks = (
        *(((f'^~ "{top}"', of_kind["page"]),) if folder else ()),
        *((f'^~ "{top}{theirs}/"', "") for theirs in THEIRS),
        *((f'= "{top}{route}"', policy) for route, policy in own),
    )
    return "".join(
        (
            "# In the server block: include .../site/nginx-headers.conf;\n",
            *(() if folder else _nginx_headers(of_kind["page"])),
            *(f"location {match} {{\n{''.join(_nginx_headers(policy, '    '))}}}\n" for match, policy in blocks),
        )
    ).encode()


def _nginx_headers(policy: str, indent: str = "") -> Iterator[str]:
    headers = ((("Content-Security-Policy", f"{policy}; {HEADER_ONLY}"),) if policy else ()) + OTHERS
    return (f'{indent}add_header {name} "{value}" always;\n' for name, value in headers)
