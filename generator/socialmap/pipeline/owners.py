"""Who is asked about a change: a CODEOWNERS file made from the roles that keep each record.

GitHub, GitLab and Forgejo read this file; a role without a name at the Git host is left out.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from socialmap.pipeline.load import Data, derive, load_data
from socialmap.pipeline.project import Project

HEAD = "# Made by `socialmap owners` from the roles in the data; do not change it by hand.\n"


def write_owners(project: Project, *, today: date) -> str:
    """The CODEOWNERS of a project: each file with records and the names of the roles that keep them.

    A file that nobody with a name keeps falls to the coordinators, who come first for all of the data.
    """
    data = load_data(project.data, settings=project.settings)
    folder = project.settings.data.rstrip("/")
    handles = {name: f"@{role.handle.lstrip('@')}" for name, role in data.catalogue.roles.items() if role.handle}
    everyone = sorted(handles[name] for name in handles if data.catalogue.roles[name].kind == "coordinator")
    rows = [(f"/{folder}/", everyone), *_by_file(project, data, handles, today=today)]
    return HEAD + "".join(f"{path} {' '.join(names)}\n" for path, names in rows if names)


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
