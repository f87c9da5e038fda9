"""Lighthouse's mobile scores of every type of page of the demo site, in one table; `make lighthouse` runs this.

Ends with 1 when a score is below 100. The page of an old address is left out, as it leads elsewhere at once.
Source of the goals: 100 for performance, accessibility, best practices and search engines; LCP 0.9 s, TBT 10 ms, CLS 0.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from demo_site.building import REPOSITORY, Built, build
from demo_site.sample import TYPE_NAMES, sample_route

TOP = "http://127.0.0.1:8391/"
HERE = Path(__file__).parent
HEAD = (
    f"{'page':<20} {'P':>4} {'A':>4} {'BP':>4} {'SEO':>4} {'LCP ms':>7} {'TBT ms':>7} {'CLS':>6} {'kB':>6}  below 0.9"
)


def routes(built: Built, *, language: str) -> list[tuple[str, str]]:
    """The pages to judge by name."""
    names = (name for name in TYPE_NAMES if name != "redirect")
    found = [(name, sample_route(name, built, language=language)) for name in names]
    forms = [("forms", built.route("forms")), ("form", built.route("form_new", "aanbod"))]
    return [*found, *forms] if language == "nl" else found


def judged(folder: Path, pages: list[tuple[str, str]]) -> Iterator[dict[str, list[float]]]:
    """What Lighthouse says of each page, one at a time."""
    asked = subprocess.Popen(
        ["node", "lighthouse.mjs", str(folder), TOP], cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert asked.stdin and asked.stdout
    asked.stdin.write(json.dumps(pages))
    asked.stdin.close()
    for line in asked.stdout:
        yield json.loads(line)
    if asked.wait():
        raise RuntimeError("Lighthouse stopped before its end")


def line(found: dict[str, list[float]]) -> str:
    """A row of the table."""
    lcp, tbt, cls, weight = (number or 0 for number in found["numbers"])
    scores = " ".join(f"{score:>4}" for score in found["scores"])
    below = " ".join(map(str, found["failed"]))
    return f"{found['name']!s:<20} {scores} {lcp:>7.0f} {tbt:>7.0f} {cls:>6.3f} {weight / 1000:>6.1f}  {below}"


def main() -> int:
    """Build the demo site, judge its pages, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", default="nl")
    parser.add_argument("--only", nargs="*", help="names of pages, as in the table")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        built = build(REPOSITORY, into=Path(folder), settings={"site_url": TOP})
        pages = [each for each in routes(built, language=chosen.language) if not chosen.only or each[0] in chosen.only]
        print(HEAD, flush=True)
        perfect = True
        for found in judged(built.root, pages):
            print(line(found), flush=True)
            perfect = perfect and min(found["scores"]) == 100
    return 0 if perfect else 1


if __name__ == "__main__":
    sys.exit(main())
