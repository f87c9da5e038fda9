"""Whether the web pages that records name still answer: asked politely, remembered, and told per role.

Never part of a check or a build: a page that is away for a day must not stop anybody (EDITING §7).
"""

from socialmap.links.asking import Asker, make_asker
from socialmap.links.checking import Manners, check_links
from socialmap.links.memory import read_memory, write_memory
from socialmap.links.values import Answer, Mention, State
from socialmap.links.writing import by_role, write_json, write_markdown, write_text

__all__ = [
    "Answer",
    "Asker",
    "Manners",
    "Mention",
    "State",
    "by_role",
    "check_links",
    "make_asker",
    "read_memory",
    "write_json",
    "write_markdown",
    "write_memory",
    "write_text",
]
