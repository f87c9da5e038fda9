"""The commands that only tell: what is wrong with the data, what a rule means, and what changes for residents."""

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from socialmap.hosts.common import CLEAN, PROBLEMS, WRONG_USE, day, open_here, tell
from socialmap.pipeline.check import check_project, make_settings_report, read_messages
from socialmap.pipeline.project import Project
from socialmap.report import FORMATS, Report, format_for, write_text
from socialmap.report.harmless import harmless


def check(options: argparse.Namespace) -> int:
    """Check all data and say what is wrong, where, and how to put it right. Changes nothing without --fix."""
    if options.search:
        from socialmap.hosts.commands_search import check_search_of  # noqa: PLC0415 - checking data needs none

        return check_search_of(options)
    project, messages = open_here(options)
    if not isinstance(project, Project):
        return _tell(make_settings_report(project, messages=messages), options)
    if options.fix or options.unsafe:
        from socialmap.hosts.commands_edit import fix  # noqa: PLC0415 - checking alone needs none

        fix(options, project)
    return _tell(check_project(project, today=day(options, project), messages=messages), options)


def rule(options: argparse.Namespace) -> int:
    """Say what a rule asks and why, with an example that is wrong and one that is right."""
    from socialmap.pipeline.rule_texts import list_rules, tell_rule  # noqa: PLC0415 - only this command needs them

    messages = read_messages(options.lang or "nl")
    if options.list or not options.code:
        sys.stdout.write(list_rules(messages))
        return CLEAN
    told = tell_rule(options.code.upper(), messages)
    if told:
        sys.stdout.write(told)
        return CLEAN
    sys.stderr.write(harmless(messages.words["no_rule"].format(code=options.code)) + "\n")
    return WRONG_USE


def diff(options: argparse.Namespace) -> int:
    """Say what changes for residents between an earlier version of the data and this one, as their pages read."""
    from socialmap.pipeline.base_version import NoVersionError, open_base  # noqa: PLC0415 - only this command needs it
    from socialmap.pipeline.comparing import Broken, compare  # noqa: PLC0415
    from socialmap.pipeline.comparison_text import write_markdown, write_text  # noqa: PLC0415

    now, messages = open_here(options)
    if not isinstance(now, Project):
        return tell(make_settings_report(now, messages=messages))
    with tempfile.TemporaryDirectory(prefix="socialmap-base-") as place:
        try:
            base = open_base(options.base, now=now, into=Path(place))
        except NoVersionError as error:
            sys.stderr.write(harmless(messages.words["no_version"].format(base=options.base, reason=error)) + "\n")
            return WRONG_USE
        if not isinstance(base, Project):
            return tell(make_settings_report(base, messages=messages))
        found = compare(base, now, today=day(options, now), messages=messages)
    if isinstance(found, Broken) and found.version == "base":
        sys.stdout.write(messages.words["base_broken"] + "\n")
        return CLEAN
    if isinstance(found, Broken):
        return tell(replace(found.report, findings=found.report.errors))
    sys.stdout.write((write_markdown if options.format == "markdown" else write_text)(found, messages))
    return CLEAN


def _tell(report: Report, options: argparse.Namespace) -> int:
    """Write the report as asked, or as the build system shows it; with --output to a file, for people as well."""
    name = options.format or format_for(os.environ)
    written = FORMATS[name](report) + "\n"
    if options.output:
        options.output.write_text(written, "utf-8")
        written = write_text(report) + "\n"
    sys.stdout.write(written)
    _summarize(report, name)
    return PROBLEMS if report.failed else CLEAN


def _summarize(report: Report, name: str) -> None:
    """On GitHub, the report as the summary of the run as well."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "") if name == "github" else ""
    if summary:
        with Path(summary).open("a", encoding="utf-8") as stream:
            stream.write(FORMATS["markdown"](report))
