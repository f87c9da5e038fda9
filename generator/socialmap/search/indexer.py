"""Search bundles from records, made beside whatever else the build is doing; called by the pipeline, once per language.

All records are handed over first and put in the order of their URL, so that the bundle does not depend on who rendered
what first. From `seal` on the engine works in a process of its own.
"""

import re
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from socialmap.problems import Place, Problem, fault
from socialmap.search.bundle import settled, write_bundle
from socialmap.search.engine import converse, pagefind
from socialmap.search.protocol import Answer, EngineError, encode
from socialmap.search.record import SearchRecord

CODE = "SM901"
SHARD = 10_000


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What indexing gave: the bundles' folders (the first is the one to import), their bytes, and what went wrong."""

    bundles: tuple[Path, ...] = ()
    size: int = 0
    problems: tuple[Problem, ...] = ()


class Indexing:
    """An index in the making for one language; `start_index` makes it."""

    def __init__(self, *, language: str, into: Path, timeout: float, shard_size: int, program: Path) -> None:
        self._language, self._into = language, into
        self._timeout, self._shard_size, self._program = timeout, shard_size, program
        self._records: list[SearchRecord] = []
        self._work: Future[IndexReport] | None = None

    def add(self, record: SearchRecord) -> None:
        """Take in one record; order does not matter.

        :raises ValueError: the record is in another language, or the index was sealed.
        """
        if record.language != self._language:
            raise ValueError(f"{record.url} is in {record.language!r}, the index in {self._language!r}")
        if self._work is not None:
            raise ValueError("a sealed index takes no more records")
        self._records.append(record)

    def seal(self) -> None:
        """Start the engine on all records taken in; returns at once. A second time does nothing."""
        if self._work is None:
            worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search")
            self._work = worker.submit(self._build)
            worker.shutdown(wait=False)

    def finish(self) -> IndexReport:
        """The report, once the engine is done; seals first where that was not done yet."""
        self.seal()
        return self._work.result() if self._work is not None else IndexReport()

    def _build(self) -> IndexReport:
        records = sorted(self._records, key=lambda record: (record.url, record.content))
        shards = [records[at : at + self._shard_size] for at in range(0, len(records), self._shard_size)]
        return _joined([self._shard(number, shard) for number, shard in enumerate(shards, start=1)])

    def _shard(self, number: int, records: Sequence[SearchRecord]) -> IndexReport:
        bundle = self._into if number == 1 else self._into / str(number)
        messages = [encode(at, message) for at, message in enumerate(_messages(records, self._language))]
        try:
            answers = converse(messages, program=self._program, timeout=self._timeout)
            problems = tuple(_problem(answer, records) for answer in answers if answer.kind == "Error")
            files = next((answer.files for answer in answers if answer.kind == "GetFiles"), {})
            size = write_bundle(settled(files, language=self._language), into=bundle)
            return IndexReport((bundle,), size, problems)
        except (EngineError, OSError) as error:
            return IndexReport(problems=(fault(CODE, Place(file=""), detail=error),))


def start_index(
    *, language: str, into: Path, timeout: float = 120.0, shard_size: int = SHARD, program: Path | None = None
) -> Indexing:
    """An empty index for `language` (a bare lower-case code) that will be written to the new folder `into`.

    `timeout` counts seconds for each bundle of at most `shard_size` records. Bundles after the first are `into/2`,
    `into/3`, …; the browser merges them. Without records nothing is written.

    :raises ValueError: the language is not a bare lower-case code, as Pagefind would make another index of it.
    :raises FileExistsError: `into` holds files, which would be mixed with the new ones.
    """
    if not re.fullmatch(r"[a-z]{2,3}", language):
        raise ValueError(f"{language!r} is not a bare lower-case language code")
    if into.exists() and any(into.iterdir()):
        raise FileExistsError(into)
    return Indexing(language=language, into=into, timeout=timeout, shard_size=shard_size, program=program or pagefind())


def index_records(
    records: Iterable[SearchRecord], *, language: str, into: Path, timeout: float = 120.0, shard_size: int = SHARD
) -> IndexReport:
    """The report of one index made from start to finish; see `start_index`."""
    indexing = start_index(language=language, into=into, timeout=timeout, shard_size=shard_size)
    for record in records:
        indexing.add(record)
    return indexing.finish()


def _messages(records: Sequence[SearchRecord], language: str) -> Iterable[dict[str, object]]:
    yield {"type": "NewIndex", "config": {"force_language": language}}
    yield from (record.payload() for record in records)
    yield {"type": "GetFiles", "index_id": 0}


def _problem(answer: Answer, records: Sequence[SearchRecord]) -> Problem:
    about = records[answer.number - 1].url if 0 < answer.number <= len(records) else "the index"
    return fault(CODE, Place(file=""), detail=f"{about}: {answer.message}")


def _joined(reports: Sequence[IndexReport]) -> IndexReport:
    return IndexReport(
        tuple(bundle for report in reports for bundle in report.bundles),
        sum(report.size for report in reports),
        tuple(problem for report in reports for problem in report.problems),
    )
