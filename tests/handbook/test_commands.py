"""What the handbook and a new repository tell you to type works: every `bash` block runs, in the order of its page.

Each page gets a repository of its own, made by `socialmap new`, with the real commands. A block of another kind that a
reader might type is named below with the reason why it does not run here.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from socialmap.hosts.parser import build_parser
from socialmap.pipeline.project import packaged
from socialmap.scaffold import HOSTS

PAGES = {page.name: page.read_text("utf-8") for page in (packaged("site_overrides") / "handbook").glob("*.md")}
BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(socialmap [^`…]+)`")
KINDS = {"bash", "yaml", "text", "nginx"}
SERVES = "goes on until somebody stops it; tests/pipeline/test_serve.py runs it"
INSTALLS = "fetches packages from an index; tests/scaffold/test_wheel.py installs without one"
PUSHES = "needs an account at a host"
NOT_RUN = {
    "socialmap cms": "fetches a program from an index; tests of `cms` do so with its hash",
    "socialmap links": "asks pages of others; tests of `links` have a server of their own",
    "17 3 * * * cd /srv/sociale-kaart && .venv/bin/socialmap build": "a line for cron",
    "data/aanbod/spreekuur.yml": "what a message looks like",
    ".venv/bin/pip install -r requirements.txt": INSTALLS,
    "python3 -m venv .venv": INSTALLS,
    ".venv/bin/socialmap serve": SERVES,
    "git init -b main": PUSHES,
}
GIT = ("git", "-c", "user.name=Test", "-c", "user.email=test@gemeente.example")


def blocks(text: str) -> list[tuple[str, str]]:
    """The kind and the lines of each fenced block; a block in a list loses its indent."""
    return [(kind, re.sub(f"(?m)^{indent}", "", lines)) for indent, kind, lines in BLOCK.findall(text)]


def new(folder: Path, *, host: str = "github") -> Path:
    """A new repository under git with the earlier version that a proposal starts from, and its own `.venv`."""
    command = [sys.executable, "-m", "socialmap.hosts.cli", "new", "kaart", "--name", "Voorbeeldstad", "--host", host]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    root = folder / "kaart"
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "Eerste"), ("branch", "-q", "origin/main")):
        subprocess.run([*GIT, *arguments], cwd=root, check=True, capture_output=True)
    (root / ".venv").mkdir()
    (root / ".venv/bin").symlink_to(Path(sys.executable).parent)
    return root


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new(tmp_path_factory.mktemp("new"))


def run(lines: str, *, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Lines as a shell takes them, stopped at the first that fails."""
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = ["bash", "-euo", "pipefail", "-c", lines]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def run_all(text: str, *, cwd: Path) -> None:
    for kind, lines in blocks(text):
        if kind == "bash":
            done = run(lines, cwd=cwd)
            assert (lines, done.returncode, done.stdout + done.stderr if done.returncode else "") == (lines, 0, "")


@pytest.mark.parametrize("name", sorted(name for name, text in PAGES.items() if "```bash" in text))
def test_the_commands_of_a_handbook_page_work_in_a_new_repository(name: str, fresh: Path, tmp_path: Path) -> None:
    root = tmp_path / "kaart"
    shutil.copytree(fresh, root, symlinks=True)
    run_all(PAGES[name], cwd=root)


def test_a_command_within_a_sentence_exists_with_those_options() -> None:
    found = {command for text in PAGES.values() for command in INLINE.findall(text)}
    assert len(found) > 15
    for name, *rest in (shlex.split(command)[1:] for command in sorted(found)):
        with pytest.raises(SystemExit, match=r"^0$"):
            build_parser().parse_args([name, "--help"])
        if rest:
            build_parser().parse_args([name, *rest])


@pytest.mark.parametrize("host", HOSTS)
def test_the_commands_of_a_new_repository_work_in_it(host: str, tmp_path: Path) -> None:
    root = new(tmp_path, host=host)
    texts = [(root / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")]
    assert all("```bash" in text for text in texts)
    for text in texts:
        run_all(text, cwd=root)


def test_every_block_says_what_it_is_and_what_does_not_run_has_a_reason(fresh: Path) -> None:
    texts = {**PAGES, **{name: (fresh / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")}}
    found = [(name, kind, lines) for name, text in texts.items() for kind, lines in blocks(text)]
    assert len(found) > 50
    assert [(name, kind) for name, kind, _ in found if kind not in KINDS] == []
    told = {lines.splitlines()[0] for _, kind, lines in found if kind == "text"}
    assert told == set(NOT_RUN)


def test_the_menu_names_every_page_in_three_parts_and_the_reference() -> None:
    from socialmap.pipeline.handbook import handbook_menu  # noqa: PLC0415

    sections = {title: pages for section in handbook_menu([]) for title, pages in dict(section).items()}  # type: ignore[arg-type]
    assert list(sections) == ["Voor wie bijhoudt", "Voor de coördinator", "Voor de webbeheerder", "Naslag"]
    named = {path for pages in sections.values() for page in pages for path in dict(page).values()}  # type: ignore[arg-type]
    assert set(PAGES) - named == set()
