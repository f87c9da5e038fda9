"""Build: from a project to a published site, or to a report of what is wrong and a site that is as it was."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from itertools import chain
from typing import Literal

from socialmap.pipeline.calendars import Calendars, draw_calendar, make_calendars, plan_calendars
from socialmap.pipeline.check import find_problems, make_report, read_data
from socialmap.pipeline.collector import without_collector
from socialmap.pipeline.digests import digest
from socialmap.pipeline.dress import dress, dress_not_found
from socialmap.pipeline.fingerprints import Fingerprints, fingerprint_site, work_mark
from socialmap.pipeline.fitting import make_wardrobe
from socialmap.pipeline.form_values import stage_form_values
from socialmap.pipeline.handbook import Handbook, start_handbook
from socialmap.pipeline.host_files import host_files
from socialmap.pipeline.load import derive_site
from socialmap.pipeline.marking import BESIDE, Marks, keep_fresh
from socialmap.pipeline.named_links import memory_mark
from socialmap.pipeline.open_data import stage_open_data
from socialmap.pipeline.preview import Made
from socialmap.pipeline.project import Project
from socialmap.pipeline.search_index import SHARD
from socialmap.pipeline.search_page_words import WORDS, draw_search_words, plan_search_words
from socialmap.pipeline.searching import stage_search
from socialmap.pipeline.sharing import share_out
from socialmap.pipeline.site import load_written
from socialmap.pipeline.style import build_style
from socialmap.pipeline.timing import Timer
from socialmap.pipeline.wardrobe import Wardrobe, shown_everywhere
from socialmap.pipeline.workers import start_work, worth_while
from socialmap.problems import Place, Problem, fault
from socialmap.publish import ObstructedError, Published, RouteError, Staged, Staging, open_staging
from socialmap.report import Messages, Report
from socialmap.views.plan import PageJob, plan_pages

STRANGE_FILES = 10
LARGE = 20_000  # with more services the words for the search wait for the pages: both at once need too much memory


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build, and who hears of its steps, of what pages were made of and of what was published.

    `search` makes the indexes anew where their words changed, keeps the published ones, or leaves search out. A build
    that keeps them is a quick one, which keeps the open data too. A part of an index has at most `shard` services.
    """

    search: Literal["make", "keep", "none"] = "make"
    shard: int = SHARD
    workers: int = 1
    timer: Timer = field(default_factory=Timer)
    tell: Callable[[Published], None] = lambda _published: None
    made: Callable[[Made], None] = lambda _made: None


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
        derived = derive_site(data, settings=project.settings, today=today, memory=project.recalled)
        found = (*find_problems(data, project, today=today, derived=derived), *page_problems)
        style, style_problems = build_style(project)
    with step("report"):
        report = make_report(project, data, (*found, *style_problems), messages=messages)
    if report.failed:
        return report
    with step("prepare"):
        searching, guided = options.search != "none", handbook is not None
        shard = options.shard if searching else 0
        wardrobe = make_wardrobe(project, data, written, style, derived=derived, shard=shard, handbook=guided)
        prints = fingerprint_site(project, wardrobe.site, records=data.digests, also=shown_everywhere(wardrobe))
    options.made(Made(data, wardrobe))
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
    return tuple(fault("SM802", Place(f"{project.site.name}/{route}")) for route in _named(published.foreign))


def _named(foreign: Iterable[str]) -> tuple[str, ...]:
    """Each strange file, or the folder at the top where there are many."""
    by_top: dict[str, list[str]] = {}
    for route in foreign:
        by_top.setdefault(route.split("/")[0], []).append(route)
    found = ((top,) if len(routes) > STRANGE_FILES else tuple(routes) for top, routes in by_top.items())
    return tuple(sorted(name for names in found for name in names))


def _stage(
    wardrobe: Wardrobe,
    staging: Staging,
    *,
    prints: Fingerprints,
    project: Project,
    options: BuildOptions,
    handbook: Handbook | None,
) -> tuple[Problem, ...]:
    step = options.timer.step
    jobs = plan_pages(wardrobe.site, contexts=wardrobe.contexts, written=wardrobe.written.values())
    quick = options.search == "keep"
    lists = digest(work_mark(prints), memory_mark(project))
    finish_handbook = start_handbook(handbook, staging, lists=lists, quick=quick)
    finish_pages = _start_pages(jobs, wardrobe, staging, prints=prints, project=project, options=options)
    if len(wardrobe.site.derived.listed) > LARGE:
        finish_pages()
    with ExitStack() as under_way:
        with step("search-start"):
            finish_search = under_way.enter_context(
                stage_search(wardrobe, staging, project=project, wanted=options.search)
            )
        with step("open-data-start"):
            finish_open_data = under_way.enter_context(
                stage_open_data(wardrobe.site, staging, prints=prints, project=project, check=not quick)
            )
        with step("export"):
            _stage_shared(jobs, wardrobe, staging)
            stage_form_values(wardrobe.site, staging, prints=prints)
        finish_pages()
        with step("search"):
            problems = finish_search()
        with step("open-data"):
            problems = (*problems, *finish_open_data())
    with step("handbook"):
        finish_handbook()
    return problems


def _start_pages(
    jobs: tuple[PageJob, ...],
    wardrobe: Wardrobe,
    staging: Staging,
    *,
    prints: Fingerprints,
    project: Project,
    options: BuildOptions,
) -> Callable[[], None]:
    """Begin to draw what changed of the pages and of what stands beside them; the callable waits for it, once."""
    step, site = options.timer.step, wardrobe.site
    with step("compare"):
        marks = Marks(wardrobe, prints)
        drawn = (*jobs, *plan_search_words(site), *plan_calendars(site))
        stale = keep_fresh(drawn, marks=marks, staging=staging)
    with step("render"):
        calendars = make_calendars(
            site,
            contexts=wardrobe.contexts,
            translations=wardrobe.translations,
            prints=prints,
            memory=project.recalled,
        )
        draw = partial(_render, wardrobe=wardrobe, calendars=calendars, staging=staging, marks=marks)
        workers = worth_while(stale, workers=options.workers)
        if workers > 1:
            for renderer in wardrobe.renderers.values():
                renderer.load()
        work = start_work(share_out(stale, workers=workers, records=prints.records), draw, workers=workers)

    @cache
    def finish() -> None:
        with step("wait"):
            answers = work.finish()
        if work.apart:
            staging.merge(chain.from_iterable(answers))
        else:
            calendars.keep()

    return finish


def _stage_shared(jobs: tuple[PageJob, ...], wardrobe: Wardrobe, staging: Staging) -> None:
    """What belongs to no page: styles, scripts, files for hosts and search engines, and the page that is not found."""
    files = {**wardrobe.assets.files, **host_files(wardrobe.site, jobs, written=wardrobe.written)}
    for route, body in files.items():
        staging.write(route, body)
    staging.write("404.html", dress_not_found(wardrobe=wardrobe))


def _render(
    jobs: Sequence[PageJob], *, wardrobe: Wardrobe, calendars: Calendars, staging: Staging, marks: Marks
) -> list[Staged]:
    return [staging.write(job.route, _draw(job, wardrobe, calendars), fingerprint=marks.of(job)) for job in jobs]


def _draw(job: PageJob, wardrobe: Wardrobe, calendars: Calendars) -> bytes:
    if job.template == WORDS:
        return draw_search_words(job, wardrobe=wardrobe)
    return draw_calendar(job, calendars=calendars) if job.template in BESIDE else dress(job, wardrobe=wardrobe)
