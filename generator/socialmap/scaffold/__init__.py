"""A municipality's own repository, written in one go; called by the command line, and by nobody else.

Also here: the generator of ARCHITECTURE.md, which the task runner calls.
"""

from socialmap.scaffold.asking import Terminal, ask_wishes
from socialmap.scaffold.create import check_folder, create
from socialmap.scaffold.outcome import Created, Refusal, say
from socialmap.scaffold.wishes import HOSTS, Wishes

__all__ = ["HOSTS", "Created", "Refusal", "Terminal", "Wishes", "ask_wishes", "check_folder", "create", "say"]
