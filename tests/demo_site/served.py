"""A project as `socialmap serve` shows it, in a process of its own as somebody starts it; for tests and benchmarks."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread


@contextmanager
def served(project: Path) -> Iterator[str]:
    """The address at which the map of a project is served and followed while the block runs."""
    command = (sys.executable, "-m", "socialmap.hosts.cli", "serve", "--project", str(project), "--map-only")
    with subprocess.Popen((*command, "--port", "0"), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            address = next(word for line in process.stdout for word in line.split() if word.startswith("http://127"))
            Thread(target=process.stdout.read, daemon=True).start()
            yield address
        finally:
            process.terminate()
