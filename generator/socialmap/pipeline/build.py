"""Build: from a project to a published site, or to a report of what is wrong and a site that is as it was."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Literal

from socialmap.derive import Derived
from socialmap.pipeline.calendars import (
    CALENDAR,
    DATA,
    Calendars,
    calendar_mark,
    draw_calendar,
    make_calendars,
    plan_calendars,
)
from socialmap.pipeline.check import find_problems, make_report, read_data
from socialmap.pipeline.collector import without_collector
from socialmap.pipeline.digests import digest
from socialmap.pipeline.dress import Wardrobe, draw_frames, dress, dress_not_found
from socialmap.pipeline.finder import keep_finder, stage_finder
from socialmap.pipeline.fingerprints import Fingerprints, fingerprint_site, program_digest, work_mark
from socialmap.pipeline.host_files import host_files
from socialmap.pipeline.load import Data, derive
from socialmap.pipeline.open_data import stage_open_data
from socialmap.pipeline.project import Project
from socialmap.pipeline.search_index import bundle_routes, shards, start_indexes
from socialmap.pipeline.search_words import load_synonyms
from socialmap.pipeline.site import load_written, make_site, own_words
from socialmap.pipeline.style import Style, build_style
from socialmap.pipeline.timing import Timer
from socialmap.pipeline.word_index import join_texts
from socialmap.pipeline.workers import start_work
from socialmap.problems import Place, Problem, fault
from socialmap.publish import ObstructedError, Published, RouteError, Staged, Staging, open_staging
from socialmap.render import Renderer, Translations, make_formats, make_renderer, read_translations
from socialmap.render.icons import icon_folder
from socialmap.report import Messages, Report
from socialmap.text.compounds import make_hyphenator
from socialmap.views.context import Site
from socialmap.views.plan import PageJob, WrittenPage, contexts_of, plan_pages

HANDBOOK = "handboek"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build, and who hears of its steps and of what was published.

    `search` makes the indexes anew where their words changed, keeps the published ones, or leaves search out. A build
    that keeps them is a quick one, which keeps the open data too.
    """

    search: Literal["make", "keep", "none"] = "make"
    workers: int = 1
    timer: Timer = field(default_factory=Timer)
    tell: Callable[[Published], None] = lambda _published: None


class HandbookError(RuntimeError):
    """The handbook could not be made, so nothing was published."""


@dataclass(frozen=True, slots=True)
class Handbook:
    """The handbook to publish with the map: `start` begins to make it and gives a callable that waits for its folder.

    `mark` is its fingerprint: with the one that is published already it is not made again; empty is never the same.
    """

    start: Callable[[], Callable[[], Path | None]]
    mark: str = ""


def build_site(
    project: Project, *, today: date, messages: Messages, options: BuildOptions, handbook: Handbook | None = None
) -> Report:
    """Build and publish the site of a project; with an error in its data the previous site stays as it is.

    Raises:
        BusyError: another build of the same site is at work.
        HandbookError: the handbook was asked for and could not be made.
    """
    with without_collector():
        return _build(project, today=today, messages=messages, options=options, handbook=handbook)


def _build(
    project: Project, *, today: date, messages: Messages, options: BuildOptions, handbook: Handbook | None
) -> Report:
    step = options.timer.step
    with step("load"):
        data = read_data(project, today=today)
        written, page_problems = load_written(project)
    with step("check"):
        derived = derive(data, settings=project.settings, today=today)
        found = (*find_problems(data, project, today=today, derived=derived), *page_problems)
        style, style_problems = build_style(project)
    with step("report"):
        report = make_report(project, data, (*found, *style_problems), messages=messages)
    if report.failed:
        return report
    with step("prepare"):
        searching, guided = options.search != "none", handbook is not None
        wardrobe = _wardrobe(project, data, written, style, derived=derived, search=searching, handbook=guided)
        prints = fingerprint_site(project, wardrobe.site, records=data.digests, also=_also(wardrobe))
    problems = _publish(wardrobe, prints=prints, project=project, options=options, handbook=handbook)
    return make_report(project, data, (*found, *style_problems, *problems), messages=messages) if problems else report


def _publish(
    wardrobe: Wardrobe, *, prints: Fingerprints, project: Project, options: BuildOptions, handbook: Handbook | None
) -> tuple[Problem, ...]:
    """Stage everything and put it in place of the site; with a problem the site stays as it is."""
    try:
        with open_staging(project.site, cache=project.cache) as staging:
            problems = _stage(wardrobe, staging, prints=prints, project=project, options=options, handbook=handbook)
            if problems:
                return problems
            with options.timer.step("publish"):
                published = staging.commit()
    except (RouteError, ObstructedError, NotADirectoryError) as error:
        return (fault("SM803", Place(""), detail=error),)
    options.tell(published)
    tops = sorted({route.split("/")[0] for route in published.foreign})
    return tuple(fault("SM802", Place(f"{project.site.name}/{top}")) for top in tops)


def _stage(
    wardrobe: Wardrobe,
    staging: Staging,
    *,
    prints: Fingerprints,
    project: Project,
    options: BuildOptions,
    handbook: Handbook | None,
) -> tuple[Problem, ...]:
    step, site = options.timer.step, wardrobe.site
    jobs = plan_pages(site, contexts=wardrobe.contexts, written=wardrobe.written.values())
    quick = options.search == "keep"
    finish_handbook = _start_handbook(handbook, staging, lists=work_mark(prints), quick=quick)
    with step("compare"):
        marks = {job.route: prints.of(job, context=wardrobe.contexts[job.language, job.kind]) for job in jobs}
        beside = plan_calendars(site)
        marks |= {job.route: calendar_mark(job, site=site, prints=prints) for job in beside}
        stale = [job for job in (*jobs, *beside) if not staging.manifest.fresh(job.route, marks[job.route])]
    with step("render"):
        calendars = make_calendars(site, contexts=wardrobe.contexts, translations=wardrobe.translations)
        draw = partial(_render, wardrobe=wardrobe, calendars=calendars, staging=staging, marks=marks)
        work = start_work(stale, draw, workers=options.workers)
        for route in marks.keys() - {job.route for job in stale}:
            staging.keep(route)
    with (
        _search(wardrobe, staging, project=project, wanted=options.search) as finish_search,
        stage_open_data(site, staging, prints=prints, cache=project.cache, check=not quick) as finish_open_data,
    ):
        with step("export"):
            for route, body in {**wardrobe.assets.files, **host_files(site, jobs, written=wardrobe.written)}.items():
                staging.write(route, body)
            staging.write("404.html", dress_not_found(wardrobe=wardrobe))
        with step("wait"):
            answers = work.finish()
            if work.workers:
                staging.merge(chain.from_iterable(answers))
        with step("search"):
            problems = finish_search()
        with step("open-data"):
            problems = (*problems, *finish_open_data())
    with step("handbook"):
        finish_handbook()
    return problems


def _start_handbook(handbook: Handbook | None, staging: Staging, *, lists: str, quick: bool) -> Callable[[], None]:
    """Begin to make the handbook beside the map; the callable waits for it and stages it.

    `lists` is the fingerprint of its work lists. A quick build keeps the handbook that there is.
    """
    if handbook is None:
        return lambda: None
    mark = digest(handbook.mark, lists) if handbook.mark else ""
    if staging.manifest.fresh_tree(HANDBOOK, mark) or (quick and staging.manifest.below(HANDBOOK)):
        staging.keep_tree(HANDBOOK)
        return lambda: None
    wait = handbook.start()

    def finish() -> None:
        folder = wait()
        if folder is None:
            raise HandbookError
        staging.add_tree(HANDBOOK, folder, fingerprint=mark)

    return finish


def _render(
    jobs: Sequence[PageJob], *, wardrobe: Wardrobe, calendars: Calendars, staging: Staging, marks: Mapping[str, str]
) -> list[Staged]:
    return [staging.write(job.route, _draw(job, wardrobe, calendars), fingerprint=marks[job.route]) for job in jobs]


def _draw(job: PageJob, wardrobe: Wardrobe, calendars: Calendars) -> bytes:
    is_page = job.template not in (CALENDAR, DATA)
    return dress(job, wardrobe=wardrobe) if is_page else draw_calendar(job, calendars=calendars)


@contextmanager
def _search(
    wardrobe: Wardrobe, staging: Staging, *, project: Project, wanted: str
) -> Iterator[Callable[[], tuple[Problem, ...]]]:
    """Index while pages are rendered; the callable waits for it, stages the bundles and gives what went wrong."""
    if wanted != "make":
        for prefix in (f"pagefind/{language}" for language in wardrobe.bundles if wanted == "keep"):
            staging.keep_tree(prefix)
        if wanted == "keep":
            keep_finder(staging)
        yield lambda: ()
        return
    project.cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=project.cache) as work:
        words = {language: _cost_words(each) for language, each in wardrobe.translations.items()}
        synonyms = load_synonyms(project)
        indexes = start_indexes(
            wardrobe.site,
            words=words,
            synonyms=synonyms.groups,
            program=program_digest(project),
            staging=staging,
            work=Path(work),
        )

        def finish() -> tuple[Problem, ...]:
            problems: list[Problem] = [*synonyms.problems]
            folders: dict[str, Path | None] = {}
            for language, (mark, indexing) in indexes.items():
                folders[language] = Path(work) / language if indexing is not None else None
                if indexing is not None:
                    report = indexing.finish()
                    problems.extend(report.problems)
                    if not report.problems:
                        join_texts(Path(work) / language)
                        staging.add_tree(f"pagefind/{language}", Path(work) / language, fingerprint=mark)
            stage_finder(wardrobe.site, staging, indexes=folders)
            return tuple(problems)

        yield finish


def _also(wardrobe: Wardrobe) -> tuple[str, ...]:
    """What else every page shows: the written pages, the search indexes, the handbook and the house style."""
    written = (repr(page) for page in wardrobe.written.values())
    return (repr(wardrobe.bundles), str(wardrobe.handbook), *written, *wardrobe.assets.files)


def _cost_words(translations: Translations) -> Mapping[str, str]:
    costs = ("free", "amount", "income", "contribution", "voluntary")
    states = ("appointment", "unknown")
    return {
        **{word: translations.text(word, context="cost") for word in costs},
        **{word: translations.text(word, context="hours") for word in states},
    }


def _wardrobe(
    project: Project,
    data: Data,
    written: tuple[WrittenPage, ...],
    style: Style,
    *,
    derived: Derived,
    search: bool,
    handbook: bool,
) -> Wardrobe:
    languages = project.settings.languages
    formats = {language: make_formats(language) for language in languages}
    site = make_site(project, data, derived, formats=formats)
    folders = tuple(folder / "translations" for folder in project.overrides)
    translations = {language: read_translations(language, folders=folders) for language in languages}
    bundles = {language: (route, shards(site, language)) for language, route in bundle_routes(site).items()}
    bare = Wardrobe(
        site=site,
        written={page.slug: page for page in written},
        bundles=bundles if search else {},
        assets=style.assets,
        renderers=_renderers(project, site, translations),
        translations=translations,
        contexts=contexts_of(site),
        frames={},
        handbook=handbook,
    )
    return replace(bare, frames=draw_frames(bare))


def _renderers(project: Project, site: Site, translations: Mapping[str, Translations]) -> dict[str, Renderer]:
    memory = project.cache / "templates" / program_digest(project)
    _forget_others(memory)
    hyphenate = make_hyphenator(own_words(site))
    found: dict[str, Renderer] = {}
    for language, each in translations.items():
        (memory / language).mkdir(parents=True, exist_ok=True)
        found[language] = make_renderer(
            project.overrides,
            translations=each,
            icons=icon_folder(),
            hyphenate=hyphenate,
            memory=memory / language,
        )
    return found


def _forget_others(memory: Path) -> None:
    """Remove what an earlier version of the program or the templates kept beside this folder."""
    for folder in memory.parent.glob("*"):
        if folder != memory:
            rmtree(folder, ignore_errors=True)
