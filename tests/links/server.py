"""A real web server on this computer with a page for each way in which a link can go."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from time import monotonic

PLAIN = {"/ok": 200, "/gone": 404, "/removed": 410, "/error": 500, "/closed": 403, "/teapot": 418}
MOVES = {
    "/moved": (301, "/ok"),
    "/moved-twice": (308, "/moved"),
    "/for-now": (302, "/ok"),
    "/moved-for-now": (301, "/for-now"),
    "/to-gone": (301, "/gone"),
    "/into-the-house": (302, "http://192.168.1.1/admin"),
    "/to-this-computer": (302, "http://localhost:1/"),
    "/to-a-file": (302, "file:///etc/passwd"),
    "/round": (302, "/round"),
    "/nowhere": (302, "http://no-such-host.invalid/"),
}


@dataclass(slots=True)
class Log:
    """What was asked, when, and what is held back until the test ends."""

    asked: list[tuple[str, str, float]] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)
    over: Event = field(default_factory=Event)

    def count(self, path: str) -> int:
        """How often a path was asked, in whatever way."""
        return sum(each[1] == path for each in self.asked)

    def methods(self, path: str) -> list[str]:
        """In which ways a path was asked, in order."""
        return [method for method, asked, _ in self.asked if asked == path]


class Page(BaseHTTPRequestHandler):
    """Answers by the path."""

    log: Log

    def do_HEAD(self) -> None:
        """As GET, without a body."""
        self._answer()

    def do_GET(self) -> None:
        """As the table says."""
        self._answer()

    def _answer(self) -> None:
        path = self.path
        with self.log.lock:
            self.log.asked.append((self.command, path, monotonic()))
            before = self.log.count(path)
        if path == "/slow":
            self.log.over.wait(30)
        if path in MOVES:
            self._send(MOVES[path][0], ("Location", MOVES[path][1]))
        elif path == "/no-head":
            self._send(405 if self.command == "HEAD" else 200)
        elif path == "/busy-once":
            self._send(429 if before == 1 else 200, ("Retry-After", "1"))
        elif path == "/busy-long":
            self._send(503, ("Retry-After", "3600"))
        elif path == "/cut":
            self.close_connection = True
        else:
            self._send(PLAIN.get(path, 404))

    def _send(self, status: int, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


@contextmanager
def serving() -> Iterator[tuple[str, Log]]:
    """The host with its port, and what was asked of it."""
    log = Log()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Page,), {"log": log}))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}", log
    finally:
        log.over.set()
        server.shutdown()
        server.server_close()
