"""A municipality's repository as the steps find it: its settings, folders and the packaged parts beside them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from socialmap.contracts.validation import validate
from socialmap.model.settings import Settings
from socialmap.model.shape import field_at, shape_of
from socialmap.problems import Origin, Place, Problem, fault
from socialmap.problems import Path as KeyPath
from socialmap.sources.settings import custom_folder, read_settings, setting_place
from socialmap.text.words import nearest

PACKAGE = Path(__file__).resolve().parent.parent
CONFIG = "mkdocs.yml"
CASES: Mapping[str, str] = {"SM207": "choice", "SM210": "day", "SM218": "switch"}


@dataclass(frozen=True, slots=True)
class Project:
    """Where everything is; `overrides` are the folders of templates, the municipality's own first."""

    root: Path
    settings: Settings
    site: Path
    cache: Path
    overrides: tuple[Path, ...]

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.root / self.settings.data

    @property
    def memory(self) -> Path:
        """The folder that remembers what was read of the data; the same for every site that is built of it."""
        return self.root / ".cache" / "socialmap" / "read"

    @property
    def recalled(self) -> Path:
        """The folder that remembers what was worked out of records; it too is the same for every site."""
        return self.root / ".cache" / "socialmap" / "recalled"


def open_project(
    root: Path, /, *, site: Path | None = None, extra: Mapping[str, object] | None = None
) -> Project | tuple[Problem, ...]:
    """The project in a folder, or what is wrong with its settings; `extra` are settings from the command line."""
    is_there = (root / CONFIG).exists()
    try:
        options = read_settings(root / CONFIG) if is_there else {}
        named = custom_folder(root / CONFIG) if is_there else ""
    except ValueError as error:
        return (_unreadable(error),)
    settings = validate(Settings, {**options, **(extra or {})}, origin=Origin(CONFIG))
    if not isinstance(settings, Settings):
        return tuple(_setting_problem(root / CONFIG, found) for found in settings)
    if not (root / settings.data).is_dir():
        return (fault("SM706", Place(CONFIG), folder=settings.data),)
    own = (root / (named or "site_overrides"), root / "site_overrides", packaged("site_overrides"))
    overrides = tuple(dict.fromkeys(folder for folder in own if folder.is_dir()))
    project = Project(root, settings, site or root / "site", _cache(root, site), overrides)
    return (fault("SM803", Place(""), case="folder", folder=str(site)),) if _is_misplaced(project) else project


def _is_misplaced(project: Project) -> bool:
    """Whether the site would be written among what it is made of, or around it."""
    site, sources = project.site.resolve(), (project.data.resolve(), *project.overrides)
    return project.root.resolve().is_relative_to(site) or any(
        site.is_relative_to(folder) or folder.is_relative_to(site) for folder in sources
    )


def _unreadable(error: ValueError) -> Problem:
    if isinstance(error, UnicodeDecodeError):
        return fault("SM109", Place(CONFIG, error.object[: error.start].count(b"\n") + 1, 1))
    return fault("SM701", Place(CONFIG), detail=str(error).replace("\n", " "))


def _setting_problem(config: Path, found: Problem) -> Problem:
    """What is wrong with a setting, at its line in the settings file and with the name that was probably meant."""
    place = Place(CONFIG, *setting_place(config, found.path), ".".join(map(str, found.path)))
    value = found.params["value"] or "…"
    if found.code != "SM201":
        words = found.params.get("expected", "").replace("'", "").replace(" or ", ", ")
        case = CASES.get(found.code, "")
        return fault("SM702", place, suggestion=found.suggestion, value=value, case=case, words=words)
    near = nearest(str(found.path[-1]), _names_at(found.path[:-1]))
    return fault("SM702", place, suggestion=near, value=value, case="unknown")


def _names_at(path: KeyPath) -> tuple[str, ...]:
    """The names of the settings in a group."""
    field = field_at(shape_of(Settings), path)
    shape = shape_of(Settings) if field is None else field.group
    return tuple(inner.name for inner in shape.fields) if shape else ()


def _cache(root: Path, site: Path | None) -> Path:
    """The folder that remembers a site; each site that a project is built to has one of its own."""
    shared = root / ".cache" / "socialmap"
    if site is None or site == root / "site":
        return shared
    return shared / "sites" / hashlib.blake2b(str(site).encode(), digest_size=8).hexdigest()


def packaged(name: str, /) -> Path:
    """A folder that the wheel carries inside the package and a checkout beside it."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent.parent / name
