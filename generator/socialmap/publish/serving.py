"""A small web server that shows a site on this computer and tells open pages when it changed; for `serve` and tests."""

import sys
import threading
from collections.abc import Iterator
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
new EventSource("/-/changes").onmessage = (event) => {
  const told = JSON.parse(event.data);
  if (told === "") location.reload();
  banner.textContent = told;
  document.body.prepend(banner);
};
"""


@dataclass(slots=True)
class Changes:
    """Says to every open page that the site changed, or what is wrong; each telling has a number."""

    number: int = 0
    message: str = '""'
    closed: bool = False
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, message: str = '""') -> None:
        """Wake every page that listens; `message` is JSON text: empty to load again, else what is wrong."""
        with self._changed:
            self.number, self.message = self.number + 1, message
            self._changed.notify_all()

    def close(self) -> None:
        """Let every listener go."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def after(self, number: int) -> int:
        """The number of the next telling after one, waiting a while for it."""
        with self._changed:
            if self.number == number and not self.closed:
                self._changed.wait(BEAT_SECONDS)
            return self.number


class Handler(SimpleHTTPRequestHandler):
    """Serves files of the site; pages get a script that listens for changes when there is somebody to tell them."""

    def __init__(self, *arguments: object, folder: Path, changes: Changes | None, **options: object) -> None:
        self.changes = changes
        super().__init__(*arguments, directory=str(folder), **options)  # type: ignore[arg-type] # as the server calls it

    def do_GET(self) -> None:
        """Answer a request."""
        if self.changes is not None and self.path == EVENTS:
            self._listen(self.changes)
        elif self.changes is not None and self.path == SCRIPT:
            self._answer(RELOAD, "text/javascript")
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The file asked for; a page with the script of changes in it; the site's own page for what is not there."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if page.is_file() and (page.suffix != ".html" or self.changes is None):
            return super().send_head()
        if page.is_file():
            return self._page(page, HTTPStatus.OK)
        missing = Path(self.directory) / "404.html"
        return self._page(missing, HTTPStatus.NOT_FOUND) if missing.is_file() else super().send_head()

    def end_headers(self) -> None:
        """End the headers; nothing is kept by the browser."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing of each request."""

    def _page(self, page: Path, status: HTTPStatus) -> BytesIO:
        body = page.read_bytes()
        if self.changes is not None:
            body = _let_listen(body).replace(b"</body>", f'<script src="{SCRIPT}"></script></body>'.encode(), 1)
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

    def _listen(self, changes: Changes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = changes.number
        try:
            while not changes.closed:
                number = changes.after(seen)
                self.wfile.write(f"data: {changes.message}\n\n".encode() if number != seen else b": wait\n\n")
                self.wfile.flush()
                seen = number
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
