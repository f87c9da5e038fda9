"""One short word for the parts of the program that something was worked out with: another version, another word."""

import sys
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version

from socialmap.pipeline.digests import digest
from socialmap.pipeline.project import PACKAGE


@lru_cache(maxsize=8)
def program_of(folders: tuple[str, ...], *, files: tuple[str, ...] = (), libraries: tuple[str, ...] = ()) -> str:
    """The word for these folders of the package, these files of `pipeline` and these libraries, and for Python."""
    found = blake2b(digest_size=12)
    inside = (path for folder in folders for path in sorted((PACKAGE / folder).rglob("*")))
    for path in (*inside, *(PACKAGE / "pipeline" / name for name in files)):
        if path.suffix in (".py", ".yml"):
            found.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest(sys.version, found.hexdigest(), *(version(name) for name in libraries))
