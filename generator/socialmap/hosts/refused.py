"""What the computer refused, in words: no such file, no leave to write, a full disk. Called by `cli` for every command.

A command that reads or writes a file need not catch `OSError` itself, unless it has more to say about it.
"""

import errno
import sys
from collections.abc import Mapping

from socialmap.hosts.common import WRONG_USE
from socialmap.pipeline.check import read_messages
from socialmap.report.harmless import harmless

REASONS: Mapping[int, str] = {
    errno.ENOENT: "not_there",
    errno.ENOTDIR: "not_there",
    errno.EISDIR: "a_folder",
    errno.EEXIST: "in_the_way",
    errno.EACCES: "no_leave",
    errno.EPERM: "no_leave",
    errno.EROFS: "no_leave",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
}


def tell_refused(error: OSError, *, language: str) -> int:
    """Say which file or folder it is about and why it did not work; the exit code of wrong use."""
    words = read_messages(language).words
    reason = words.get(REASONS.get(error.errno or 0, ""), error.strerror or str(error))
    about = error.filename2 or error.filename
    told = words["refused_at"].format(file=about, reason=reason) if about else words["refused"].format(reason=reason)
    sys.stderr.write(harmless(told) + "\n")
    return WRONG_USE
