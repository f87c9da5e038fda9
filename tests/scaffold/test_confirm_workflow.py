"""A request from the work list becomes a proposal that confirms exactly one record; strangers can ask for nothing."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from demo_site.small import edit, write_small
from socialmap.pipeline.confirm_requests import request_address, request_line
from socialmap.scaffold.host_files import CONFIRM, host_files
from socialmap.text.git_hosts import git_host

ZIZMOR = Path(sys.executable).with_name("zizmor")
VENV = Path(sys.executable).parents[1]
RECORD = "data/aanbod/spreekuur.yml"
WORDS = {"request": "Ik heb dit nagekeken en het klopt nog."}
HOSTS = {"github": "https://github.com/dorp/kaart", "forgejo": "https://codeberg.org/dorp/kaart"}


def steps(host: str) -> Mapping[str, str]:
    """What each step of a host's workflow runs, by its name."""
    if host == "gitlab":
        job = yaml.safe_load(dict(host_files("gitlab"))[".gitlab-ci.yml"])["confirm"]
        return {"Alles": "set -e\n" + "\n".join(job["script"])}
    job = yaml.safe_load(dict(host_files(host))[CONFIRM[host]])["jobs"]["confirm"]
    return {step["name"]: step["run"] for step in job["steps"] if "run" in step}


def git(folder: Path, *words: str) -> str:
    """What git says."""
    name = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    return subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> tuple[Path, Path]:
    """Where a runner works, and the host's own copy of the same repository."""
    there, here = tmp_path / "kaart.git", tmp_path / "runner"
    write_small(here)
    edit(here, "aanbod/spreekuur.yml", gecontroleerd_op="2024-11-01")
    (here / ".gitignore").write_text(".venv\n.socialmap\nsite\n*.py\n", "utf-8")
    (here / ".venv").symlink_to(VENV)
    subprocess.run(["git", "init", "--quiet", "--bare", str(there)], check=True)
    git(there, "config", "receive.advertisePushOptions", "true")
    git(here, "init", "--quiet", "--initial-branch", "main")
    git(here, "add", "--all")
    git(here, "commit", "--quiet", "--message", "Begin")
    git(here, "push", "--quiet", str(there), "main")
    return here, there


def run(script: str, *, at: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A step as a runner runs it."""
    known = {**os.environ, **variables}
    return subprocess.run(["bash", "-e", "-c", script], cwd=at, env=known, capture_output=True, text=True, check=False)


def changed(there: Path, branch: str) -> list[str]:
    """The lines that a branch takes away and adds, with their file."""
    diff = git(there, "diff", "--unified=0", "main", branch)
    return [line for line in diff.splitlines() if re.match(r"[-+]", line)]


CHANGE = [
    f"--- a/{RECORD}",
    f"+++ b/{RECORD}",
    "-gecontroleerd_op: '2024-11-01'",
    '+gecontroleerd_op: "2026-11-02"',
]


@pytest.mark.parametrize("host", CONFIRM)
def test_the_linter_finds_nothing(host: str, tmp_path: Path) -> None:
    (tmp_path / "confirm.yml").write_text(dict(host_files(host))[CONFIRM[host]], "utf-8")
    command = [str(ZIZMOR), "--offline", "--no-progress", "--format", "plain", str(tmp_path / "confirm.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "failed to parse" in done.stderr) == (0, False), done.stdout + done.stderr


@pytest.mark.parametrize("host", CONFIRM)
def test_nothing_that_somebody_writes_becomes_part_of_a_script(host: str) -> None:
    workflow = yaml.safe_load(dict(host_files(host))[CONFIRM[host]])
    assert set(workflow[True]) == {"issues"}
    assert workflow["permissions"] == {}
    assert [script for script in steps(host).values() if "${{" in script] == []
    assert "secrets." not in str(workflow)
    assert next(iter(steps(host))) == "Mag de melder hier schrijven?"


@pytest.mark.parametrize("host", HOSTS)
def test_the_link_of_a_work_list_confirms_that_record_and_nothing_else(
    host: str, repository: tuple[Path, Path], tmp_path: Path
) -> None:
    here, there = repository
    known = git_host(HOSTS[host])
    assert known
    asked = parse_qs(urlsplit(request_address(known, record="aanbod/spreekuur", by="redactie", words=WORDS)).query)
    assert asked["title"] == ["Klopt nog: aanbod/spreekuur"]
    assert run(steps(host)["Bevestigen"], at=here, BODY=asked["body"][0]).returncode == 0
    with api() as (address, said), told(tmp_path) as (path, calls):
        done = run(
            steps(host)["Voorstellen"], at=here, NUMBER="12", MAIN="main", TOKEN="x", GH_TOKEN="x", GH_REPO="x/y",
            API=address, REPOSITORY=str(there).removesuffix(".git"), PATH=f"{path}:{os.environ['PATH']}",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        proposed = said[-1][1] if host == "forgejo" else calls()[-1]
    assert changed(there, "klopt-nog-12") == CHANGE
    if host == "forgejo":
        words = {"base": "main", "head": "klopt-nog-12", "title": "Klopt nog (#12)", "body": "Closes #12"}
        assert proposed == words
    else:
        start = ["pr", "create", "--base", "main", "--head", "klopt-nog-12", "--title", "Klopt nog (#12)"]
        assert proposed == [*start, "--body", "Closes #12"]


def test_the_pipeline_of_gitlab_confirms_that_record_and_nothing_else(repository: tuple[Path, Path]) -> None:
    here, there = repository
    known = git_host("https://gitlab.com/dorp/kaart")
    assert known
    asked = parse_qs(urlsplit(request_address(known, record="aanbod/spreekuur", by="redactie", words=WORDS)).query)
    assert asked["ref"] == ["main"]
    done = run(
        steps("gitlab")["Alles"], at=here, BEVESTIG=asked["var[BEVESTIG]"][0], CI_DEFAULT_BRANCH="main",
        CI_JOB_TOKEN="x", CI_PIPELINE_ID="12", CI_PROJECT_URL=str(there).removesuffix(".git"),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert changed(there, "klopt-nog-12") == CHANGE


@pytest.mark.parametrize("host", CONFIRM)
@pytest.mark.parametrize(
    "body",
    [
        "Het klopt nog.",
        "socialmap confirm aanbod/spreekuur --by redactie; touch gekaapt",
        "socialmap confirm aanbod/spreekuur --by $(touch gekaapt)",
        "$(touch gekaapt)\n`touch gekaapt`\n'; touch gekaapt; '",
        "socialmap confirm aanbod/bestaat-niet --by redactie",
        "socialmap confirm aanbod/spreekuur --by niemand",
    ],
)
def test_what_is_no_request_changes_nothing_and_runs_nothing(
    host: str, body: str, repository: tuple[Path, Path]
) -> None:
    here, _ = repository
    assert run(steps(host)["Bevestigen"], at=here, BODY=body).returncode != 0
    assert git(here, "status", "--porcelain") == ""
    assert not (here / "gekaapt").exists()


def test_what_was_confirmed_today_already_is_no_proposal(repository: tuple[Path, Path]) -> None:
    here, there = repository
    body = request_line(("aanbod/spreekuur",), by="redactie")
    assert run(steps("forgejo")["Bevestigen"], at=here, BODY=body).returncode == 0
    git(here, "commit", "--quiet", "--all", "--message", "Net gedaan")
    assert run(steps("forgejo")["Bevestigen"], at=here, BODY=body).returncode == 0
    done = run(steps("forgejo")["Voorstellen"], at=here, NUMBER="12", MAIN="main", TOKEN="x", REPOSITORY=str(there))
    assert (done.returncode, git(there, "branch", "--list", "klopt-nog-12")) == (0, "")


@pytest.mark.parametrize(("who", "expected"), [("redacteur", 0), ("vreemde", 1)])
def test_forgejo_listens_only_to_who_may_write(who: str, expected: int, tmp_path: Path) -> None:
    with api() as (address, _):
        script = steps("forgejo")["Mag de melder hier schrijven?"]
        assert run(script, at=tmp_path, TOKEN="x", API=address, WHO=who).returncode == expected


@pytest.mark.parametrize(("rights", "expected"), [("admin", 0), ("write", 0), ("read", 1), ("none", 1), ("", 1)])
def test_github_listens_only_to_who_may_write(rights: str, expected: int, tmp_path: Path) -> None:
    with told(tmp_path, answer=rights) as (path, calls):
        script = steps("github")["Mag de melder hier schrijven?"]
        found = {"REPOSITORY": "dorp/kaart", "WHO": "iemand", "GH_TOKEN": "x", "PATH": f"{path}:{os.environ['PATH']}"}
        assert run(script, at=tmp_path, **found).returncode == expected
        asked = ["api", "repos/dorp/kaart/collaborators/iemand/permission", "--jq", ".permission"]
        assert calls() == [asked]


class Forge(BaseHTTPRequestHandler):
    """What Forgejo's API answers about one repository; what it is told is kept."""

    said: list[tuple[str, Any]]

    def do_GET(self) -> None:
        """Who may write."""
        self._send([{"login": "redacteur"}])

    def do_POST(self) -> None:
        """A proposal, or a comment."""
        self.said.append((self.path, json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
        self._send({})

    def _send(self, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


@contextmanager
def api() -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    """The address of a repository's API, and what it was told."""
    said: list[tuple[str, Any]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Forge,), {"said": said}))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", said
    server.shutdown()
    server.server_close()


@contextmanager
def told(folder: Path, *, answer: str = "") -> Iterator[tuple[Path, Any]]:
    """A folder with a `gh` that only writes down what it is asked, as GitHub's own program needs GitHub."""
    place, log = folder / "bin", folder / "gh.json"
    place.mkdir()
    program = place / "gh"
    program.write_text(
        f"#!{sys.executable}\nimport json, sys\nopen({str(log)!r}, 'a').write(json.dumps(sys.argv[1:]) + '\\n')\n"
        f"print({answer!r})\n",
        "utf-8",
    )
    program.chmod(0o755)
    yield place, lambda: [json.loads(line) for line in log.read_text("utf-8").splitlines()]
