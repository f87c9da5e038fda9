"""Bytes of a file that somebody names on the command line; called by the steps that take one."""

from pathlib import Path

from socialmap.scaffold.outcome import Refusal


def read_given(path: Path, /, *, megabytes: int) -> bytes | Refusal:
    """The bytes of the file, or why it is not taken."""
    try:
        if path.stat().st_size > megabytes * 1_000_000:
            return Refusal("too_large", {"file": str(path), "limit": str(megabytes)})
        return path.read_bytes()
    except OSError as error:
        return Refusal("unreadable", {"file": str(path), "reason": error.strerror or str(error)})
