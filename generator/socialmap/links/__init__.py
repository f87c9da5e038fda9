"""Whether the web pages that records name still answer: asked politely, remembered, and told per role.

Never part of a check or a build: a page that is away for a day must not stop anybody (EDITING §7). Who only reads
what was remembered loads no HTTP library: `links.asking` is imported by name.
"""

from socialmap.links.checking import Manners, check_links
from socialmap.links.memory import read_memory, write_memory
from socialmap.links.values import TOLD, Answer, Mention, State
from socialmap.links.writing import by_role, write_json, write_markdown, write_text

__all__ = [
    "TOLD",
    "Answer",
    "Manners",
    "Mention",
    "State",
    "by_role",
    "check_links",
    "read_memory",
    "write_json",
    "write_markdown",
    "write_memory",
    "write_text",
]
