"""The work lists of the handbook: per role what there is to do, with the mail to send and what to type.

Generated at every build from the records, so the pages are as old as the site.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from socialmap.pipeline.check import find_problems
from socialmap.pipeline.confirm_requests import request_line
from socialmap.pipeline.handbook.page import HandbookPage, code, join, plain, table
from socialmap.pipeline.load import load_data
from socialmap.pipeline.project import Project
from socialmap.pipeline.worklists import CONFIRMED, WorkList, make_worklist, worklist_calendar, worklist_table
from socialmap.render.formats import make_formats
from socialmap.report.worklist import Line, counted

FOLDER, LANGUAGE = "werk", "nl"
NOBODY = "van-niemand"
INTRO = (
    "Hier staat per rol wat er te doen is aan de kaart. De lijst is gemaakt op {today}, bij het bouwen van de site. "
    "Begin bovenaan: daar staat wat het meeste haast heeft."
)
DONE = "Er is niets te doen. Mooi zo."
CONFIRM = "Klopt het nog? Typ dan: {command}"
CONFIRM_THERE = "Klopt het nog? [Bevestig {name}]({address}), of typ: {command}"
CHANGE = "[Wijzig {name}]({address})"


def project_worklist(project: Project, *, today: date) -> WorkList:
    """The work list of a project, in the handbook's language."""
    data = load_data(project.data, settings=project.settings)
    problems = find_problems(data, project, today=today)
    return make_worklist(project, data, today=today, problems=problems, language=LANGUAGE)


def work_pages(work: WorkList, *, today: date) -> tuple[HandbookPage, ...]:
    """The page that leads to the lists, and one for each role that has something to do."""
    rows = (_row(role, lines, work) for role, lines in work.by_role.items())
    head = ("Rol", "Hoeveel", "Het eerst")
    download = (
        "[Alle taken als tabel voor Excel](index.csv){ download } en "
        "[als herinneringen voor je agenda](index.ics){ download }."
    )
    text = table(head, rows) if work.lines else DONE
    index = HandbookPage(
        f"{FOLDER}/index.md",
        join(
            "# Werk te doen",
            INTRO.format(today=make_formats(LANGUAGE).date(today.isoformat())),
            text,
            download if work.lines else "",
        ),
    )
    return (index, *(_role_page(role, lines) for role, lines in work.by_role.items()))


def work_files(work: WorkList, *, name: str, today: date) -> dict[str, bytes]:
    """The lists for other programs, by their place in the handbook: all tasks, and those of each role."""
    every: Mapping[str, WorkList] = {"index": work, **{_slug(role): work.of(role) for role in work.by_role}}
    return {
        f"{FOLDER}/{slug}.{ending}": body
        for slug, part in every.items()
        for ending, body in (
            ("csv", worklist_table(part)),
            ("ics", worklist_calendar(part, name=f"Werk te doen: {name}", today=today)),
        )
    }


def _row(role: str, lines: tuple[Line, ...], work: WorkList) -> tuple[str, ...]:
    name = lines[0].role_name or work.words.words["nobody"]
    return f"[{plain(name)}]({_slug(role)}.md)", counted(len(lines), words=work.words), plain(lines[0].title)


def _role_page(role: str, lines: tuple[Line, ...]) -> HandbookPage:
    name = lines[0].role_name or "Van niemand"
    slug = _slug(role)
    lists = (
        f"[Als tabel voor Excel]({slug}.csv){{ download }} · [Herinneringen voor je agenda]({slug}.ics){{ download }}"
    )
    parts = (part for title, group in groupby(lines, key=lambda line: line.title) for part in _kind(title, group))
    return HandbookPage(f"{FOLDER}/{slug}.md", join(f"# Werk te doen: {plain(name)}", lists, *parts))


def _kind(title: str, lines: Iterable[Line]) -> Iterator[str]:
    tasks = tuple(lines)
    yield f"## {plain(title)} ({len(tasks)})"
    yield plain(tasks[0].remedy)
    yield "\n".join(_item(task) for task in tasks)


def _item(line: Line) -> str:
    name = f"[{plain(line.name)}](record:{line.record})" if line.has_page else plain(line.name)
    rows = (
        f"- **{name}** ({code(line.record)})",
        plain(line.what),
        f"[Mail de organisatie over {plain(line.name)}]({line.mail})" if line.mail else "",
        _confirm(line) if line.kind in CONFIRMED else "",
        CHANGE.format(name=plain(line.name), address=line.change) if line.change else "",
    )
    return "  \n  ".join(row for row in rows if row)


def _confirm(line: Line) -> str:
    command = code(request_line((line.record,), by=line.role or "ROL"))
    if not line.confirm:
        return CONFIRM.format(command=command)
    return CONFIRM_THERE.format(name=plain(line.name), address=line.confirm, command=command)


def _slug(role: str) -> str:
    return role or NOBODY
