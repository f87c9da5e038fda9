"""Who is asked about a change: a CODEOWNERS file made from the roles that keep each record.

GitHub, GitLab and Forgejo read this file; a role without a name at the Git host is left out. Called by the command, and
for a new repository.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from socialmap.pipeline.load import Data, derive, load_data
from socialmap.pipeline.project import Project
from socialmap.pipeline.worklists import read_task_words

FILE = "CODEOWNERS"
EVERYTHING = "*"


def write_owners(project: Project, *, today: date) -> str:
    """The CODEOWNERS of a project: each file with records and the names of the roles that keep them.

    Anything that nobody with a name keeps, the settings among it, falls to the coordinators, who come first. Where no
    role has a name, the file says how to give it one.
    """
    data = load_data(project.data, settings=project.settings)
    words = read_task_words(project.settings.editor_language).words
    handles = {name: f"@{role.handle.lstrip('@')}" for name, role in data.catalogue.roles.items() if role.handle}
    everyone = sorted(handles[name] for name in handles if data.catalogue.roles[name].kind == "coordinator")
    rows = [(EVERYTHING, everyone), *_by_file(project, data, handles, today=today)]
    head = (words["owners"], *([] if handles else [words["no_owners"]]))
    lines = (f"{path} {' '.join(names)}" for path, names in rows if names)
    return "".join(f"{line}\n" for line in (*(f"# {line}" for line in head), *lines))


def _by_file(
    project: Project, data: Data, handles: Mapping[str, str], *, today: date
) -> Iterator[tuple[str, list[str]]]:
    folder = project.settings.data.rstrip("/")
    role_of = derive(data, settings=project.settings, today=today).role_of
    files: dict[str, set[str]] = {}
    for key, origin in data.catalogue.origins.items():
        handle = handles.get(role_of.get(key, ""))
        if handle and key not in data.catalogue.national:
            files.setdefault(origin.file, set()).add(handle)
    yield from ((f"/{folder}/{file}".replace(" ", "\\ "), sorted(names)) for file, names in sorted(files.items()))
