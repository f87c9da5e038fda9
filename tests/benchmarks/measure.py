"""How long a command takes and how much memory it and its children have at most; called by compare.py.

Memory is the proportional set size (pages that processes share are counted once) of the whole tree, summed at moments
that are far enough apart to cost the command at most a twentieth of a core. Pagefind's processes are counted apart.
"""

import os
import subprocess
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import IO

import psutil  # type: ignore[import-untyped, unused-ignore]

from benchmarks.stages import Line, Sample, Stage, read_stages

_SHORTEST = 0.01
_SHARE = 20


class FailedError(Exception):
    """A measured command ended with another exit code than it should."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds, peak bytes of the tree and of Pagefind in it, and its stages when it tells them.

    `processor` is the time of all its processors together, which a busy machine changes less than `seconds`.
    """

    seconds: float
    memory: int
    pagefind: int = 0
    stages: Mapping[str, Stage] = field(default_factory=dict)
    processor: float = 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """The median of several runs with their extremes."""

    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """Median seconds."""
        return median(run.seconds for run in self.runs)

    @property
    def spread(self) -> tuple[float, float]:
        """Fewest and most seconds."""
        return min(run.seconds for run in self.runs), max(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        """Median seconds of processor time."""
        return median(run.processor for run in self.runs)

    @property
    def memory(self) -> float:
        """Median peak of the tree without Pagefind, in bytes."""
        return median(run.memory for run in self.runs)

    @property
    def pagefind(self) -> float:
        """Median peak of Pagefind, in bytes."""
        return median(run.pagefind for run in self.runs)

    @property
    def stages(self) -> dict[str, Stage]:
        """Median seconds and peak bytes per stage."""
        return {name: self._stage(name) for name in self.runs[0].stages}

    def _stage(self, name: str) -> Stage:
        found = [run.stages.get(name, Stage(0.0, 0)) for run in self.runs]
        return Stage(median(each.seconds for each in found), int(median(each.memory for each in found)))


def run_measured(command: Sequence[str], /, *, folder: Path, limit: float) -> Run:
    """Run a command to its end.

    Raises:
        FailedError: with what it said, when its exit code is not 0 or it takes more than `limit` seconds.
    """
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    start = perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    watch, hearer = _Watch(process.pid), _Hearer(process.stdout)
    watch.start()
    hearer.start()
    code, processor = _wait(process, limit)
    seconds = perf_counter() - start
    watch.end()
    hearer.join()
    if code:
        said = "\n".join(line.text for line in hearer.lines)
        raise FailedError(f"{' '.join(command)} ended with {code} after {seconds:.0f} s:\n{said[-2000:]}")
    return Run(seconds, watch.memory, watch.pagefind, read_stages(hearer.lines, watch.samples), processor)


def _wait(process: "subprocess.Popen[bytes]", limit: float) -> tuple[int, float]:
    """The exit code, and the seconds of processor time of the process and the children that it waited for."""
    alarm = threading.Timer(limit, process.kill)
    alarm.start()
    _, status, usage = os.wait4(process.pid, 0)
    alarm.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime


class _Hearer(threading.Thread):
    """Reads what a command says, with the moment of each line, until the last process that can speak has ended."""

    def __init__(self, stream: IO[bytes] | None) -> None:
        super().__init__(daemon=True)
        self.stream = stream
        self.lines: list[Line] = []

    def run(self) -> None:
        for line in self.stream or ():
            self.lines.append(Line(perf_counter(), line.decode("utf-8", "replace").rstrip("\n")))


class _Watch(threading.Thread):
    """Samples a process tree until it is told to end."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.samples: list[Sample] = []
        self.pagefind = 0
        self.over = threading.Event()

    def run(self) -> None:
        pause = _SHORTEST
        while not self.over.wait(pause):
            start = thread_time()
            own, pagefind = sample(self.pid)
            self.samples.append(Sample(perf_counter(), own))
            self.pagefind = max(self.pagefind, pagefind)
            pause = max(_SHORTEST, (thread_time() - start) * _SHARE)

    @property
    def memory(self) -> int:
        """The most bytes that were seen, Pagefind's apart."""
        return max((sample.memory for sample in self.samples), default=0)

    def end(self) -> None:
        """Stop sampling."""
        self.over.set()
        self.join()


def sample(pid: int, /) -> tuple[int, int]:
    """The bytes that a process tree has now, Pagefind's processes apart."""
    own = pagefind = 0
    for process in _tree(pid):
        try:
            size, name = process.memory_full_info().pss, process.name()
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue
        if name.startswith("pagefind"):
            pagefind += size
        else:
            own += size
    return own, pagefind


def _tree(pid: int) -> list[psutil.Process]:
    try:
        top = psutil.Process(pid)
        return [top, *top.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []
