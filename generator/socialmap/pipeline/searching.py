"""Search while pages are rendered: indexes are made beside them and staged when they are ready; called by `build`."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from socialmap.pipeline.finder import keep_finder, stage_finder
from socialmap.pipeline.fingerprints import program_digest
from socialmap.pipeline.project import Project
from socialmap.pipeline.search_index import start_indexes
from socialmap.pipeline.search_words import load_synonyms
from socialmap.pipeline.wardrobe import Wardrobe
from socialmap.pipeline.word_index import join_texts
from socialmap.problems import Problem
from socialmap.publish import WORK, Staging
from socialmap.render import Translations
from socialmap.search import Indexing

Finish = Callable[[], tuple[Problem, ...]]


@contextmanager
def stage_search(wardrobe: Wardrobe, staging: Staging, *, project: Project, wanted: str) -> Iterator[Finish]:
    """Index while pages are rendered; the callable waits for it, stages the bundles and gives what went wrong."""
    if wanted != "make":
        if wanted == "keep":
            _keep(wardrobe, staging)
        yield lambda: ()
        return
    project.cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=WORK, dir=project.cache) as folder:
        yield _start(wardrobe, staging, project=project, work=Path(folder))


def _keep(wardrobe: Wardrobe, staging: Staging) -> None:
    for language in wardrobe.bundles:
        staging.keep_tree(f"pagefind/{language}")
    keep_finder(staging)


def _start(wardrobe: Wardrobe, staging: Staging, *, project: Project, work: Path) -> Finish:
    synonyms = load_synonyms(project)
    indexes = start_indexes(
        wardrobe.site,
        words={language: _cost_words(each) for language, each in wardrobe.translations.items()},
        synonyms=synonyms.groups,
        program=program_digest(project),
        staging=staging,
        work=work,
        size=wardrobe.shard,
    )

    def finish() -> tuple[Problem, ...]:
        made = {language: (mark, indexing) for language, (mark, indexing) in indexes.items() if indexing is not None}
        problems = [
            problem
            for language, (mark, indexing) in made.items()
            for problem in _stage_index(indexing, staging, language=language, folder=work / language, mark=mark)
        ]
        folders = {language: work / language if language in made else None for language in indexes}
        stage_finder(wardrobe.site, staging, indexes=folders)
        return tuple(problems)

    return finish


def _stage_index(
    indexing: Indexing, staging: Staging, *, language: str, folder: Path, mark: str
) -> tuple[Problem, ...]:
    """Wait for an index and stage it; with a problem it is not staged."""
    problems = tuple(indexing.finish().problems)
    if not problems:
        join_texts(folder)
        staging.add_tree(f"pagefind/{language}", folder, fingerprint=mark)
    return problems


def _cost_words(translations: Translations) -> Mapping[str, str]:
    costs = ("free", "amount", "income", "contribution", "voluntary")
    states = ("appointment", "unknown")
    return {
        **{word: translations.text(word, context="cost") for word in costs},
        **{word: translations.text(word, context="hours") for word in states},
    }
