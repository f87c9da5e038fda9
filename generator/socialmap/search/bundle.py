"""A bundle as we publish it: without the interfaces we do not use, and the same bytes for the same records.

Pagefind lists filters, filter values and sort keys in the random order of its hash maps, and names each file after its
bytes, so two builds of the same records differ. Called by `indexer` for each bundle.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from socialmap.search.cbor import item_start, with_sorted_array
from socialmap.search.protocol import EngineError

SIGNATURE = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
KEPT = frozenset({"pagefind.js", "pagefind-worker.js", ENTRY})
VALUES = 1  # the place of the values in the list that a .pf_filter file is
FILTERS, SORTS = 3, 4  # places in the list that a .pf_meta file is


def settled(files: Mapping[str, bytes], *, language: str) -> dict[str, bytes]:
    """The files of a bundle in `language` that a visitor needs, by path, made repeatable.

    :raises EngineError: the files are not what this version of the engine is known to write.
    """
    try:
        return _settled(files, language)
    except (ValueError, KeyError, IndexError, gzip.BadGzipFile) as error:
        raise EngineError(f"it made a bundle that we cannot read: {error!r}") from error


def write_bundle(files: Mapping[str, bytes], *, into: Path) -> int:
    """Write the files under `into`, which may exist; gives their size in bytes."""
    for folder in sorted({(into / path).parent for path in files}):
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (into / path).write_bytes(content)
    return sum(map(len, files.values()))


def _settled(files: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    entry = json.loads(files[ENTRY])
    found = entry["languages"][language]
    meta = _unpacked(files[f"pagefind.{found['hash']}.pf_meta"])
    kept = {path: content for path, content in files.items() if _is_used(path, found["wasm"])}
    for path in sorted(path for path in files if path.endswith(".pf_filter")):
        name, content = _settled_filter(path, files[path])
        meta = meta.replace(PurePosixPath(path).stem.encode(), name.encode())
        kept[f"filter/{name}.pf_filter"] = content
    for place in (FILTERS, SORTS):
        meta = with_sorted_array(meta, item_start(meta, 0, place))
    found["hash"] = _named_after(meta, found["hash"])
    entry_file = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    return {**kept, f"pagefind.{found['hash']}.pf_meta": _packed(meta), ENTRY: entry_file}


def _is_used(path: str, program: str | None) -> bool:
    return path in KEPT or path.startswith(("fragment/", "index/")) or path == f"wasm.{program or 'unknown'}.pagefind"


def _settled_filter(path: str, packed: bytes) -> tuple[str, bytes]:
    data = _unpacked(packed)
    data = with_sorted_array(data, item_start(data, 0, VALUES))
    return _named_after(data, PurePosixPath(path).stem), _packed(data)


def _named_after(data: bytes, old: str) -> str:
    language, _, digest = old.rpartition("_")
    return f"{language}_{hashlib.sha256(data).hexdigest()[: len(digest)]}"


def _unpacked(packed: bytes) -> bytes:
    data = gzip.decompress(packed)
    if not data.startswith(SIGNATURE):
        raise ValueError("a file without its signature")
    return data.removeprefix(SIGNATURE)


def _packed(data: bytes) -> bytes:
    return gzip.compress(SIGNATURE + data, 9, mtime=0)
