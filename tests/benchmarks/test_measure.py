"""Measuring: seconds, memory and stages of a real command."""

from pathlib import Path

import pytest

from benchmarks.measure import FailedError, run_measured


def test_a_run_tells_its_time_memory_and_stages(tmp_path: Path) -> None:
    command = ("python3", "-c", "import time; block = b'x' * 60_000_000; time.sleep(0.8); print('read\\t0.7')")
    run = run_measured(command, folder=tmp_path, limit=60)
    assert run.seconds > 0.8
    assert run.processor > 0
    assert run.memory > 60_000_000
    assert run.pagefind == 0
    assert list(run.stages) == ["read"]
    assert run.stages["read"].seconds == 0.7
    assert 60_000_000 < run.stages["read"].memory <= run.memory


def test_memory_of_children_is_counted(tmp_path: Path) -> None:
    child = "import time; block = b'x' * 60_000_000; time.sleep(0.8)"
    command = ("python3", "-c", f"import subprocess; subprocess.run(['python3', '-c', {child!r}])")
    assert run_measured(command, folder=tmp_path, limit=60).memory > 60_000_000


def test_a_failing_command_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="no such thing"):
        run_measured(("python3", "-c", "raise SystemExit('no such thing')"), folder=tmp_path, limit=60)
