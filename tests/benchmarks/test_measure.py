"""Measuring: seconds, memory and stages of a real command."""

from pathlib import Path

import pytest

pytest.importorskip("psutil", reason="`make bench` installs psutil")

from benchmarks.measure import FailedError, read_stages, run_measured


def test_a_run_tells_its_time_memory_and_stages(tmp_path: Path) -> None:
    command = ("python3", "-c", "import time; block = b'x' * 60_000_000; time.sleep(0.8); print('read\\t0.25')")
    run = run_measured(command, folder=tmp_path, limit=60)
    assert run.seconds > 0.8
    assert run.processor > 0
    assert run.memory > 60_000_000
    assert run.pagefind == 0
    assert run.stages == {"read": 0.25}


def test_memory_of_children_is_counted(tmp_path: Path) -> None:
    child = "import time; block = b'x' * 60_000_000; time.sleep(0.8)"
    command = ("python3", "-c", f"import subprocess; subprocess.run(['python3', '-c', {child!r}])")
    assert run_measured(command, folder=tmp_path, limit=60).memory > 60_000_000


def test_a_failing_command_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="no such thing"):
        run_measured(("python3", "-c", "raise SystemExit('no such thing')"), folder=tmp_path, limit=60)


def test_stages_are_lines_of_a_name_a_tab_and_seconds() -> None:
    assert read_stages("read\t0.5\nother words\nread\t0.25\nrender\t2\na\tb\n") == {"read": 0.75, "render": 2.0}
