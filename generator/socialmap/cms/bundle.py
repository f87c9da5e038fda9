"""The program of the editing environment: one released package, checked by its hash, without its calls to others.

It weighs 11 MB packed, of which browsers need a third, so neither the wheel nor the repository carries it: the command
fetches it once. Three font files and a status page that it would ask of others are answered from its own folder, and
its translations become modules, as browsers only load those. Called by the command and, for its files, by the build.
"""

import hashlib
import io
import json
import re
import tarfile
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.request import urlopen

VERSION = "0.221.1"
ADDRESS = f"https://registry.npmjs.org/@sveltia/cms/-/cms-{VERSION}.tgz"
INTEGRITY = "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
PROGRAM = "npm/index.js"
KEPT = re.compile(r"package/(?:npm/(?:index\.js|(?:chunks|assets)/[\w.-]+)|locales/[\w-]+\.json|LICENSE\.txt)")
FONT = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)[:@][^)`'\"]+\.woff2")
STATUS = "https://www.githubstatus.com/api/v2/status.json"
LOCALE = re.compile(r"\.\./locales/([\w-]+)\.json")
QUIET = b'{"status":{"indicator":"none"}}'
MAX_BYTES = 40_000_000


class CmsError(RuntimeError):
    """The package could not be fetched, or is not the one that was meant."""


def download(address: str) -> bytes:
    """The bytes at an address.

    Raises:
        OSError: it did not answer.
    """
    with urlopen(address, timeout=120) as answer:  # noqa: S310 - always the address above
        body: bytes = answer.read(MAX_BYTES)
    return body


def fetch_bundle(folder: Path, /, *, get: Callable[[str], bytes] = download) -> int:
    """Put the program's files in a folder; how many there are.

    Raises:
        CmsError: nothing came, or other bytes than were released.
    """
    try:
        packed = get(ADDRESS)
    except OSError as error:
        raise CmsError(f"{ADDRESS}: {error}") from error
    if b64encode(hashlib.sha512(packed).digest()).decode() != INTEGRITY:
        raise CmsError(f"{ADDRESS}: sha512")
    files = prepared(dict(_unpacked(packed)))
    for name, body in files.items():
        path = folder / VERSION / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return len(files)


def read_bundle(folder: Path, /) -> Mapping[str, bytes]:
    """The program's files by their path; none when this version was never fetched."""
    top = folder / VERSION
    paths = (path for path in sorted(top.rglob("*")) if path.is_file())
    found = {path.relative_to(top).as_posix(): path.read_bytes() for path in paths}
    return found if PROGRAM in found else {}


def prepared(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files as they are published: nothing in them asks another host before somebody signs in."""
    fonts = {PurePosixPath(name).name.split("-latin")[0]: name for name in files if name.endswith(".woff2")}
    program = files[PROGRAM].decode()
    program = FONT.sub(lambda found: f"./{fonts[found[1]]}", program).replace(STATUS, "./status.json")
    program = LOCALE.sub(r"../locales/\1.js", program)
    locales = {_module(name): _exported(body) for name, body in files.items() if name.startswith("locales/")}
    others = {name: body for name, body in files.items() if not name.startswith("locales/")}
    return {**others, **locales, PROGRAM: program.encode(), "status.json": QUIET}


def _module(name: str) -> str:
    return name.removesuffix("json") + "js"


def _exported(body: bytes) -> bytes:
    return f"export default {json.dumps(json.loads(body), ensure_ascii=False)};\n".encode()


def _unpacked(packed: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() and KEPT.fullmatch(member.name) else None
            if stream is not None and not member.name.endswith(".map"):
                yield member.name.removeprefix("package/"), stream.read()
