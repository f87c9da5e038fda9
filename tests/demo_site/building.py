"""The demo municipality's site as a build leaves it; the tests of the whole site ask for one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from socialmap.catalogue import Catalogue
from socialmap.derive import Derived
from socialmap.model.settings import Settings
from socialmap.pipeline.build import BuildOptions, build_site
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.load import derive_site, load_data
from socialmap.pipeline.project import Project, open_project
from socialmap.pipeline.search_index import SHARD
from socialmap.pipeline.urls import read_urls
from socialmap.report import Report
from socialmap.views.routes import PageKind, Routes

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Built:
    """A site in a folder, and all that it was made from."""

    project: Project
    report: Report

    @property
    def root(self) -> Path:
        """The folder that a host would publish."""
        return self.project.site

    @property
    def settings(self) -> Settings:
        """The settings of the municipality."""
        return self.project.settings

    @cached_property
    def catalogue(self) -> Catalogue:
        """The records, read anew from the data."""
        return load_data(self.project.data, settings=self.settings).catalogue

    @cached_property
    def derived(self) -> Derived:
        """What follows from the records on the demo's own day."""
        data = load_data(self.project.data, settings=self.settings)
        assert self.settings.today is not None
        return derive_site(data, settings=self.settings, today=self.settings.today, memory=self.project.recalled)

    @cached_property
    def pages(self) -> tuple[Path, ...]:
        """Every HTML file of the map, in order."""
        return tuple(path for path in sorted(self.root.rglob("*.html")) if "pagefind" not in path.parts)

    @cached_property
    def routes(self) -> Routes:
        """Where each page stands."""
        return Routes(read_urls(self.project), self.settings.language)

    def route(self, kind: PageKind, name: str = "", *, language: str = "nl") -> str:
        """The address of a page from the top of the site."""
        return self.routes.route(kind, name, language=language)

    def service_pages(self, language: str = "nl") -> tuple[Path, ...]:
        """The pages of all services in a language."""
        return tuple(self.root / self.route("service", name, language=language) for name in self.catalogue.services)


def build(
    root: Path,
    *,
    into: Path,
    settings: Mapping[str, object] | None = None,
    search: Literal["make", "keep"] = "make",
    shard: int = SHARD,
) -> Built:
    """Build the project in `root` into `into/site` with the real pipeline; its cache goes beside it."""
    project = open_project(root, site=into / "site", extra=settings)
    assert isinstance(project, Project), project
    project = replace(project, cache=into / "cache")
    assert project.settings.today is not None
    report = build_site(
        project,
        today=project.settings.today,
        messages=read_messages("nl"),
        options=BuildOptions(search=search, shard=shard),
    )
    return Built(project, report)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its route."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
