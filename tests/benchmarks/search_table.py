"""One table of how well search finds what it should, beside Pagefind alone, lunr and MiniSearch on the same records.

    npm ci --prefix tests/benchmarks && PYTHONPATH=tests .venv/bin/python -m benchmarks.search_table

Three sets of Dutch questions: the demo's expectations, and two that nothing is tuned on (tests/search/held_out).
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from demo_site.building import REPOSITORY, Built, build
from socialmap.model.search_words import Expectation, ExpectationFile
from socialmap.pipeline.load import derive, load_data
from socialmap.pipeline.search_index import search_records
from socialmap.pipeline.site import make_site
from socialmap.render import make_formats
from socialmap.search.runner import Query, ask
from socialmap.sources.search_words import read_expectations
from socialmap.sources.words import read_words
from socialmap.views.context import Site

HELD_OUT = REPOSITORY / "tests" / "search" / "held_out"
PEERS = Path(__file__).with_name("search_peers.mjs")
MOST = 50
NO_WORDS: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class QuerySet:
    """Questions to one built site: what each should find, by their file."""

    name: str
    built: Built
    questions: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How often the right answer is first, or among three; its mean reciprocal rank; how often there is no answer."""

    first: float
    third: float
    reciprocal: float
    nothing: float


def main() -> None:
    """Print the table."""
    print(f"{'set':24} {'engine':12} {'n':>4} {'@1':>6} {'@3':>6} {'MRR':>6} {'zero':>6}")
    with tempfile.TemporaryDirectory() as work:
        for each in query_sets(Path(work)):
            for engine, answers in answers_of(each).items():
                told = score(each.questions, answers)
                figures = f"{told.first:6.3f} {told.third:6.3f} {told.reciprocal:6.3f} {told.nothing:6.3f}"
                print(f"{each.name:24} {engine:12} {len(each.questions):4} {figures}")


def query_sets(work: Path) -> Iterator[QuerySet]:
    """The three sets, with the sites that they ask."""
    demo = build(REPOSITORY, into=work / "demo")
    yield QuerySet("demo expectations", demo, read(REPOSITORY / "data" / "search" / "expectations.yml"))
    yield QuerySet("held out: 60 from names", demo, read(HELD_OUT / "names.yml"))
    town = work / "town"
    shutil.copytree(HELD_OUT / "town", town)
    shutil.copytree(REPOSITORY / "data" / "taxonomies", town / "data" / "taxonomies", dirs_exist_ok=True)
    yield QuerySet("held out: other town", build(town, into=work / "built"), read(HELD_OUT / "town" / "queries.yml"))


def read(file: Path) -> tuple[Expectation, ...]:
    """The Dutch questions of a file that name what they should find."""
    values, problems = read_expectations(file.parent, file.name, words=read_words("nl"))
    assert not problems, problems
    found = ExpectationFile.model_validate(values)
    return tuple(one for one in found.expectations if one.finds and one.language in (None, "nl"))


def answers_of(each: QuerySet) -> dict[str, list[list[str]]]:
    """Per engine the ids that it gives to each question, best first."""
    queries = [Query(one.query, {}, MOST) for one in each.questions]
    own = ask(each.built.root, queries, language="nl", first="nl")
    peers = subprocess.run(
        ["node", str(PEERS)], input=json.dumps(_request(each)), capture_output=True, encoding="utf-8", check=True
    )
    return {"socialmap": [[hit.slug for hit in answer.hits] for answer in own], **json.loads(peers.stdout)}


def score(questions: Sequence[Expectation], answers: Sequence[Sequence[str]]) -> Score:
    """The figures of one engine on one set."""
    places = [_place(one.finds, found) for one, found in zip(questions, answers, strict=True)]
    count = len(places)
    return Score(
        sum(place == 1 for place in places) / count,
        sum(1 <= place <= 3 for place in places) / count,
        sum(1 / place for place in places if place) / count,
        sum(not found for found in answers) / count,
    )


def _place(wanted: Sequence[str], found: Sequence[str]) -> int:
    return min((found.index(name) + 1 for name in wanted if name in found), default=0)


def _site(built: Built) -> Site:
    data = load_data(built.project.data, settings=built.settings)
    assert built.settings.today is not None
    derived = derive(data, settings=built.settings, today=built.settings.today)
    return make_site(built.project, data, derived, formats={"nl": make_formats("nl")})


def _request(each: QuerySet) -> dict[str, object]:
    records = [
        {"id": Path(record.url).stem, "title": record.meta["title"], "content": record.content}
        for record in search_records(_site(each.built), "nl", words=NO_WORDS)
    ]
    queries = [one.query for one in each.questions]
    return {"records": records, "queries": queries, "bundle": str(each.built.root / "pagefind" / "nl")}


if __name__ == "__main__":
    main()
