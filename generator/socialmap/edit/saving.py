"""Files written together: all of them, or none when one cannot be written; called by the pipeline after a change."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def save_all(files: Mapping[Path, bytes]) -> None:
    """Every file with its new content, each at once; a failure leaves all of them as they were.

    Raises:
        OSError: when a file cannot be written; then nothing is changed.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, content in sorted(files.items()):
            staged[path] = _stage(path, content)
        _replace_all(staged)
    finally:
        for beside in staged.values():
            beside.unlink(missing_ok=True)


def _stage(path: Path, content: bytes) -> Path:
    """The content in a hidden file beside its place, with the rights of the file that it replaces."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    beside = Path(name)
    beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    return beside


def _replace_all(staged: Mapping[Path, Path]) -> None:
    before: dict[Path, bytes | None] = {}
    try:
        for path, beside in staged.items():
            before[path] = path.read_bytes() if path.exists() else None
            beside.replace(path)
    except OSError:
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            elif path.read_bytes() != content:
                path.write_bytes(content)
        raise
