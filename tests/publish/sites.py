"""Small whole sites as mappings of route to bytes, and the builds that publish them; used by every test of publish."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from socialmap.publish import Published, Staged, Staging, open_staging

Files = Mapping[str, bytes]


def fingerprint(body: bytes) -> str:
    return sha256(body).hexdigest()[:16]


def build(root: Path, files: Files) -> Published:
    """Publishes `files` as `root`/site the way the pipeline does: fresh pages are kept, the others written."""
    with open_staging(root / "site", cache=root / "cache") as staging:
        for route, body in files.items():
            if staging.manifest.fresh(route, fingerprint(body)):
                staging.keep(route)
            else:
                staging.write(route, body, fingerprint=fingerprint(body))
        return staging.commit()


def stage(staging: Staging, files: Files) -> list[Staged]:
    """What a worker process does with its share of the pages."""
    return [staging.write(route, body, fingerprint=fingerprint(body)) for route, body in files.items()]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, links and empty folders too, so that two trees compare whole."""
    return {path.relative_to(folder).as_posix(): _content(path) for path in sorted(folder.rglob("*")) if _counts(path)}


def _counts(path: Path) -> bool:
    return path.is_symlink() or path.is_file() or not any(path.iterdir())


def _content(path: Path) -> bytes:
    if path.is_symlink():
        return b"link to " + str(path.readlink()).encode()
    return path.read_bytes() if path.is_file() else b"empty folder"


def leftovers(root: Path) -> list[str]:
    """What a build left outside the site and the cache."""
    return sorted(path.name for path in root.iterdir() if path.name not in {"site", "cache"})
