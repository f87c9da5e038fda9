"""The workflows of a new repository: pinned, without secrets for strangers, and clean by the linter that knows how."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from socialmap.scaffold.host_files import host_files

ZIZMOR = Path(sys.executable).with_name("zizmor")
REPOSITORY = Path(__file__).parents[2]
LOCK = "generator/socialmap/scaffold/files/requirements.lock"
WORKFLOWS = {
    "github": ".github/workflows/site.yml",
    "gitlab": ".gitlab-ci.yml",
    "forgejo": ".forgejo/workflows/site.yml",
}


def new(host: str, folder: Path) -> str:
    command = [sys.executable, "-m", "socialmap.hosts.cli", "new", "kaart", "--host", host]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return (folder / "kaart" / WORKFLOWS[host]).read_text("utf-8")


@pytest.mark.parametrize("host", ["github", "forgejo"])
def test_the_linter_of_workflows_finds_nothing(host: str, tmp_path: Path) -> None:
    new(host, tmp_path)
    command = [ZIZMOR, "--offline", "--no-progress", "--format", "plain", tmp_path / "kaart" / WORKFLOWS[host]]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert (done.returncode, "No findings to report" in done.stdout + done.stderr) == (0, True), done.stdout


@pytest.mark.parametrize("host", ["github", "forgejo"])
def test_the_linter_does_find_an_action_that_is_not_pinned(host: str, tmp_path: Path) -> None:
    text = new(host, tmp_path)
    (tmp_path / "site.yml").write_text(re.sub(r"@[0-9a-f]{40} # \S+", "@v4", text), "utf-8")
    command = [str(ZIZMOR), "--offline", "--no-progress", "--format", "plain", str(tmp_path / "site.yml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize("host", ["github", "forgejo"])
def test_a_proposal_of_a_stranger_reaches_no_secret_and_can_write_nothing(host: str, tmp_path: Path) -> None:
    workflow = yaml.safe_load(new(host, tmp_path))
    assert set(workflow[True]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert workflow["permissions"] == {}
    assert "secrets." not in str(workflow)
    for name, job in workflow["jobs"].items():
        if "write" in str(job["permissions"]):
            assert (name, job["if"]) == (
                "publish",
                "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'",
            )


@pytest.mark.parametrize("host", WORKFLOWS)
def test_a_proposal_is_checked_shown_and_kept_and_only_main_is_published(host: str, tmp_path: Path) -> None:
    text = new(host, tmp_path)
    check, diff, build = (text.index(f".venv/bin/socialmap {name}") for name in ("check", "diff", "build"))
    assert check < diff < build
    assert text.count("--require-hashes -r requirements.lock") == text.count("--no-deps -r requirements.txt") >= 1
    pinned = re.findall(r"uses: \S+@([0-9a-f]{40}) # v\d", text)
    assert len(pinned) == text.count("uses:")


@pytest.mark.parametrize("host", WORKFLOWS)
def test_every_image_is_pinned_to_its_contents(host: str) -> None:
    named = [line for _, text in host_files(host) for line in re.findall(r"(?m)^\s*image: (\S+)", text)]
    assert [image for image in named if not re.fullmatch(r"[a-z]+:[0-9.]+-bookworm@sha256:[0-9a-f]{64}", image)] == []
    assert bool(named) == (host != "github")


def test_the_locked_versions_are_those_that_the_tests_ran_with() -> None:
    ours, theirs = (_versions(REPOSITORY / name) for name in (".ci/requirements.lock", LOCK))
    assert [name for name, version in theirs.items() if ours.get(name) != version] == []
    assert {"babel", "jinja2", "pydantic", "pyyaml", "pagefind-bin"} <= theirs.keys()


def _versions(path: Path) -> dict[str, str]:
    lines = path.read_text("utf-8").splitlines()
    pairs = (line.split(" ")[0].split("==") for line in lines if "==" in line and not line.startswith((" ", "#")))
    return dict(tuple(pair) for pair in pairs)


def test_the_shell_of_every_step_can_be_read(tmp_path: Path) -> None:
    for host in ("github", "forgejo"):
        folder = tmp_path / host
        folder.mkdir()
        workflow = yaml.safe_load(new(host, folder))
        scripts = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
        assert [
            script for script in scripts if subprocess.run(["bash", "-n", "-c", script], check=False).returncode
        ] == []
