"""How long publishing takes by itself: `python tests/benchmarks/publish_bench.py [pages] [folder]` prints it.

Pages of about 4 kB in one flat folder, as the map has them. The medians of three rounds, each on a new site; nothing is
asserted. Give a folder on a RAM disk and one on a real disk to see the difference, which is most of the time.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter

from socialmap.publish import open_staging, read_manifest
from socialmap.publish.manifest import write_manifest

_ROUNDS = 3
_TEXT = b"<p>Een warme maaltijd en een praatje, elke donderdag om twaalf uur.</p>\n" * 55


def pages(number: int, *, changed: int = 0) -> dict[str, bytes]:
    """The site: `number` pages, the first `changed` of which read otherwise than in the plain site."""
    return {f"aanbod/plek-{at}.html": _TEXT + b"%d %s" % (at, b"new" * (at < changed)) for at in range(number)}


def build(root: Path, files: Mapping[str, bytes]) -> None:
    """One build as the pipeline does it, with fingerprints that cost nothing to make."""
    with open_staging(root / "site", cache=root / "cache") as staging:
        for route, body in files.items():
            fingerprint = str(body[-12:])
            if staging.manifest.fresh(route, fingerprint):
                staging.keep(route)
            else:
                staging.write(route, body, fingerprint=fingerprint)
        staging.commit()


def write_plainly(root: Path, files: Mapping[str, bytes]) -> None:
    """The floor: the same files, written once and nothing remembered."""
    (root / "plain" / "aanbod").mkdir(parents=True)
    for route, body in files.items():
        (root / "plain" / route).write_bytes(body)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, once."""
    start = perf_counter()
    work()
    return perf_counter() - start


def measure(root: Path, *, number: int) -> dict[str, float]:
    """Seconds of each kind of build, one after the other on one site."""
    plain, one, all_new = pages(number), pages(number, changed=1), pages(number, changed=number)
    found = {
        "write plainly (floor)": seconds(lambda: write_plainly(root, plain)),
        "first build": seconds(lambda: build(root, plain)),
        "nothing changed": seconds(lambda: build(root, plain)),
        "one page changed": seconds(lambda: build(root, one)),
        "every page changed": seconds(lambda: build(root, all_new)),
        "every page removed": seconds(lambda: build(root, {})),
    }
    build(root, plain)
    manifest = read_manifest(root / "cache")
    known = manifest.entries.items()
    return found | {
        "  read the manifest": seconds(lambda: read_manifest(root / "cache")),
        "  ask each page's freshness": seconds(lambda: [manifest.fresh(route, "x") for route in plain]),
        "  look at each page": seconds(lambda: [manifest.fresh(at, it.fingerprint) for at, it in known]),
        "  write the manifest": seconds(lambda: write_manifest(root / "cache", manifest=manifest)),
    }


def main(number: int = 10_000, *, folder: str | None = None) -> None:
    """Prints the table."""
    rounds = []
    for _ in range(_ROUNDS):
        with tempfile.TemporaryDirectory(dir=folder) as root:
            rounds.append(measure(Path(root), number=number))
    for name in rounds[0]:
        times = [found[name] * 1000 for found in rounds]
        print(f"{name:30} {median(times):9.1f} ms   ({min(times):.1f} to {max(times):.1f})")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), folder=next(iter(sys.argv[2:]), None))
