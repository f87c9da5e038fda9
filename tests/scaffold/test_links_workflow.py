"""The weekly look at links: one issue per role, opened once and then kept up to date, and clean by the linter."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from textwrap import dedent
from threading import Thread
from typing import Any

import pytest
import yaml

from socialmap.pipeline.named_links import memory_file
from socialmap.pipeline.project import Project, open_project
from socialmap.scaffold.host_files import LINKS, WORKFLOWS, host_files

REPOSITORY = Path(__file__).parents[2]
ZIZMOR = Path(sys.executable).with_name("zizmor")
FILES = {
    "redactie.md": "Verwijzingen nalopen: redactie\n\nNieuw.\n",
    "loket.md": "Verwijzingen nalopen: loket\n\nLijst.\n",
}


def workflow(host: str) -> str:
    return dict(host_files(host))[LINKS[host]]


@pytest.mark.parametrize("host", LINKS)
def test_the_linter_finds_nothing_and_it_only_writes_issues(host: str, tmp_path: Path) -> None:
    path = tmp_path / "links.yml"
    path.write_text(workflow(host), "utf-8")
    done = subprocess.run(
        [str(ZIZMOR), "--offline", "--no-progress", "--format", "plain", str(path)], capture_output=True, check=False
    )
    found = yaml.safe_load(workflow(host))
    assert done.returncode == 0, done.stdout
    assert set(found[True]) == {"schedule", "workflow_dispatch"}
    assert found["jobs"]["links"]["permissions"] == {"contents": "read", "issues": "write"}


def test_a_plain_folder_has_none_and_gitlab_has_a_job_that_never_blocks() -> None:
    assert [name for host in ("none", "gitlab") for name, _ in host_files(host) if "links" in name] == []
    job = gitlab_job()
    assert job["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule" && $VERWIJZINGEN'}]
    assert job["allow_failure"] is True


def gitlab_job() -> dict[str, Any]:
    """The job of GitLab that looks at links."""
    found: dict[str, Any] = yaml.safe_load(dict(host_files("gitlab"))[".gitlab-ci.yml"])["links"]
    return found


class Issues(BaseHTTPRequestHandler):
    """The issues of a repository, as the API of Forgejo has them."""

    there: list[dict[str, Any]]
    names: tuple[str, ...] = ("number",)

    def do_GET(self) -> None:
        """All open issues."""
        self._send(self.there)

    def do_POST(self) -> None:
        """A new one."""
        self.there.append({**dict.fromkeys(self.names, len(self.there) + 1), **self._body()})
        self._send(self.there[-1])

    def do_PATCH(self) -> None:
        """Another text for one."""
        issue = next(each for each in self.there if str(each["number"]) == self.path.rsplit("/", 1)[1])
        issue.update(self._body())
        self._send(issue)

    def do_PUT(self) -> None:
        """Another text for one, as GitLab has it."""
        self.do_PATCH()

    def _body(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        return found

    def _send(self, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


@pytest.fixture
def forge() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A host with one open issue, and its issues."""
    there: list[dict[str, Any]] = [{"number": 1, "title": "Verwijzingen nalopen: redactie", "body": "Oud."}]
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Issues,), {"there": there}))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/issues", there
    server.shutdown()
    server.server_close()


def test_each_role_has_one_issue_however_often_it_runs(forge: tuple[str, list[dict[str, Any]]], tmp_path: Path) -> None:
    step = yaml.safe_load(workflow("forgejo"))["jobs"]["links"]["steps"][-1]["run"]
    program = re.search(r"<<'PROGRAM'\n(.*?)\nPROGRAM", step, re.S)
    assert program
    (tmp_path / "links").mkdir()
    for name, text in FILES.items():
        (tmp_path / "links" / name).write_text(text, "utf-8")
    for _ in range(2):
        command = [sys.executable, "-c", dedent(program[1])]
        subprocess.run(command, cwd=tmp_path, env={**os.environ, "TOKEN": "x", "ISSUES": forge[0]}, check=True)
    assert forge[1] == [
        {"number": 1, "title": "Verwijzingen nalopen: redactie", "body": "Nieuw.\n"},
        {"number": 2, "title": "Verwijzingen nalopen: loket", "body": "Lijst.\n"},
    ]


@pytest.fixture
def gitlab(tmp_path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A GitLab with one open issue, and its issues, which it numbers within a project."""
    there: list[dict[str, Any]] = [
        {"iid": 1, "number": 1, "title": "Verwijzingen nalopen: redactie", "description": "Oud."}
    ]
    kind = type("Own", (Issues,), {"there": there, "names": ("iid", "number")})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", there
    server.shutdown()
    server.server_close()


def test_at_gitlab_each_role_has_one_issue_too(gitlab: tuple[str, list[dict[str, Any]]], tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    for name, text in FILES.items():
        (tmp_path / "links" / name).write_text(text, "utf-8")
    step = next(each for each in gitlab_job()["script"] if "PROGRAM" in each)
    known = {"CI_API_V4_URL": gitlab[0], "CI_PROJECT_ID": "7", "SOCIALMAP_TOKEN": "x"}
    for _ in range(2):
        for script in (step, "python3 issues.py"):
            subprocess.run(["bash", "-ec", script], cwd=tmp_path, env={**os.environ, **known}, check=True)
    assert [(each["title"], each["description"]) for each in gitlab[1]] == [
        ("Verwijzingen nalopen: redactie", "Nieuw.\n"),
        ("Verwijzingen nalopen: loket", "Lijst.\n"),
    ]


def test_at_gitlab_without_a_token_the_lists_stay_with_the_job(tmp_path: Path) -> None:
    step = next(each for each in gitlab_job()["script"] if "PROGRAM" in each)
    known = {name: value for name, value in os.environ.items() if name != "SOCIALMAP_TOKEN"}
    done = subprocess.run(
        ["bash", "-ec", f"{step}\npython3 issues.py"],
        cwd=tmp_path,
        env=known,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "SOCIALMAP_TOKEN" in done.stderr) == (1, True)
    assert gitlab_job()["artifacts"]["paths"] == ["links"]


def test_what_was_seen_is_kept_where_the_work_list_of_the_site_reads_it() -> None:
    files = dict(host_files("github"))
    seen = ".cache/socialmap/links.json"
    for text, count in ((files[LINKS["github"]], 2), (files[WORKFLOWS["github"]], 1)):
        steps = [step for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"]]
        assert [step["with"]["path"] for step in steps if "actions/cache" in step.get("uses", "")] == [seen] * count
    pages = yaml.safe_load(dict(host_files("gitlab"))[".gitlab-ci.yml"])["pages"]
    assert (gitlab_job()["cache"]["paths"], pages["cache"]["paths"]) == ([seen], [seen])
    project = open_project(REPOSITORY)
    assert isinstance(project, Project)
    assert memory_file(project).relative_to(project.root).as_posix() == seen
