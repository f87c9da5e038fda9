"""Compiled templates on disk, each with a digest; used by `renderer`.

What Python compiled is taken as it is when it is loaded: damaged, it ends the whole program without a word. So a file
of which one byte differs is as good as none, and the template is compiled again.
"""

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

SIZE: Final = 16


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates in a folder that exists."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the compiled template in the bucket when it is there and whole."""
        try:
            kept = self._path(bucket).read_bytes()
        except OSError:
            return
        if kept[:SIZE] == _digest(kept[SIZE:]):
            bucket.bytecode_from_string(kept[SIZE:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled template of the bucket; a disk that refuses costs time later and nothing else."""
        body = bucket.bytecode_to_string()
        path = self._path(bucket)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            beside.write_bytes(_digest(body) + body)
            beside.replace(path)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / bucket.key


def _digest(body: bytes) -> bytes:
    return blake2b(body, digest_size=SIZE).digest()
