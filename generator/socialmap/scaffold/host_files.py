"""What only one kind of Git host reads: its workflows, its forms for questions and proposals; called by `template`.

GitHub and Forgejo read the same forms in other folders (GitHub's issue form syntax); GitLab knows plain Markdown.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
WORKFLOWS: Final[Mapping[str, str]] = {
    "github": ".github/workflows/site.yml",
    "gitlab": ".gitlab-ci.yml",
    "forgejo": ".forgejo/workflows/site.yml",
}
LINKS: Final[Mapping[str, str]] = {
    "github": ".github/workflows/links.yml",
    "forgejo": ".forgejo/workflows/links.yml",
}
CONFIRM: Final[Mapping[str, str]] = {
    "github": ".github/workflows/klopt-nog.yml",
    "forgejo": ".forgejo/workflows/klopt-nog.yml",
}
TEMPLATES: Final[Mapping[str, Mapping[str, str]]] = {
    "github": {
        "voorstel.md": ".github/PULL_REQUEST_TEMPLATE.md",
        "klopt-niet.yml": ".github/ISSUE_TEMPLATE/klopt-niet.yml",
        "nieuw.yml": ".github/ISSUE_TEMPLATE/nieuw.yml",
    },
    "gitlab": {
        "voorstel.md": ".gitlab/merge_request_templates/Default.md",
        "klopt-niet.md": ".gitlab/issue_templates/Klopt-niet.md",
        "nieuw.md": ".gitlab/issue_templates/Nieuw.md",
    },
    "forgejo": {
        "voorstel.md": ".forgejo/PULL_REQUEST_TEMPLATE.md",
        "klopt-niet.yml": ".forgejo/ISSUE_TEMPLATE/klopt-niet.yml",
        "nieuw.yml": ".forgejo/ISSUE_TEMPLATE/nieuw.yml",
    },
}


def host_files(host: str, /) -> Iterator[tuple[str, str]]:
    """The path and the text, with its holes, of each file for this host; none for a plain folder."""
    if host in WORKFLOWS:
        yield WORKFLOWS[host], (HERE / "workflows" / f"{host}.yml").read_text("utf-8")
    for also, name in ((LINKS, "links"), (CONFIRM, "confirm")):
        if host in also:
            yield also[host], (HERE / "workflows" / f"{name}-{host}.yml").read_text("utf-8")
    for name, target in TEMPLATES.get(host, {}).items():
        yield target, (HERE / "templates" / name).read_text("utf-8")


def read_part(folder: str, /, *, host: str) -> str:
    """A part of a text that differs per host: how to make a first change (`steps`), how to publish (`online`)."""
    return (HERE / folder / f"{host}.md").read_text("utf-8").rstrip("\n")
