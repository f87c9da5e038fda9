"""A small web server that shows a site on this computer and tells open pages when it changed; for `serve` and tests."""

import json
import sys
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

EVENTS = "/-/changes"
SCRIPT = "/-/changes.js"
BEAT_SECONDS = 15.0
RELOAD = b"""const banner = document.createElement("pre");
banner.setAttribute("role", "alert");
const here = decodeURI(location.pathname).slice(1).replace(/(^|\\/)$/, "$1index.html");
new EventSource("/-/changes" + new URL(document.currentScript.src).search).onmessage = (event) => {
  const { wrong, pages } = JSON.parse(event.data);
  if (wrong === "" && (banner.isConnected || pages === null || pages.includes(here))) location.reload();
  banner.textContent = wrong;
  if (wrong) document.body.prepend(banner);
};
"""
MANY = 500


@dataclass(slots=True)
class Changes:
    """Says to every open page that the site changed, or what is wrong, also to one that was under way meanwhile.

    `told` is everything that was said, as JSON, of which a page that is loaded now has `known` so many. `shown` are
    pages by their route that are shown in place of those in the folder.
    """

    told: list[str] = field(default_factory=list)
    known: int = 0
    closed: bool = False
    shown: Mapping[str, bytes] = field(default_factory=dict)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, *, wrong: str = "", pages: Collection[str] = ()) -> None:
        """Wake every page that listens: those with these routes load again, all of them when they are many.

        With something `wrong` none does, and every page says what it is.
        """
        message = json.dumps({"wrong": wrong, "pages": sorted(pages) if len(pages) < MANY else None})
        with self._changed:
            self.told.append(message)
            self.known = len(self.told) - bool(wrong)
            self._changed.notify_all()

    def close(self) -> None:
        """Let every listener go."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def after(self, number: int) -> list[str]:
        """What was told after so many tellings, waiting a while for it."""
        with self._changed:
            if len(self.told) <= number and not self.closed:
                self._changed.wait(BEAT_SECONDS)
            return self.told[number:]


class Handler(SimpleHTTPRequestHandler):
    """Serves files of the site; pages get a script that listens for changes when there is somebody to tell them."""

    def __init__(self, *arguments: object, folder: Path, changes: Changes | None, **options: object) -> None:
        self.changes = changes
        self.number = 0
        super().__init__(*arguments, directory=str(folder), **options)  # type: ignore[arg-type] # as the server calls it

    def do_GET(self) -> None:
        """Answer a request."""
        path, _, number = self.path.partition("?")
        if self.changes is not None and path == EVENTS:
            self._listen(self.changes, int(number) if number.isdecimal() else self.changes.known)
        elif self.changes is not None and path == SCRIPT:
            self._answer(RELOAD, "text/javascript")
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The file asked for; a page with the script of changes in it; the site's own page for what is not there."""
        self.number = self.changes.known if self.changes is not None else 0
        path = Path(self.translate_path(self.path))
        shown = self._shown(path)
        if shown is not None:
            return self._page(shown, HTTPStatus.OK)
        page = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if page.is_file() and (page.suffix != ".html" or self.changes is None):
            return super().send_head()
        if page.is_file():
            return self._page(page.read_bytes(), HTTPStatus.OK)
        missing = Path(self.directory) / "404.html"
        return self._page(missing.read_bytes(), HTTPStatus.NOT_FOUND) if missing.is_file() else super().send_head()

    def end_headers(self) -> None:
        """End the headers; nothing is kept by the browser."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing of each request."""

    def _shown(self, path: Path) -> bytes | None:
        """The page that is shown in place of a file."""
        if self.changes is None or not path.is_relative_to(self.directory):
            return None
        return self.changes.shown.get(path.relative_to(self.directory).as_posix())

    def _page(self, body: bytes, status: HTTPStatus) -> BytesIO:
        if self.changes is not None:
            script = f'<script src="{SCRIPT}?{self.number}"></script></body>'
            body = _let_listen(body).replace(b"</body>", script.encode(), 1)
        self._head(status, "text/html; charset=utf-8", len(body))
        return BytesIO(body)

    def _head(self, status: HTTPStatus, kind: str, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def _answer(self, body: bytes, kind: str) -> None:
        self._head(HTTPStatus.OK, kind, len(body))
        self.wfile.write(body)

    def _listen(self, changes: Changes, number: int) -> None:
        """Say what was told after so many tellings, and then everything that is told."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while not changes.closed:
                told = changes.after(number)
                self.wfile.write("".join(f"data: {each}\n\n" for each in told).encode() or b": wait\n\n")
                self.wfile.flush()
                number += len(told)
        except ConnectionError:
            return


def _let_listen(page: bytes) -> bytes:
    """The page with a policy that lets it hear of changes from this server."""
    start, policy, rest = page.partition(b"default-src &#39;none&#39;")
    allowed = b"; connect-src &#39;self&#39;" if policy and b"connect-src" not in rest.split(b">", 1)[0] else b""
    return start + policy + allowed + rest


class Server(ThreadingHTTPServer):
    """A server on this computer only."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away while it was answered."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # as the base class calls it


@contextmanager
def serve_folder(folder: Path, /, *, port: int = 0, changes: Changes | None = None) -> Iterator[str]:
    """The address of a running server of the folder, on this computer only; it stops after the block.

    Raises OSError when the port is taken.
    """
    server = Server(("127.0.0.1", port), partial(Handler, folder=folder, changes=changes))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        if changes is not None:
            changes.close()
        server.shutdown()
        server.server_close()
