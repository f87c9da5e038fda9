"""The program of the editing environment: two released packages, checked by their hash, without calls to others.

One is Sveltia CMS, the other reads and writes YAML. They weigh 11 MB packed, of which browsers need a third, so neither
the wheel nor the repository carries them: the command fetches them once. Three font files and a status page that they
would ask of others are answered from their own folder, and the translations become modules, as browsers only load
those. Called by the command and, for its files, by the build.
"""

import hashlib
import io
import json
import re
import tarfile
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.request import urlopen

REGISTRY = "https://registry.npmjs.org"
PROGRAM = "npm/index.js"
SCHEMA = "schema"
OWN = ("start.js", "records.js")
FONT = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)[:@][^)`'\"]+\.woff2")
STATUS = re.compile(r"https://(?:www\.githubstatus\.com|status-api\.hostedstatus\.com)/[\w./-]+")
LOCALE = re.compile(r"\.\./locales/([\w-]+)\.json")
QUIET = b'{"status":{"indicator":"none"},"result":{"status_overall":{"status_code":100}}}'
MAX_BYTES = 40_000_000


@dataclass(frozen=True, slots=True)
class Package:
    """A released package: where it is, the hash of its bytes, which of its files are kept and in which folder."""

    address: str
    integrity: str
    kept: re.Pattern[str]
    folder: str = ""


PACKAGES = (
    Package(
        f"{REGISTRY}/@sveltia/cms/-/cms-0.221.1.tgz",
        "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
        re.compile(
            r"package/(?P<path>npm/(?:index\.js|(?:chunks|assets)/[\w.-]+)|(?:locales|schema)/[\w-]+\.json|LICENSE\.txt)"
        ),
    ),
    Package(
        f"{REGISTRY}/yaml/-/yaml-2.9.1.tgz",
        "3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
        re.compile(r"package/(?:browser/dist/(?P<path>(?:[\w-]+(?:\.\d)?/)*[\w-]+\.js)|(?P<licence>LICENSE))"),
        "yaml/",
    ),
)


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
    files: dict[str, bytes] = {}
    for package in PACKAGES:
        files |= dict(_unpacked(_released(package, get), package))
    done = prepared(files)
    for name, body in done.items():
        path = folder / version() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return len(done)


def version() -> str:
    """What the packages as they are published are called: with another release or change they have another name."""
    told = "".join((*(each.integrity for each in PACKAGES), STATUS.pattern, FONT.pattern))
    return hashlib.blake2b(told.encode(), digest_size=6).hexdigest()


def _released(package: Package, get: Callable[[str], bytes]) -> bytes:
    try:
        packed = get(package.address)
    except OSError as error:
        raise CmsError(f"{package.address}: {error}") from error
    if b64encode(hashlib.sha512(packed).digest()).decode() != package.integrity:
        raise CmsError(f"{package.address}: sha512")
    return packed


def scripts() -> Mapping[str, bytes]:
    """What starts the program, and how it reads and writes records: our own part of it."""
    return {name: (Path(__file__).parent / name).read_bytes() for name in OWN}


def read_bundle(folder: Path, /) -> Mapping[str, bytes]:
    """The program's files by their path; none when this version was never fetched."""
    top = folder / version()
    paths = (path for path in sorted(top.rglob("*")) if path.is_file() and path.parent != top / SCHEMA)
    found = {path.relative_to(top).as_posix(): path.read_bytes() for path in paths}
    return found if PROGRAM in found else {}


def prepared(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files as they are published: nothing in them asks another host before somebody signs in."""
    fonts = {PurePosixPath(name).name.split("-latin")[0]: name for name in files if name.endswith(".woff2")}
    program = files[PROGRAM].decode()
    program = STATUS.sub("./status.json", FONT.sub(lambda found: f"./{fonts[found[1]]}", program))
    program = LOCALE.sub(r"../locales/\1.js", program)
    locales = {_module(name): _exported(body) for name, body in files.items() if name.startswith("locales/")}
    others = {name: body for name, body in files.items() if not name.startswith("locales/")}
    return {**others, **locales, PROGRAM: program.encode(), "status.json": QUIET}


def _module(name: str) -> str:
    return name.removesuffix("json") + "js"


def _exported(body: bytes) -> bytes:
    return f"export default {json.dumps(json.loads(body), ensure_ascii=False)};\n".encode()


def _unpacked(packed: bytes, package: Package) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        for member in archive:
            kept = package.kept.fullmatch(member.name) if member.isfile() else None
            stream = archive.extractfile(member) if kept else None
            if kept is not None and stream is not None and not member.name.endswith(".map"):
                yield f"{package.folder}{next(filter(None, kept.groups()))}", stream.read()
