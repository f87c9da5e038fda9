"""A small site for the search component: pages from its own template and examples, and a server with the policy."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copy
from threading import Thread

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

COMPONENT = Path(__file__).parents[2] / "site_overrides" / "components" / "search"
CSP = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "style-src 'self'; img-src 'self'; form-action 'self'"
)
PAGE = """{% from "template.html" import search %}<!doctype html>
<html lang="{{ lang }}" dir="{{ dir }}"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{{ csp }}"><link rel="icon" href="data/icon.png">
<link rel="stylesheet" href="tokens.css"><link rel="stylesheet" href="search.css">
<script type="module" src="components/search/search.js"></script></head>
<body><main><h1>{{ title }}</h1>{{ search(view) }}</main></body></html>"""
TOKENS = """:root { --sm-color-page: #fbfaf7; --sm-color-surface: #fff; --sm-color-ink: #1c1b19;
  --sm-color-muted: #54514b; --sm-color-line: #d8d3c8; --sm-color-tint: #eef3f8; --sm-color-action: #154f8a;
  --sm-color-on-action: #fff; --sm-focus: #0b57d0; --sm-radius: 6px; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --sm-color-page: #15181b; --sm-color-surface: #1d2125;
  --sm-color-ink: #f2f0ea; --sm-color-muted: #c2beb5; --sm-color-line: #3b4147; --sm-color-tint: #1b2733;
  --sm-color-action: #9cc7ff; --sm-color-on-action: #0b1b2d; --sm-focus: #ffd866; } }
* { box-sizing: border-box; } body { margin: 0; background: var(--sm-color-page); color: var(--sm-color-ink);
  font: 1.125rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; } a { color: var(--sm-color-action); }
main { max-width: 72rem; margin-inline: auto; padding: 1rem; } h1, h2 { line-height: 1.2; margin-block-start: 0; }"""


def example(name: str) -> Mapping[str, object]:
    """One of the component's own examples: name, lang, dir, data."""
    examples = yaml.safe_load((COMPONENT / "search.yml").read_text("utf-8"))["examples"]
    return next(one for one in examples if one["name"] == name)


def write_page(folder: Path, name: str, *, file: str, title: str, **changes: object) -> None:
    """Write the search page of example `name` into `folder`, with some of its parameters changed."""
    shown = example(name)
    environment = Environment(loader=FileSystemLoader(COMPONENT), autoescape=True, undefined=StrictUndefined)
    view = {**shown["data"], **changes}  # type: ignore[dict-item]
    html = environment.from_string(PAGE).render(lang=shown["lang"], dir=shown["dir"], title=title, csp=CSP, view=view)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(html, "utf-8")
    told = json.dumps({"search": shown["words"], "crisis": []})
    (folder / str(view["words"])).write_text(f"export default {told};", "utf-8")
    (folder / "tokens.css").write_text(TOKENS, "utf-8")
    copy(COMPONENT / "search.css", folder / "search.css")
    for script in COMPONENT.parent.glob("*/*.js"):
        place = folder / "components" / script.parent.name
        place.mkdir(parents=True, exist_ok=True)
        copy(script, place / script.name)


class Handler(SimpleHTTPRequestHandler):
    """Files with the policy as a header, and no word on the console; an icon nobody draws is an empty answer."""

    policy: str | None = CSP

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def do_GET(self) -> None:
        if self.path.endswith("icon.png"):
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


class BareHandler(Handler):
    """A host where no header can be set, so that only the page's own `<meta>` counts."""

    policy = None


@contextmanager
def served(folder: Path, *, handler: type[Handler] = Handler) -> Iterator[str]:
    """The address, without a final slash, under which `folder` is served while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
