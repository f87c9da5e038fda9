"""`python -m benchmarks.serving`: how long after a record is saved `socialmap serve` gives its page, and all others.

Each save changes one sentence of one record of a generated municipality. The second figure is the whole quick build.
Saves that come right after another find the search index still in the making. Nothing is asserted about time.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from urllib.request import urlopen

from benchmarks.municipality import generate
from demo_site.served import served

TARGET_SECONDS = 0.3
LIMIT_SECONDS = 120.0
RAM = Path("/dev/shm")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each size and print a line for it."""
    parser = argparse.ArgumentParser(description="Measure how soon a saved record is served.")
    parser.add_argument("--sizes", default="1000,10000", help="records, with commas (default: %(default)s)")
    parser.add_argument("--saves", type=int, default=5, help="saves of each (default: %(default)s)")
    parser.add_argument("--pause", type=float, default=5.0, help="seconds between two saves (default: %(default)s)")
    options = parser.parse_args(arguments)
    for size in map(int, options.sizes.split(",")):
        with TemporaryDirectory(prefix="socialmap-bench-", dir=RAM) as root:
            found = _measure(Path(root) / "project", size, options.saves, options.pause)
        own, every = (median(each) for each in zip(*found, strict=True))
        after = f"own page after {own:.2f} s (target {TARGET_SECONDS}), all pages after {every:.2f} s"
        sys.stdout.write(f"serve, {size:,} records: {after}\n")
    return 0


def _measure(project: Path, size: int, saves: int, pause: float) -> list[tuple[float, float]]:
    generate(project, records=size, form="yaml")
    record = max((project / "data" / "aanbod").glob("*.yml"))
    route = f"aanbod/{record.stem}.html"
    with served(project) as address:
        return [_save(record, number, f"{address}{route}", project / "site" / route, pause) for number in range(saves)]


def _save(record: Path, number: int, address: str, published: Path, pause: float) -> tuple[float, float]:
    """Seconds until the page is served with the new sentence, and until it is published with all others."""
    sleep(pause)
    sentence = f"Dit is opgeslagen versie {number} van deze zin."
    lines = record.read_text("utf-8").split("\n")
    began = monotonic()
    record.write_text("\n".join((lines[0], f"samenvatting: {sentence}", *lines[2:])), "utf-8")
    own = _until(lambda: sentence in urlopen(address).read().decode(), began)
    return own, _until(lambda: sentence in published.read_text("utf-8"), began)


def _until(true: Callable[[], bool], began: float) -> float:
    while not true():
        if monotonic() - began > LIMIT_SECONDS:
            raise TimeoutError("the change was never served")
        sleep(0.005)
    return monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
