"""`make bench`: socialmap beside MkDocs Material, Eleventy and Hugo, on the same records in the same run.

`PYTHONPATH=tests python -m benchmarks.compare` measures everything, which takes about an hour; options choose
less. Progress goes to stderr, the table to stdout. Nothing is asserted about time.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import FailedError, Figure, Run, run_measured
from benchmarks.municipality import REPOSITORY, Form
from benchmarks.subjects import (
    Subject,
    change_subjects,
    check_subjects,
    chosen_peers,
    peer_subjects,
    socialmap_subjects,
)
from benchmarks.table import Row, as_growth, as_table

SIZES = (1_000, 10_000, 100_000)
RAM, REAL = Path("/dev/shm"), REPOSITORY / ".cache" / "bench"
CHECKS: Mapping[int, Form] = {10_000: "yaml", 100_000: "csv"}
LARGEST_ON_DISK = 10_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked, print the table; the exit code is 1 when a command failed."""
    options = _parser().parse_args(arguments)
    measured = [row for disk, size in _places(options) for row in _measure_size(disk, size, options)]
    rows = [row for row in measured if row]
    sys.stdout.write(f"{as_table(rows)}\n\n{as_growth(rows)}".rstrip() + "\n")
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1), "utf-8")
    return 0 if len(rows) == len(measured) else 1


def _places(options: argparse.Namespace) -> Iterator[tuple[Path, int]]:
    """Every size on each disk; unless a disk was asked for, the largest only in memory."""
    for disk in options.disk or (RAM, REAL):
        for size in options.sizes:
            if options.disk or disk == RAM or size <= LARGEST_ON_DISK:
                yield disk, size


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure socialmap beside other generators.")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="records, as 1000,10000 (default: all)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, of which the median counts (default: 3)")
    parser.add_argument(
        "--only", type=_names, default=[], help="socialmap, check, hugo, hugo-files, eleventy, material; with commas"
    )
    parser.add_argument(
        "--disk", type=Path, action="append", help="folder to work in (default: RAM disk and real disk)"
    )
    parser.add_argument("--form", choices=("yaml", "csv", "mixed"), default="mixed", help="how records are written")
    search = parser.add_mutually_exclusive_group()
    search.add_argument("--search", dest="searches", action="store_const", const=(True,), help="only with search")
    search.add_argument("--no-search", dest="searches", action="store_const", const=(False,), help="only without")
    parser.add_argument("--incremental", action="store_true", help="only: change one record and build again")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("--limit", type=float, default=900, help="seconds that one run may take (default: 900)")
    parser.set_defaults(searches=(False, True))
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(","))


def _names(text: str) -> list[str]:
    return text.split(",")


def _measure_size(disk: Path, size: int, options: argparse.Namespace) -> Iterator[Row | None]:
    disk.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="socialmap-bench-", dir=disk) as root:
        for subject in _subjects(Path(root), size, options):
            yield _measure(subject, size, str(disk), options)


def _subjects(root: Path, size: int, options: argparse.Namespace) -> Iterator[Subject]:
    asked, searches = options.only, options.searches
    peers = chosen_peers(asked)
    own = not asked or "socialmap" in asked
    if not options.incremental:
        if own:
            yield from socialmap_subjects(root, size, searches=searches, form=options.form)
        yield from peer_subjects(root, size, peers=peers, searches=searches)
        if size in CHECKS and (not asked or "check" in asked):
            yield from check_subjects(root, size, form=CHECKS[size])
    if options.incremental or size == LARGEST_ON_DISK:
        yield from change_subjects(root, size, peers=peers, own=own)


def _measure(subject: Subject, size: int, disk: str, options: argparse.Namespace) -> Row | None:
    done: list[Run] = []
    try:
        if "change" in subject.name:
            _once(subject, -1, options.limit)
        for number in range(options.runs):
            done.append(_once(subject, number, options.limit))
            _tell(f"{disk} {size:,} {subject.title}: {done[-1].seconds:.2f} s")
    except FailedError as error:
        _tell(str(error))
        return None
    return Row(subject.name, subject.title, size, disk, Figure(tuple(done)))


def _once(subject: Subject, number: int, limit: float) -> Run:
    subject.prepare(number)
    runs = [run_measured(command, folder=subject.folder, limit=limit) for command in subject.commands]
    return Run(
        sum(run.seconds for run in runs),
        max(run.memory for run in runs),
        max(run.pagefind for run in runs),
        {name: stage for run in runs for name, stage in run.stages.items()},
        sum(run.processor for run in runs),
    )


def _tell(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
