"""What can be typed after `socialmap`: the commands, their options and what each means; called by `cli`."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from socialmap.report import FORMATS

FOLDER = "sociale-kaart"
PORTS = 65536
Command = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def build_parser(name: str = "") -> argparse.ArgumentParser:
    """The parser of the command with this name, which loads no other, or of all commands."""
    parser = argparse.ArgumentParser(
        prog="socialmap", description="Make a searchable, accessible social map from records of local help."
    )
    group = parser.add_subparsers(required=True, metavar="COMMAND")
    every = _every_command()
    for add in (every[name],) if name in every else every.values():
        add(group)
    return parser


def _every_command() -> Mapping[str, Callable[[Commands], None]]:
    return {
        "new": _add_new,
        "check": _add_check,
        "fmt": _add_fmt,
        "diff": _add_diff,
        "rule": _add_rule,
        "build": _add_build,
        "serve": _add_serve,
        "search": _add_search,
        "export": _add_export,
        "import": _add_import,
        "confirm": _add_confirm,
        "report": _add_report,
        "links": _add_links,
        "cms": _add_cms,
        "owners": _add_owners,
        "translations": _add_translations,
        "schemas": _add_schemas,
    }


def _add(group: Commands, name: str, command: str, *, help: str) -> argparse.ArgumentParser:  # noqa: A002 - argparse's word
    """Add a command that is a function in a module beside this one, named as `module.function`."""
    module, _, function = command.partition(".")
    found: Command = getattr(import_module(f"socialmap.hosts.{module}"), function)
    parser = group.add_parser(name, help=help, description=found.__doc__)
    parser.set_defaults(command=found)
    return parser


def _add_project_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the municipality's folder (default: here)"
    )
    parser.add_argument("--data", metavar="DIR", help="the data folder, instead of the one in mkdocs.yml")
    parser.add_argument("--today", type=_day, metavar="DATE", help="the day to check against, as 2026-11-02")
    parser.add_argument("--lang", choices=("nl", "en"), help="language of messages (default: the editors')")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-11-02") from error


def _port(text: str) -> int:
    """A port; 0 takes any that is free."""
    if not text.isdecimal() or int(text) >= PORTS:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; choose a number from 1024 to {PORTS - 1}")
    return int(text)


def _add_check(group: Commands) -> None:
    parser = _add(group, "check", "commands_check.check", help="say everything that is wrong with the data")
    _add_project_options(parser)
    parser.add_argument("--fix", action="store_true", help="correct what surely was meant, and show it as a diff")
    parser.add_argument("--unsafe", action="store_true", help="correct what probably was meant too; read the diff")
    parser.add_argument("--format", choices=tuple(FORMATS), help="default: what the build system shows, else text")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write that format to a file, and text here")
    parser.add_argument("--search", action="store_true", help="ask the built site what editors expect of its search")
    parser.add_argument("--site", type=Path, metavar="DIR", help="where the built site is (default: site)")


def _add_fmt(group: Commands) -> None:
    parser = _add(group, "fmt", "commands_edit.fmt", help="write the files in one order and style")
    _add_project_options(parser)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when a file would change")
    parser.add_argument("--diff", action="store_true", help="show what changes instead of only the names")


def _add_diff(group: Commands) -> None:
    parser = _add(group, "diff", "commands_check.diff", help="say what changes for residents since an earlier version")
    parser.add_argument("base", metavar="BASE", help="a version that git knows, such as origin/main, or a folder")
    _add_project_options(parser)
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="default: %(default)s")


def _add_rule(group: Commands) -> None:
    parser = _add(group, "rule", "commands_check.rule", help="say what a rule asks and why, with examples")
    parser.add_argument("code", nargs="?", metavar="CODE", help="the code of the message, such as SM205")
    parser.add_argument("--list", action="store_true", help="show all rules with their titles")
    parser.add_argument("--lang", choices=("nl", "en"), help="language (default: nl)")


def _add_search(group: Commands) -> None:
    parser = _add(group, "search", "commands_search.search", help="ask the built site a question")
    parser.add_argument("query", nargs="+", metavar="WORD", help="what a resident types")
    _add_project_options(parser)
    parser.add_argument("--site", type=Path, metavar="DIR", help="where the built site is (default: site)")
    parser.add_argument(
        "--language", metavar="CODE", help="the language of the search page (default: the site's first)"
    )
    parser.add_argument("--neighbourhood", default="", metavar="NAME", help="only what is there for this neighbourhood")
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="how many answers (default: %(default)s)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: %(default)s")


def _add_links(group: Commands) -> None:
    parser = _add(group, "links", "commands_links.links", help="ask whether the web pages of records still answer")
    _add_project_options(parser)
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="default: %(default)s")
    parser.add_argument("--issues", type=Path, metavar="DIR", help="write a file per role too, its title first")
    parser.add_argument("--again", action="store_true", help="ask every address anew, whatever was remembered")
    parser.add_argument(
        "--keep", type=int, default=6, metavar="DAYS", help="how long a good answer counts (%(default)s)"
    )
    parser.add_argument(
        "--pause", type=float, default=1.0, metavar="S", help="seconds between questions to a host (%(default)s)"
    )
    parser.add_argument(
        "--timeout", type=float, default=15.0, metavar="S", help="seconds to wait for an answer (%(default)s)"
    )
    parser.add_argument("--allow", action="append", metavar="HOST:PORT", help="ask this host though it is not public")


def _add_cms(group: Commands) -> None:
    parser = _add(group, "cms", "commands_cms.cms", help="fetch the editing environment for /beheer/")
    _add_project_options(parser)


def _add_build(group: Commands) -> None:
    parser = _add(group, "build", "commands.build", help="build the site")
    _add_project_options(parser)
    parser.add_argument("--site", type=Path, metavar="DIR", help="where the site goes (default: site)")
    parser.add_argument("--map-only", action="store_true", help="leave the handbook out")
    parser.add_argument("--no-search", action="store_true", help="leave the search index out")
    parser.add_argument("--timings", action="store_true", help="say how long each step takes")


def _add_serve(group: Commands) -> None:
    parser = _add(group, "serve", "commands_serve.serve", help="show the site here and follow every change")
    _add_project_options(parser)
    parser.add_argument("--port", type=_port, default=8000, help="the port on this computer (default: %(default)s)")
    parser.add_argument("--map-only", action="store_true", help="leave the handbook out")


def _add_confirm(group: Commands) -> None:
    parser = _add(group, "confirm", "commands_confirm.confirm", help="say that records are still right")
    parser.add_argument("records", nargs="*", metavar="RECORD", help="as aanbod/buurtbemiddeling")
    _add_project_options(parser)
    parser.add_argument("--by", metavar="ROLE", help="the role that checked")
    parser.add_argument("--asked", type=Path, metavar="FILE", help="a text that asks for it, as an issue; - reads here")
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")


def _add_report(group: Commands) -> None:
    from socialmap.hosts.commands_report import FORMATS as FORMS  # noqa: PLC0415 - only this command's module has them

    parser = _add(group, "report", "commands_report.report", help="say per role what there is to do")
    _add_project_options(parser)
    parser.add_argument("--role", metavar="ID", help="only the tasks of this role; '' for those of nobody")
    parser.add_argument("--format", choices=FORMS, default="text", help="default: %(default)s")
    parser.add_argument("--into", type=Path, metavar="FILE", help="write there instead of here")


def _add_owners(group: Commands) -> None:
    parser = _add(group, "owners", "commands_owners.owners", help="write CODEOWNERS from the roles")
    _add_project_options(parser)
    parser.add_argument("--into", type=Path, metavar="FILE", help="such as .github/CODEOWNERS (default: here)")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when it (or CODEOWNERS) is stale")


def _add_translations(group: Commands) -> None:
    parser = _add(group, "translations", "commands_sheets.translations", help="texts to a translator, and back")
    parser.add_argument("way", choices=("out", "in"), help="out to a translator, or back in")
    parser.add_argument("file", type=Path, metavar="FILE", help="a table (.csv, or .xlsx on its way back) or .xlf")
    parser.add_argument("--xliff", choices=("2.0", "1.2"), default="2.0", help="the version of .xlf (%(default)s)")
    parser.add_argument("--language", action="append", metavar="CODE", help="only this language; may be repeated")
    parser.add_argument("--all", action="store_true", help="all texts, also those that need nothing")
    parser.add_argument("--yes", action="store_true", help="write without asking, when the changes are in order")
    _add_project_options(parser)


def _add_schemas(group: Commands) -> None:
    parser = _add(group, "schemas", "commands.schemas", help="compile schemas/ from the models")
    parser.add_argument("--into", type=Path, default=Path("schemas"), metavar="DIR", help="default: schemas")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when they are stale")


def _add_export(group: Commands) -> None:
    parser = _add(group, "export", "commands_sheets.export", help="write the records as a workbook or as tables")
    parser.add_argument("kind", choices=("xlsx", "csv"), help="a workbook, or a table per type")
    parser.add_argument("--into", type=Path, metavar="PATH", help="the file or folder (default: sociale-kaart.xlsx)")
    _add_project_options(parser)


def _add_import(group: Commands) -> None:
    parser = _add(group, "import", "commands_sheets.bring_in", help="bring a directory in, or a workbook back")
    parser.add_argument("kind", choices=("csv", "xlsx", "hsds"), help="what the source is")
    parser.add_argument("source", type=Path, metavar="SOURCE", help="a file or folder")
    parser.add_argument(
        "--mapping", type=Path, metavar="FILE", help="which column becomes which key; not for what `export` wrote"
    )
    parser.add_argument("--into", type=Path, metavar="DIR", help="the data folder, with --mapping")
    parser.add_argument("--replace", action="store_true", help="write over records that are there already")
    parser.add_argument("--yes", action="store_true", help="write without asking, when the changes are in order")
    _add_project_options(parser)


def _add_new(group: Commands) -> None:
    from socialmap.scaffold import HOSTS  # noqa: PLC0415 - no other command lays out a repository

    parser = _add(group, "new", "commands_new.new", help="write a municipality's own repository")
    parser.add_argument(
        "folder", type=Path, nargs="?", default=Path(FOLDER), metavar="DIR", help="new or empty (default: %(default)s)"
    )
    parser.add_argument("--name", help="the municipality, such as Utrecht")
    parser.add_argument("--languages", metavar="nl,en,ar", help="the site's languages, its own first")
    parser.add_argument("--neighbourhoods", type=Path, metavar="FILE", help="GeoJSON with an outline and a name each")
    parser.add_argument("--postcodes", type=Path, metavar="FILE", help="CSV with the point of every Dutch postcode")
    parser.add_argument("--pin", metavar="SPEC", help="socialmap's version, wheel or web address")
    parser.add_argument("--host", choices=HOSTS, help=f"whose workflow and forms (default: {HOSTS[0]})")
