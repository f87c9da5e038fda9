"""Addresses at a Git host that open a page with the words already filled in: an issue, a new file, a file to edit.

Called by the views for "Klopt dit niet?", by the forms, and by work lists. Whoever follows such an address signs in at
the host; nothing is sent before that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlsplit

HostKind = Literal["github", "gitlab", "forgejo"]
NAMED: tuple[tuple[str, HostKind], ...] = (
    ("github", "github"),
    ("gitlab", "gitlab"),
    ("codeberg", "forgejo"),
    ("forgejo", "forgejo"),
    ("gitea", "forgejo"),
)
ISSUE: Mapping[HostKind, str] = {
    "github": "{at}/issues/new?title={title}&body={body}",
    "gitlab": "{at}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
    "forgejo": "{at}/issues/new?title={title}&body={body}",
}
NEW: Mapping[HostKind, str] = {
    "github": "{at}/new/{branch}?filename={path}&value={body}",
    "gitlab": "{at}/-/new/{branch}?file_name={path}",
    "forgejo": "{at}/_new/{branch}/?filename={path}&value={body}",
}
EDIT: Mapping[HostKind, str] = {
    "github": "{at}/edit/{branch}/{path}",
    "gitlab": "{at}/-/edit/{branch}/{path}",
    "forgejo": "{at}/_edit/{branch}/{path}",
}
PIPELINE = "{at}/-/pipelines/new?ref={branch}&var%5B{name}%5D={value}"


@dataclass(frozen=True, slots=True)
class GitHost:
    """Where the records are kept: the kind of host, the repository's web address without slash, and its branch."""

    kind: HostKind
    at: str
    branch: str = "main"

    @property
    def name(self) -> str:
        """What people call the host: its domain."""
        return (urlsplit(self.at).hostname or "").removeprefix("www.")

    @property
    def fills_files(self) -> bool:
        """Whether a new file opens with its text; GitLab takes only its name (gitlab-org/gitlab#337038)."""
        return "{body}" in NEW[self.kind]


def git_host(repository: str, *, kind: HostKind | None = None, branch: str = "main") -> GitHost | None:
    """The host of a repository's web address; nothing when its domain does not tell which kind it is."""
    domain = urlsplit(repository).hostname or ""
    found = kind or next((known for word, known in NAMED if word in domain), None)
    return GitHost(found, repository.rstrip("/").removesuffix(".git"), branch) if found else None


def issue_pattern(host: GitHost) -> str:
    """The address of a new issue, with the holes `{title}` and `{body}` for words that are percent-encoded."""
    return ISSUE[host.kind].replace("{at}", host.at)


def new_file_pattern(host: GitHost) -> str:
    """The address of a new file, with the holes `{path}` and, where the host takes it, `{body}`."""
    return NEW[host.kind].replace("{at}", host.at).replace("{branch}", quote(host.branch))


def edit_pattern(host: GitHost) -> str:
    """The address where a file is edited, with the hole `{path}`."""
    return EDIT[host.kind].replace("{at}", host.at).replace("{branch}", quote(host.branch))


def pipeline_pattern(host: GitHost) -> str:
    """The address that asks a host to run with a variable, with the holes `{name}` and `{value}`; GitLab alone has one.

    Source: docs.gitlab.com/ci/pipelines, "Prefill variables in manual pipelines" by URL query.
    """
    if host.kind != "gitlab":
        return ""
    return PIPELINE.replace("{at}", host.at).replace("{branch}", quote(host.branch, safe=""))


def filled(pattern: str, **words: str) -> str:
    """The address with its holes filled; a path keeps its slashes."""
    for name, word in words.items():
        pattern = pattern.replace(f"{{{name}}}", quote(word, safe="/" if name == "path" else ""))
    return pattern
