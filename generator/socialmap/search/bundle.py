"""A bundle as we publish it: without the interfaces we do not use, and the same bytes for the same records.

Pagefind lists filters, filter values and sort keys in the random order of its hash maps, and names each file after its
bytes, so two builds of the same records differ. Called by `indexer` for each bundle written.
"""

import gzip
import hashlib
import json
from pathlib import Path

from socialmap.search.cbor import item_start, with_sorted_array
from socialmap.search.protocol import EngineError

SIGNATURE = b"pagefind_dcd"
KEPT = frozenset({"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"})
FILTERS, SORTS = 3, 4  # places in the list that a .pf_meta file is


def settle(bundle: Path, *, language: str) -> int:
    """The size in bytes of the bundle in `language`, made small and repeatable in place.

    :raises EngineError: the files are not what this version of the engine is known to write.
    """
    try:
        _settle_order(bundle, language)
    except (ValueError, KeyError, IndexError, gzip.BadGzipFile) as error:
        raise EngineError(f"it wrote a bundle that we cannot read: {error}") from error
    _drop_unused(bundle)
    return sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file())


def _settle_order(bundle: Path, language: str) -> None:
    entry_path = bundle / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text("utf-8"))
    old = entry["languages"][language]["hash"]
    meta_path = bundle / f"pagefind.{old}.pf_meta"
    meta = _unpacked(meta_path)
    for path in sorted((bundle / "filter").glob("*.pf_filter")):
        meta = meta.replace(path.stem.encode(), _settled_filter(path).encode())
    for place in (FILTERS, SORTS):
        meta = with_sorted_array(meta, item_start(meta, 0, place))
    new = _named_after(meta, old)
    _pack(meta_path.with_name(f"pagefind.{new}.pf_meta"), meta, replacing=meta_path)
    entry["languages"][language]["hash"] = new
    entry_path.write_text(json.dumps(entry, sort_keys=True), "utf-8")


def _settled_filter(path: Path) -> str:
    data = _unpacked(path)
    data = with_sorted_array(data, item_start(data, 0, 1))
    name = _named_after(data, path.stem)
    _pack(path.with_name(f"{name}.pf_filter"), data, replacing=path)
    return name


def _named_after(data: bytes, old: str) -> str:
    language, _, digest = old.rpartition("_")
    return f"{language}_{hashlib.sha256(data).hexdigest()[: len(digest)]}"


def _unpacked(path: Path) -> bytes:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(SIGNATURE):
        raise ValueError(f"{path.name} has no signature")
    return data.removeprefix(SIGNATURE)


def _pack(path: Path, data: bytes, *, replacing: Path) -> None:
    replacing.unlink()
    path.write_bytes(gzip.compress(SIGNATURE + data, 9, mtime=0))


def _drop_unused(bundle: Path) -> None:
    entry = json.loads((bundle / "pagefind-entry.json").read_text("utf-8"))
    programs = {f"wasm.{found['wasm'] or 'unknown'}.pagefind" for found in entry["languages"].values()}
    for path in bundle.iterdir():
        if path.is_file() and path.suffix != ".pf_meta" and path.name not in KEPT | programs:
            path.unlink()
