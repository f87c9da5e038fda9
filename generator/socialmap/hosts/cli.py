"""The `socialmap` command: arguments in, pipeline called, report printed, exit code out."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from socialmap.pipeline.check import check_project, make_settings_report, read_messages
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.timing import Timer
from socialmap.report import Messages, Report, write_text
from socialmap.scaffold import HOSTS, Created, Wishes, create, say

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2
Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the answer is its exit code: 0 clean, 1 problems, 2 wrong use."""
    options = build_parser().parse_args(arguments)
    command: Command = options.command
    return command(options)


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="socialmap", description="Make a searchable, accessible social map from records of local help."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands)
    _add_build(commands)
    _add_new(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_project_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the municipality's folder (default: here)"
    )
    parser.add_argument("--data", metavar="DIR", help="the data folder, instead of the one in mkdocs.yml")
    parser.add_argument(
        "--today", type=date.fromisoformat, metavar="DATE", help="the day to check against, as 2026-11-02"
    )
    parser.add_argument("--lang", choices=("nl", "en"), help="language of messages (default: the editors')")


def _add_check(commands: Commands) -> None:
    parser = commands.add_parser("check", help="say everything that is wrong with the data", description=check.__doc__)
    _add_project_options(parser)
    parser.set_defaults(command=check)


def _add_build(commands: Commands) -> None:
    parser = commands.add_parser("build", help="build the site", description=build.__doc__)
    _add_project_options(parser)
    parser.add_argument("--site", type=Path, metavar="DIR", help="where the site goes (default: site)")
    parser.add_argument("--map-only", action="store_true", help="leave the handbook out")
    parser.add_argument("--timings", action="store_true", help="say how long each step takes")
    parser.add_argument("--no-search", action="store_true", help="leave the search index out")
    parser.set_defaults(command=build)


def _add_new(commands: Commands) -> None:
    parser = commands.add_parser("new", help="write a municipality's own repository", description=new.__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is new or empty")
    parser.add_argument("--name", help="the municipality, such as Utrecht")
    parser.add_argument("--languages", metavar="nl,en,ar", help="the site's languages, its own first")
    parser.add_argument("--neighbourhoods", type=Path, metavar="FILE", help="GeoJSON with an outline and a name each")
    parser.add_argument("--postcodes", type=Path, metavar="FILE", help="CSV with the point of every Dutch postcode")
    parser.add_argument("--pin", metavar="SPEC", help="socialmap's version, wheel or web address")
    parser.add_argument("--host", choices=HOSTS, default=HOSTS[0], help="whose workflow (default: %(default)s)")
    parser.set_defaults(command=new)


def check(options: argparse.Namespace) -> int:
    """Check all data and say what is wrong, where, and how to put it right. Changes nothing."""
    return _with_project(
        options, lambda project, messages: check_project(project, today=_today(options, project), messages=messages)
    )


def build(options: argparse.Namespace) -> int:
    """Check the data and build the site; with an error in the data the previous site stays as it is."""
    from socialmap.pipeline.build import BuildOptions, build_site  # noqa: PLC0415 - checking needs no renderer

    def run(project: Project, messages: Messages) -> Report:
        timer = Timer(_tell_step) if options.timings else Timer()
        wanted = BuildOptions(search=not options.no_search, timer=timer)
        return build_site(project, today=_today(options, project), messages=messages, options=wanted)

    return _with_project(options, run)


def _tell_step(step: str, seconds: float) -> None:
    sys.stderr.write(f"{step}\t{seconds:.3f}\n")


def new(options: argparse.Namespace) -> int:
    """Write a municipality's own repository: settings, vocabularies, examples and a workflow, ready to build."""
    asked = {**vars(options), "name": options.name or _ask("Naam van de gemeente: ")}
    given = {key: value for key, value in asked.items() if value and key not in ("command", "folder")}
    outcome = create(options.folder, wishes=Wishes(**given), today=date.today())
    done = isinstance(outcome, Created)
    print(say(outcome), file=sys.stdout if done else sys.stderr)
    return CLEAN if done else WRONG_USE


def _ask(question: str) -> str:
    return input(question) if sys.stdin.isatty() else ""


def _with_project(options: argparse.Namespace, run: Callable[[Project, Messages], Report]) -> int:
    extra = {"data": options.data} if options.data else {}
    project = open_project(options.project.resolve(), site=_site(options), extra=extra)
    messages = read_messages(
        options.lang or (project.settings.editor_language if isinstance(project, Project) else "nl")
    )
    if isinstance(project, Project):
        return _tell(run(project, messages))
    return _tell(make_settings_report(project, messages=messages))


def _site(options: argparse.Namespace) -> Path | None:
    site: Path | None = getattr(options, "site", None)
    return site.resolve() if site else None


def _today(options: argparse.Namespace, project: Project) -> date:
    return options.today or project.settings.today or date.today()


def _tell(report: Report) -> int:
    sys.stdout.write(write_text(report) + "\n")
    return PROBLEMS if report.failed else CLEAN


if __name__ == "__main__":
    sys.exit(main())
