"""Asking the Git host to confirm records: the address that opens such a request, and the request read back.

A request holds the very command that confirms, on a line of its own. Workflows of a municipality's repository hand the
whole text to `socialmap confirm --asked`, so nothing of it ever becomes part of a shell's words.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from socialmap.text.git_hosts import GitHost, filled, issue_pattern, pipeline_pattern

TITLE = "Klopt nog: "
VARIABLE = "BEVESTIG"
NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
LINE = re.compile(rf"socialmap confirm ([a-z]+/{NAME}(?: [a-z]+/{NAME})*) --by ({NAME})")
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class ConfirmRequest:
    """Records (`aanbod/x`) that a role found to be still right."""

    records: tuple[str, ...]
    by: str


def request_line(records: Iterable[str], *, by: str) -> str:
    """The line that asks for it, which is also what somebody would type."""
    return f"socialmap confirm {' '.join(records)} --by {by}"


def read_request(text: str, /) -> ConfirmRequest | None:
    """The request in a text; nothing when it holds none, or more than one, or is too long to have been meant."""
    lines = (line.strip() for line in text.splitlines()) if len(text) <= LONGEST else ()
    found = {match[0]: match for line in lines if (match := LINE.fullmatch(line))}
    if len(found) != 1:
        return None
    (match,) = found.values()
    return ConfirmRequest(tuple(match[1].split()), match[2])


def request_address(host: GitHost, *, record: str, by: str, words: Mapping[str, str]) -> str:
    """Where the host opens the request for one record, ready to send: an issue, or at GitLab a pipeline."""
    line = request_line((record,), by=by)
    pipeline = pipeline_pattern(host)
    if pipeline:
        return filled(pipeline, name=VARIABLE, value=line)
    return filled(issue_pattern(host), title=f"{TITLE}{record}", body=f"{words['request']}\n\n{line}\n")
