"""What is measured: socialmap and its peers on one municipality, each with how a run is prepared and its command."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.baseline import __file__ as baseline
from benchmarks.municipality import SEED, Form, generate
from benchmarks.pages import peer_pages
from benchmarks.peers import PEERS, Peer, pagefind

Commands = Sequence[Sequence[str]]
SOCIALMAP = (sys.executable, "-m", "socialmap.hosts.cli")
NOTHING: Callable[[int], None] = lambda _run: None  # noqa: E731 - the plain way to say it


@dataclass(frozen=True, slots=True)
class Subject:
    """A row to measure: `commands` one after the other are one run, `prepare` is called before each run."""

    name: str
    title: str
    folder: Path
    commands: Commands
    prepare: Callable[[int], None] = NOTHING


def socialmap_subjects(root: Path, size: int, /, *, searches: Sequence[bool], form: Form) -> Iterator[Subject]:
    """Building a site from nothing, without and with search."""
    project = _project(root, size, form)
    for search in searches:
        title = "socialmap build" + (" with search" if search else "")
        yield Subject(
            "build+search" if search else "build", title, project, [_build(project, search=search)], _empty(project)
        )


def check_subjects(root: Path, size: int, /, *, form: Form) -> Iterator[Subject]:
    """Checking, against reading and validating with nothing else."""
    project = _project(root, size, form)
    yield Subject(f"check {form}", f"socialmap check, {form}", project, [(*SOCIALMAP, "check")])
    for name, title in (("validate", "read and validate only"), ("parse", "parse only (PyYAML in C, csv)")):
        yield Subject(f"{name} {form}", f"{title}, {form}", project, [(sys.executable, baseline, name, str(project))])


def peer_subjects(root: Path, size: int, /, *, peers: Sequence[Peer], searches: Sequence[bool]) -> Iterator[Subject]:
    """Each peer building the same pages from nothing, without and with Pagefind over its site."""
    for peer in peers:
        if size <= peer.largest:
            yield from _peer(peer, _written(root, size, peer), size, searches)


def change_subjects(root: Path, size: int, /, *, peers: Sequence[Peer], own: bool) -> Iterator[Subject]:
    """Building again over an existing site after one record changed."""
    if own:
        project = _project(root, size, "yaml")
        yield Subject(
            "change", "socialmap build, one record changed", project, [_build(project, search=False)], _change(project)
        )
    for peer in peers:
        if peer.touch and size <= peer.largest:
            folder = _written(root, size, peer)
            title = f"{peer.title}, one record changed"
            yield Subject(f"{peer.name} change", title, folder, [peer.command(folder)], _touch(peer, folder))


def chosen_peers(names: Sequence[str]) -> tuple[Peer, ...]:
    """The peers that were asked for; all when nothing was."""
    return tuple(peer for peer in PEERS if not names or peer.name in names)


def _peer(peer: Peer, folder: Path, size: int, searches: Sequence[bool]) -> Iterator[Subject]:
    def empty(_run: int) -> None:
        shutil.rmtree(folder / peer.output, ignore_errors=True)

    built_in = peer.name == "material"
    if False in searches or built_in:
        title = peer.title + (" with its own search" if built_in else "")
        yield Subject(peer.name, title, folder, [peer.command(folder)], empty)
    if True in searches and peer.name in ("hugo", "eleventy") and size <= 10_000:
        commands = [peer.command(folder), pagefind(folder / peer.output)]
        yield Subject(f"{peer.name}+pagefind", f"{peer.title} + Pagefind", folder, commands, empty)


def _build(project: Path, *, search: bool) -> tuple[str, ...]:
    options = ("--map-only", "--timings", *(() if search else ("--no-search",)))
    return (*SOCIALMAP, "build", "--project", str(project), *options)


def _project(root: Path, size: int, form: Form) -> Path:
    project = root / f"{form}-{size}"
    if not project.exists():
        generate(project, records=size, form=form)
    return project


def _written(root: Path, size: int, peer: Peer) -> Path:
    folder = root / f"{peer.name}-{size}"
    if not folder.exists():
        peer.write(folder, peer_pages(size, seed=SEED))
    return folder


def _empty(project: Path) -> Callable[[int], None]:
    def empty(_run: int) -> None:
        for name in ("site", ".cache"):
            shutil.rmtree(project / name, ignore_errors=True)

    return empty


def _change(project: Path) -> Callable[[int], None]:
    def change(run: int) -> None:
        path = max((project / "data" / "aanbod").glob("*.yml"))
        lines = path.read_text("utf-8").split("\n")
        lines[1] = f"samenvatting: Dit is verandering {run} van deze zin."
        path.write_text("\n".join(lines), "utf-8")

    return change


def _touch(peer: Peer, folder: Path) -> Callable[[int], None]:
    def touch(run: int) -> None:
        if peer.touch:
            peer.touch(folder, f"Dit is verandering {run} van deze tekst.")

    return touch
