"""A static host on this computer: the built files at any path, with or without the headers of the built `_headers`."""

from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

Rules = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def read_rules(folder: Path) -> Rules:
    """The rules of `_headers` as static hosts read them: a pattern, and indented headers below it."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in (folder / "_headers").read_text("utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        elif line:
            rules.append((line, []))
    return tuple((pattern, tuple(headers)) for pattern, headers in rules)


class Host(SimpleHTTPRequestHandler):
    """Serves a folder below `base`; all rules whose pattern matches send their headers."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, folder: Path, base: str, rules: Rules, **options: object) -> None:
        self.base, self.rules = base, rules
        super().__init__(*arguments, directory=str(folder), **options)  # type: ignore[arg-type] # as the server calls it

    def translate_path(self, path: str) -> str:
        """The file of an address; one outside the base has none."""
        asked = urlsplit(path).path
        return super().translate_path("/" + asked.removeprefix(self.base) if asked.startswith(self.base) else "/-none-")

    def end_headers(self) -> None:
        """Send what the rules say of this address."""
        asked = "/" + urlsplit(self.path).path.removeprefix(self.base)
        for pattern, headers in self.rules:
            for name, value in headers if fnmatchcase(asked, pattern) else ():
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for what is not there."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing of each request."""


@contextmanager
def hosted(folder: Path, *, base: str = "/", headers: bool = True) -> Iterator[str]:
    """The address of the site's top, ending in a slash, while the block runs."""
    rules = read_rules(folder) if headers else ()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, folder=folder, base=base, rules=rules))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{base}"
    finally:
        server.shutdown()
        server.server_close()
