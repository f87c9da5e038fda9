"""MkDocs as a host: `plugins: [socialmap]`. MkDocs renders the handbook; everything else is the pipeline's.

The only module that knows MkDocs. `mkdocs build` comes in through the plugin and publishes the whole site;
`socialmap build` runs `python -m socialmap.hosts.mkdocs_plugin PROJECT INTO` beside the map, for the handbook alone.
Themes escape nothing by themselves, publish every file beside a template and empty `site_dir`: the plugin turns
escaping on, lets through only what the handbook needs, and has MkDocs build in a work folder.
"""

import hashlib
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import import_module
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from urllib.parse import urljoin

import jinja2
from mkdocs.commands.build import build
from mkdocs.config.base import Config, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from socialmap.pipeline.check import check_project, make_settings_report, read_messages
from socialmap.pipeline.handbook import (
    FOLDER,
    Handbook,
    Run,
    handbook_file,
    handbook_menu,
    handbook_style,
    index_handbook,
    link_records,
    missing_settings,
    open_run,
    reachable_tables,
    read_config,
)
from socialmap.pipeline.project import CONFIG, Project
from socialmap.report import write_text

EXTENSIONS = ("admonition", "attr_list", "md_in_html")
THEME_STYLE = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")
OWN_ASSETS = ("handbook.js", "icon.svg")
log = get_plugin_logger("socialmap")


class Unread(Config):  # type: ignore[no-untyped-call] # MkDocs types no hook of its own
    """No options that MkDocs would check: socialmap reads its own, with its own messages."""


class SocialmapPlugin(BasePlugin[Unread]):  # type: ignore[no-untyped-call]
    """Renders the handbook and publishes it with the map; lives across the rebuilds of `mkdocs serve`."""

    def __init__(self) -> None:
        self.alone = False
        self.serving = False
        self.options: dict[str, object] = {}
        self.run: Run | None = None
        self.style = ""

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Keep the options as they are: socialmap reads and checks them itself, with its own messages."""
        self.options = dict(options)
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether somebody is only looking; also what makes MkDocs keep this object across rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the project, say everything that is wrong with it at once, and let MkDocs build in a work folder."""
        self.run = begin(config, self.options)
        if not self.alone:
            self._check(self.run)
        settle(config, self.run, serving=self.serving)
        if not self.alone and not self.serving:
            config.site_dir = str(self.run.project.cache / "handbook")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The municipality's own pages, ours where it has none, and the few files that the pages need."""
        style = handbook_style(self._run.project)
        self.style = f"assets/handbook-{hashlib.blake2b(style.encode(), digest_size=4).hexdigest()}.css"
        own = [file for file in files if file.src_dir == config.docs_dir]
        theme = [file for file in files if THEME_STYLE.fullmatch(file.src_uri)]
        ours = [File.generated(config, self.style, content=style), *packaged_files(self._run, config)]
        taken = {file.src_uri for file in own}
        return Files([*own, *theme, *(file for file in ours if file.src_uri not in taken)])

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Escape everything that a template prints, and say what the page frame needs to know."""
        env.autoescape = True
        theme = next(file.url for file in files if THEME_STYLE.fullmatch(file.src_uri))
        env.globals["handbook"] = {"styles": (theme, self.style), "serving": self.serving}
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Links to records that lead to the map, and tables that a keyboard can scroll."""
        top = "../" * page.url.count("/")
        linked = link_records(html, find=self._run.find, root=f"{top}../")
        for wrong in linked.unknown:
            log.warning("%s: geen record `%s`", page.file.src_uri, wrong)
        return reachable_tables(linked.html)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., object]
    ) -> LiveReloadServer:
        """Watch the templates and written pages too."""
        for folder in self._run.project.overrides:
            server.watch(str(folder))
        return server

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the handbook findable and publish it with the map; `mkdocs serve` shows the pages only."""
        if self.serving:
            return
        problems = index_handbook(Path(config.site_dir))
        if problems:
            raise PluginError(write_text(make_settings_report(problems, messages=self._run.messages)))
        if not self.alone:
            publish(self._run, Path(config.site_dir))

    @property
    def _run(self) -> Run:
        if self.run is None:
            raise RuntimeError("MkDocs builds after on_config")
        return self.run

    def _check(self, run: Run) -> None:
        report = check_project(run.project, today=run.today, messages=run.messages)
        if report.failed and not self.serving:
            raise PluginError(f"\n{write_text(report)}")
        if report.findings:
            log.info("\n%s", write_text(report))


def begin(config: MkDocsConfig, options: dict[str, object]) -> Run:
    """What a build with this configuration works with.

    Raises:
        PluginError: with the whole report when the settings are not right.
    """
    root = Path(config.config_file_path).parent.resolve() if config.config_file_path else Path.cwd()
    named = {"site_name": config.site_name} if config.site_name else {}
    run = open_run(root, folder=Path(config.site_dir).resolve(), extra={**options, **named}, today=date.today())
    if isinstance(run, Run):
        return run
    raise PluginError(f"\n{write_text(make_settings_report(run, messages=read_messages('nl')))}")


def settle(config: MkDocsConfig, run: Run, *, serving: bool) -> None:
    """Set what the handbook counts on, whatever a municipality's `mkdocs.yml` says."""
    config.use_directory_urls = False
    config.theme.static_templates.clear()
    config.theme.dirs[:] = theme_folders(config, run.project)
    config.markdown_extensions.extend(name for name in EXTENSIONS if name not in config.markdown_extensions)
    config.extra.setdefault("homepage", "../index.html")
    if config.nav is None:
        config.nav = handbook_menu(own_pages(run, config))
    address = run.project.settings.site_url
    if address and not serving:
        config.site_url = urljoin(f"{address.rstrip('/')}/", f"{FOLDER}/")


def theme_folders(config: MkDocsConfig, project: Project) -> list[str]:
    """Where templates come from: the municipality's own folders, the package's, then the theme's."""
    named = [config.theme.custom_dir] if config.theme.custom_dir else []
    return list(dict.fromkeys([*named, *map(str, project.overrides), *config.theme.dirs]))


def own_pages(run: Run, config: MkDocsConfig) -> list[str]:
    """The pages that only the municipality has."""
    folder, ours = Path(config.docs_dir), {page.path for page in run.pages}
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))
    return [name for name in found if name not in ours]


def packaged_files(run: Run, config: MkDocsConfig) -> Iterator[File]:
    """Our pages, and what they show and use, as files that MkDocs takes for its own."""
    for page in run.pages:
        file = File.generated(config, page.path, content=page.text)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        yield file
    for path, content in run.files.items():
        yield File.generated(config, path, content=content)
    for name in OWN_ASSETS:
        yield File.generated(config, f"assets/{name}", content=handbook_file(run.project, name).read_bytes())


def publish(run: Run, folder: Path) -> None:
    """Build the map and publish it with the finished handbook, by the same publisher as `socialmap build`.

    Raises:
        PluginError: with the whole report when the site was not published.
    """
    from socialmap.pipeline.build import BuildOptions, build_site  # noqa: PLC0415 - the handbook alone needs no map

    report = build_site(
        run.project,
        today=run.today,
        messages=run.messages,
        options=BuildOptions(),
        handbook=Handbook(lambda: lambda: folder),
    )
    if report.failed:
        raise PluginError(f"\n{write_text(report)}")


def render_handbook(root: Path, *, into: Path) -> None:
    """Render the handbook of a project into a folder, which is emptied first; publish nothing.

    Raises:
        Abort: when MkDocs could not make it; it has said why on standard error.
    """
    path = root / CONFIG
    with TemporaryDirectory() as empty, BytesIO(path.read_bytes() if path.is_file() else b"") as file:
        missing = missing_settings(read_config(root), root=root, empty=Path(empty))
        config = load_config(file, config_file_path=str(path), site_dir=str(into), **missing)
        plugin = config.plugins["socialmap"]
        if isinstance(plugin, SocialmapPlugin):
            plugin.alone = True
        build(config)


def main(arguments: Sequence[str] | None = None) -> int:
    """Render the handbook of PROJECT into INTO: `python -m socialmap.hosts.mkdocs_plugin PROJECT INTO`."""
    root, into = map(Path, sys.argv[1:] if arguments is None else arguments)
    try:
        render_handbook(root.resolve(), into=into.resolve())
    except Abort as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(import_module("socialmap.hosts.mkdocs_plugin").main())  # MkDocs makes the plugin from that name
