"""The command that fetches the editing environment for `/beheer/`, once and with a checked hash."""

import argparse
import sys

from socialmap.hosts.common import CLEAN, PROBLEMS, with_site
from socialmap.pipeline.project import Project
from socialmap.report.harmless import harmless


def cms(options: argparse.Namespace) -> int:
    """Fetch the editing environment that `cms: true` publishes at /beheer/; its bytes are checked by their hash."""
    return with_site(options, _fetch)


def _fetch(project: Project) -> int:
    from socialmap.cms import CmsError, fetch_bundle  # noqa: PLC0415 - no other command needs the network
    from socialmap.pipeline.cms import bundle_folder  # noqa: PLC0415 - as above

    try:
        count = fetch_bundle(bundle_folder(project))
    except CmsError as error:
        sys.stderr.write(harmless(str(error)) + "\n")
        return PROBLEMS
    sys.stdout.write(f"{bundle_folder(project)}: {count}\n")
    return CLEAN
