"""What `socialmap search` and `socialmap check --search` say: answers to the terminal, an exit code."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from subprocess import TimeoutExpired

from socialmap.hosts.common import CLEAN, PROBLEMS, WRONG_USE, with_site
from socialmap.pipeline.asking import Figures, Outcome, UnknownAreaError, check_search, figures, search_site
from socialmap.pipeline.project import Project
from socialmap.search.runner import Answer, AnswersError, NoNodeError, NoSiteError

SHOWN = 5


def search(options: argparse.Namespace) -> int:
    """Ask the built site a question, as a resident would, and show what it answers, best first."""

    def run(project: Project) -> int:
        text = " ".join(options.query)
        answer = search_site(
            project, text, language=options.language or "", area=options.neighbourhood, limit=options.limit
        )
        write = _as_json if options.format == "json" else _as_text
        sys.stdout.write(write(answer) + "\n")
        return CLEAN

    return _guarded(options, run)


def check_search_of(options: argparse.Namespace) -> int:
    """Ask the built site every question of the editors; show where it answers otherwise, and the figures."""

    def run(project: Project) -> int:
        outcomes, problems = check_search(project)
        if not outcomes:
            sys.stderr.write("Er staan geen zoekproeven in data/search/expectations.yml.\n")
            return PROBLEMS if problems else CLEAN
        failed = [outcome for outcome in outcomes if not outcome.met]
        lines = [line for outcome in failed for line in _failure(outcome)]
        lines.append(
            f"{len(outcomes) - len(failed)} van {len(outcomes)} zoekproeven goed. {_figures(figures(outcomes))}"
        )
        sys.stdout.write("\n".join(lines) + "\n")
        return PROBLEMS if failed or problems else CLEAN

    return _guarded(options, run)


def _guarded(options: argparse.Namespace, run: Callable[[Project], int]) -> int:
    try:
        return with_site(options, run)
    except NoSiteError:
        told = "Er is nog geen site met zoeken. Maak die eerst: socialmap build"
    except NoNodeError:
        told = 'Zoeken heeft Node.js nodig. Installeer het, of doe: pip install "socialmap[search]"'
    except UnknownAreaError as error:
        told = f"Deze buurt is er niet: {error}"
    except (AnswersError, TimeoutExpired) as error:
        told = f"Het zoeken van de site geeft een fout: {error}"
    sys.stderr.write(told + "\n")
    return WRONG_USE


def _as_json(answer: Answer) -> str:
    results = [
        {
            "rank": rank,
            "id": hit.slug,
            "name": hit.name,
            "url": hit.url,
            "summary": hit.summary,
            "strong": hit.strong,
            "score": round(hit.score, 4),
        }
        for rank, hit in enumerate(answer.hits, 1)
    ]
    corrections = [{"from": wrong, "to": right} for wrong, right in answer.corrections]
    told = {
        "query": answer.text,
        "total": answer.total,
        "corrections": corrections,
        "also": answer.also,
        "crisis": answer.crisis,
    }
    return json.dumps({**told, "results": results}, ensure_ascii=False, indent=2)


def _as_text(answer: Answer) -> str:
    lines = [f"!    {line}" for line in answer.crisis]
    lines.append(f"{answer.total} gevonden voor “{answer.text}”")
    lines += [f"Gelezen als “{right}” in plaats van “{wrong}”" for wrong, right in answer.corrections]
    for rank, hit in enumerate(answer.hits, 1):
        lines.append(f"{rank:3}  {hit.name}{'' if hit.strong else '  (misschien)'}\n     {hit.url}")
    return "\n".join(lines)


def _failure(outcome: Outcome) -> Iterator[str]:
    expected = outcome.expected
    yield f"“{expected.query}” (eerste {expected.first}{f', {expected.language}' if expected.language else ''})"
    if outcome.missing:
        yield f"  mist: {', '.join(outcome.missing)}"
    if outcome.unwanted:
        yield f"  hoort er niet bij: {', '.join(outcome.unwanted)}"
    yield f"  gaf: {_ranking(outcome.found[: max(SHOWN, expected.first)])}"


def _ranking(found: Sequence[str]) -> str:
    return ", ".join(f"{rank} {name}" for rank, name in enumerate(found, 1)) or "niets"


def _figures(told: Figures) -> str:
    return (
        f"Goed op 1: {told.first:.0%}; bij de eerste 3: {told.third:.0%}; "
        f"gemiddeld 1/plaats: {told.reciprocal:.2f}; niets gevonden: {told.nothing:.0%}."
    )
