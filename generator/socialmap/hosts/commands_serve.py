"""The command `serve`: the site on this computer, built again at every change; open pages follow by themselves."""

import argparse
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Literal

from socialmap.hosts.commands import make_handbook
from socialmap.hosts.common import CLEAN, WRONG_USE, day, open_here, tell
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import make_settings_report
from socialmap.pipeline.handbook import Handbook, HandbookError
from socialmap.pipeline.preview import Made, preview
from socialmap.pipeline.project import Project
from socialmap.pipeline.serve import Outcome, Steps, serve_site
from socialmap.pipeline.workers import processors
from socialmap.publish import BusyError, Published
from socialmap.report import Messages, Report, write_text

PATIENCE_SECONDS = 60.0
STEP_SECONDS = 0.1
BUSY = "Er is al een build bezig in deze map. Wacht tot die klaar is en sla dan nog een keer op."


def serve(options: argparse.Namespace) -> int:
    """Build the site, show it on this computer, and build again at every change; an open page follows by itself."""
    project, messages = open_here(options)
    if not isinstance(project, Project):
        return tell(make_settings_report(project, messages=messages))
    shop = Workshop(options, messages)
    shop.build("make", workers=processors())
    steps = Steps(shop.preview, shop.build, _the_rest(options, project))
    watched = (project.root, *project.overrides)
    try:
        serve_site(project.site, watched=watched, steps=steps, tell=_tell_address, port=options.port)
    except OSError as error:
        sys.stderr.write(f"Poort {options.port} is niet vrij ({error.strerror}). Kies een andere met --port.\n")
        return WRONG_USE
    return CLEAN


@dataclass(slots=True)
class Workshop:
    """Builds the site again and again, and holds what the pages of the last build were made of."""

    options: argparse.Namespace
    messages: Messages
    made: Made | None = None

    def preview(self, changed: Collection[Path]) -> Mapping[str, bytes]:
        """The pages of the records in these files, as far as they can be drawn by themselves."""
        return preview(changed, made=self.made) if self.made else {}

    def build(self, search: Literal["make", "keep"] = "keep", *, workers: int = 1) -> Outcome:
        """Build what changed; what is wrong is told here too, and warnings only when search is made."""
        project, _ = open_here(self.options)
        if not isinstance(project, Project):
            return _told(make_settings_report(project, messages=self.messages))
        published: list[Published] = []
        wanted = BuildOptions(search, workers=workers, tell=published.append, made=self._remember)
        try:
            report = _patiently(lambda: self._build(project, wanted))
        except BusyError:
            return Outcome(wrong=BUSY)
        if report.failed or search == "make":
            return _told(report)
        return Outcome(frozenset(route for each in published for route in (*each.written, *each.removed)))

    def _build(self, project: Project, wanted: BuildOptions) -> Report:
        """A build with its handbook, and without it when that cannot be made."""
        handbook = None if self.options.map_only else make_handbook(project)
        try:
            return self._build_with(handbook, project, wanted)
        except HandbookError:
            return self._build_with(None, project, wanted)

    def _build_with(self, handbook: Handbook | None, project: Project, wanted: BuildOptions) -> Report:
        today = day(self.options, project)
        return build_site(project, today=today, messages=self.messages, options=wanted, handbook=handbook)

    def _remember(self, made: Made) -> None:
        self.made = made


def _told(report: Report) -> Outcome:
    """The outcome of a build whose report is told here."""
    tell(report)
    return Outcome(wrong=write_text(report) if report.failed else "")


def _patiently(build: Callable[[], Report]) -> Report:
    """What the build reports once no other is at work, or the BusyError of one that does not end."""
    end = monotonic() + PATIENCE_SECONDS
    while monotonic() < end:
        try:
            return build()
        except BusyError:
            sleep(STEP_SECONDS)
    return build()


def _the_rest(options: argparse.Namespace, project: Project) -> tuple[str, ...]:
    """The command that builds all that was left for later."""
    named = (("--data", options.data), ("--today", options.today), ("--lang", options.lang))
    given = (word for option, value in named if value for word in (option, str(value)))
    alone = ("--map-only",) if options.map_only else ()
    return (sys.executable, "-m", "socialmap.hosts.cli", "build", "--project", str(project.root), *given, *alone)


def _tell_address(address: str) -> None:
    sys.stdout.write(f"De site staat op {address} (stop met Ctrl+C)\n")
    sys.stdout.flush()
