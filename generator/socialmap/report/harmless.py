"""Text that a terminal and a build log only show: neither obeys anything in it. Called for every line that is written.

Build systems take commands from what a step prints: GitHub a line that begins with `::`, GitHub and Azure `##[` and
`##vso[` anywhere in one. What an editor wrote must never become such a command.
"""

import re
from typing import Final

from socialmap.report.snippet import visible

COMMANDS: Final = re.compile(r"##(?=\[|vso\[)", re.IGNORECASE)
LEADING: Final = re.compile(r"^(\s*):(?=:)")


def harmless(text: str) -> str:
    """The text, line for line without control characters and with such commands broken up."""
    return "\n".join(harmless_line(line) for line in text.split("\n"))


def harmless_line(line: str) -> str:
    """One line of it."""
    return LEADING.sub(r"\1: ", COMMANDS.sub("# #", visible(line)))
