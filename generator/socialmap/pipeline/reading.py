"""Reading records: each file to valid records and what is wrong with them, or from memory when it did not change.

What a file says is always taken from a bucket, also when it was read a moment ago, so that a warm build cannot differ
from a cold one. Files that have to be read are divided over processes, which leave their buckets for this one.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

from socialmap.catalogue import Entry, Key
from socialmap.catalogue.relations import used_keys
from socialmap.contracts.keeping import from_plain, to_plain
from socialmap.contracts.keeping_problems import problem_from_plain, problem_to_plain
from socialmap.contracts.validation import validate
from socialmap.model.raw import RawRecord
from socialmap.pipeline.digests import bytes_digest
from socialmap.pipeline.memory import Bucket, Kept, Stamp, look_at, read_bucket, read_stamps, write_bucket
from socialmap.pipeline.workers import equal_shares, start_work, worth_while
from socialmap.problems import Origin, Problem
from socialmap.sources.loading import MODELS, Loader, RecordFile

BUCKETS = 32
BATCH = 500
PARTS = 4
LARGE_TABLE = 1_000_000
ENOUGH_BYTES = 800_000
Judge = Callable[[Sequence[Entry]], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A file with records, or one of several equal parts of a large table; the unit that is read and remembered.

    Its name tells it from every other, also from another division of the same table, which has a bucket of its own.
    """

    source: RecordFile
    name: str
    bucket: str
    stamp: Stamp | None
    size: int
    part: int = 0
    parts: int = 1

    def wants(self, ordinal: int) -> bool:
        """Whether the record with this ordinal is in this part."""
        return ordinal % self.parts == self.part


@dataclass(slots=True)
class Records:
    """What the files say: valid records, the keys of those that are not, the digest of each, and all problems.

    `keys` holds every key that a record names once: thousands of records name the same role.
    """

    entries: list[Entry] = field(default_factory=list)
    unread: list[Key] = field(default_factory=list)
    digests: dict[Key, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    keys: dict[Key, Key] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the records of a data folder are read; `context` names all that the outcome depends on beside the files.

    `judge` finds what is wrong with valid records by themselves; problems with a code in `silent` are left out.
    """

    loader: Loader
    judge: Judge
    silent: frozenset[str]
    context: str

    def records(self, sources: Iterable[RecordFile], *, folder: Path | None, workers: int) -> Records:
        """All records in these files; `folder` is where they are remembered."""
        pieces = [piece for source in sources for piece in _pieces(self.loader.root, source)]
        if folder is not None and _usable(folder):
            return self._records(pieces, folder, workers)
        with TemporaryDirectory() as work:
            return self._records(pieces, Path(work), workers)

    def _records(self, pieces: Iterable[Piece], folder: Path, workers: int) -> Records:
        buckets: dict[str, list[Piece]] = {}
        for piece in pieces:
            buckets.setdefault(piece.bucket, []).append(piece)
        self._refresh(buckets, folder, workers)
        found = Records()
        for name, held in buckets.items():
            self._take(held, folder / name, found)
        for path in folder.glob("[!.]*"):
            if path.name not in buckets:
                path.unlink(missing_ok=True)
        return found

    def _refresh(self, buckets: Mapping[str, list[Piece]], folder: Path, workers: int) -> None:
        """Read what changed, in processes when it is much, and leave it in its bucket."""
        stale = {name: changed for name, held in buckets.items() if (changed := self._stale(held, folder / name))}
        size = sum(piece.size for changed in stale.values() for piece in changed)

        def work(names: Sequence[str]) -> None:
            for name in names:
                self._renew(buckets[name], folder / name)

        hands = worth_while(stale, workers=workers, enough=2) if size > ENOUGH_BYTES else 1
        start_work(equal_shares(tuple(stale), workers=hands), work, workers=hands).finish()

    def _stale(self, pieces: Iterable[Piece], path: Path) -> list[Piece]:
        stamps = read_stamps(path, context=self.context)
        return [piece for piece in pieces if piece.stamp is None or stamps.get(piece.name) != piece.stamp]

    def _renew(self, pieces: Iterable[Piece], path: Path) -> Bucket:
        """Read again what changed in a bucket, and write it."""
        old = read_bucket(path, context=self.context)
        files = {piece.name: old.files[piece.name] for piece in pieces if old.fresh(piece.name, piece.stamp)}
        stale = [piece for piece in pieces if piece.name not in files]
        for start in range(0, len(stale), BATCH):
            files |= self._read(stale[start : start + BATCH])
        write_bucket(path, context=self.context, files=files)
        return Bucket(files)

    def _read(self, pieces: Sequence[Piece]) -> dict[str, Kept]:
        """What these pieces say as lines of JSON: their records, and with the last of them their problems."""
        lines: dict[str, list[bytes]] = {piece.name: [] for piece in pieces}
        problems: dict[str, list[Problem]] = {piece.source.file: [] for piece in pieces}
        for batch in self._batches(pieces, problems):
            for (piece, _), line in zip(batch, self._validated([raw for _, raw in batch], problems), strict=True):
                lines[piece.name].append(b"[[%b],[]]" % line)
        for piece in pieces:
            told = [each for each in problems[piece.source.file] if each.code not in self.silent]
            if told:
                lines[piece.name].append(_dump([[], [problem_to_plain(each) for each in self.loader.locate_all(told)]]))
        return {piece.name: Kept(piece.stamp, lines[piece.name]) for piece in pieces}

    def _batches(
        self, pieces: Iterable[Piece], problems: Mapping[str, list[Problem]]
    ) -> Iterator[list[tuple[Piece, RawRecord]]]:
        """The records of these pieces so many at a time; what is wrong with a file is added to its problems."""
        batch: list[tuple[Piece, RawRecord]] = []
        for piece in pieces:
            loaded = self.loader.read(piece.source, wanted=piece.wants)
            problems[piece.source.file].extend(loaded.problems)
            for raw in loaded.records:
                batch.append((piece, raw))
                if len(batch) == BATCH:
                    yield batch
                    batch = []
        yield batch

    def _take(self, pieces: Sequence[Piece], path: Path, into: Records) -> None:
        """Add what a bucket says; one that was damaged meanwhile is made again."""
        bucket = read_bucket(path, context=self.context)
        if not bucket.files.keys() >= {piece.name for piece in pieces}:
            bucket = self._renew(pieces, path)
        for piece in pieces:
            for plain in json.loads(b"[%b]" % b",".join(bucket.files[piece.name].lines)):
                _add(plain, piece.source, into)

    def _validated(self, raws: Sequence[RawRecord], problems: Mapping[str, list[Problem]]) -> Iterator[bytes]:
        """Each record as it is kept, in JSON; what is wrong with it is added to the problems of its file."""
        records = [validate(MODELS[raw.type], raw.values, origin=raw.origin) for raw in raws]
        valid = [
            Entry(raw.type, record, raw.origin, raw.national, used_keys(record))
            for raw, record in zip(raws, records, strict=True)
            if not isinstance(record, tuple)
        ]
        entries = iter(valid)
        for problem in chain(self.judge(valid), *(record for record in records if isinstance(record, tuple))):
            problems[problem.place.file].append(problem)
        for raw, record in zip(raws, records, strict=True):
            kept = _dump(None if isinstance(record, tuple) else (to_plain(record), next(entries).uses))
            digest = bytes_digest(b"national" if raw.national else b"", kept)
            yield b"%b,%b]" % (_dump((raw.id, raw.origin.line, raw.origin.row, digest))[:-1], kept)


def _pieces(root: Path, source: RecordFile) -> Iterator[Piece]:
    size, stamp = look_at(f"{root}/{source.file}")
    parts = PARTS if source.is_table and size > LARGE_TABLE else 1
    for part in range(parts):
        name = f"{source.kind} {int(source.national)} {part}/{parts} {source.file}"
        number = crc32(source.file.encode())
        bucket = f"{number:08x}-{part}" if source.is_table else f"{number % BUCKETS:02x}"
        yield Piece(source, name, bucket, stamp, size // parts, part, parts)


def _usable(folder: Path) -> bool:
    """Whether buckets can be kept in a folder, which is made when it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _add(plain: Any, source: RecordFile, into: Records) -> None:
    records, problems = plain
    for name, line, row, digest, kept in records:
        key: Key = (source.kind, str(name))
        into.digests[key] = str(digest)
        if kept is None:
            into.unread.append(key)
            continue
        record = from_plain(MODELS[source.kind], kept[0])
        uses = tuple(into.keys.setdefault(use, use) for use in map(tuple, kept[1]))
        into.entries.append(Entry(source.kind, record, Origin(source.file, line, row), source.national, uses))
    into.problems.extend(map(problem_from_plain, problems))


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
