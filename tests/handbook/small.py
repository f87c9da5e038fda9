"""A small municipality with a handbook page of its own, and a server for what was built of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

CONFIG = """\
site_name: {name}
site_url: ""
docs_dir: data/pages/handboek
site_dir: site/handboek
theme:
  name: material
plugins:
  - socialmap:
      municipality: Dorp
      languages: [nl]
      today: 2026-11-02
"""
FILES = {
    "rollen/redactie.yml": "naam: Redactie\nsoort: redacteur\nemail: redactie@dorp.example\n",
    "taxonomies/kinds.yml": "- id: hulp\n  naam: Hulp\n",
    "taxonomies/themes.yml": "- id: geld\n  naam: Geld\n",
    "aanbod/spreekuur.yml": (
        "naam: Spreekuur\nsamenvatting: We helpen je.\nsoort: hulp\nthemas: geld\nrol: redactie\n"
        "website: https://spreekuur.example\nopeningstijden: ma 09:00-12:00\n"
        "gecontroleerd_op: 2026-11-01\ngecontroleerd_door: redactie\n"
    ),
    "pages/handboek/afspraken.md": "# Onze `<afspraken>` & zo\n\nZie [het spreekuur](record:aanbod/spreekuur).\n",
}


def write_project(root: Path, *, name: str = "Dorp", **files: str) -> Path:
    """The folder of a small project that is in order; `files` add or replace data files, `__` stands for `/`."""
    changed = {path.replace("__", "/") + ("" if "." in path else ".yml"): text for path, text in files.items()}
    for path, text in {**FILES, **changed}.items():
        target = root / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (root / "mkdocs.yml").write_text(CONFIG.format(name=name), "utf-8")
    return root


class Handler(SimpleHTTPRequestHandler):
    """Files, and no word on the console."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address, without a final slash, under which a folder is served while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
