"""The command that asks whether the web pages of records still answer; alone in using the network for it."""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from socialmap.hosts.common import CLEAN, PROBLEMS, with_site
from socialmap.pipeline.project import Project
from socialmap.report.harmless import harmless

WIDE = 24


def links(options: argparse.Namespace) -> int:
    """Ask every web page that a record names whether it still answers, and tell each role what to see to."""
    return with_site(options, lambda project: _links(options, project))


def _links(options: argparse.Namespace, project: Project) -> int:
    from socialmap.links import Manners  # noqa: PLC0415 - no other command needs the network
    from socialmap.pipeline.linking import How, look_at_links, read_link_words  # noqa: PLC0415 - as above
    from socialmap.pipeline.load import derive, load_data  # noqa: PLC0415 - as above

    today = options.today or date.today()
    language = options.lang or project.settings.editor_language
    data = load_data(project.data, settings=project.settings)
    roles = derive(data, settings=project.settings, today=today).role_of
    how = How(
        day=today.isoformat(),
        language=language,
        manners=Manners(pause=options.pause, keep_days=options.keep),
        timeout=options.timeout,
        allowed=frozenset(options.allow or ()),
        again=options.again,
        tell=_bar(read_link_words(language)) if sys.stderr.isatty() else lambda _done, _all: None,
    )
    looked = look_at_links(project, data, roles=roles, how=how)
    text = looked.written(options.format)
    sys.stdout.write(text if options.format == "json" else harmless(text))
    if options.issues:
        _write_issues(options.issues, looked.issues())
    return CLEAN if looked.clean else PROBLEMS


def _bar(words: Mapping[str, str]) -> Callable[[int, int], None]:
    """A line that grows while addresses are asked."""

    def tell(done: int, total: int) -> None:
        full = WIDE * done // total
        end = "\n" if done == total else ""
        told = words["checked"].format(done=done, all=total)
        sys.stderr.write(f"\r[{'#' * full}{' ' * (WIDE - full)}] {told}{end}")
        sys.stderr.flush()

    return tell


def _write_issues(folder: Path, issues: Mapping[str, tuple[str, str]]) -> None:
    """A file per role, its first line the title, for whoever opens issues of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for role, (title, body) in issues.items():
        (folder / f"{role}.md").write_text(f"{title}\n\n{body}", "utf-8")
