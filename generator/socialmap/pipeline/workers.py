"""Work split over forked processes, which see everything the parent had and send back only their answers."""

import os
import pickle
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Generic, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")
ENOUGH = 400
MOST = 4


class WorkerError(RuntimeError):
    """A worker process ended without an answer; carries its traceback."""


@dataclass(frozen=True, slots=True)
class _Worker:
    pid: int
    answer: BinaryIO


@dataclass(frozen=True, slots=True)
class Work(Generic[Answer]):
    """Work under way in processes, or to be done `here` when somebody waits for it; `finish` does or waits."""

    workers: tuple[_Worker, ...] = ()
    here: Callable[[], Answer] | None = None

    def finish(self) -> list[Answer]:
        """The answers of all parts.

        Raises:
            WorkerError: when a worker failed; the others are waited for first.
        """
        if self.here is not None:
            return [self.here()]
        ended: list[tuple[str, Answer]] = [_collect(worker) for worker in self.workers]
        failures = [failure for failure, _ in ended if failure]
        if failures:
            raise WorkerError("\n".join(failures))
        return [answer for _, answer in ended]


def start_work(
    items: Sequence[Item], work: Callable[[Sequence[Item]], Answer], *, workers: int, enough: int = ENOUGH
) -> Work[Answer]:
    """Begin the work on all items in processes; when they are few or this system cannot fork, it waits for `finish`."""
    if workers < 2 or len(items) < enough or not hasattr(os, "fork"):
        return Work(here=lambda: work(items))
    return Work(tuple(_fork(items[at::workers], work) for at in range(workers)))


def processors() -> int:
    """How many processes are worth while on this machine."""
    return min(MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _fork(items: Sequence[Item], work: Callable[[Sequence[Item]], Answer]) -> _Worker:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return _Worker(pid, os.fdopen(reading, "rb"))
    os.close(reading)
    with os.fdopen(writing, "wb") as out:
        pickle.dump(_attempt(items, work), out, protocol=5)
    os._exit(0)


def _attempt(items: Sequence[Item], work: Callable[[Sequence[Item]], Answer]) -> tuple[str, Answer | None]:
    try:
        return "", work(items)
    except BaseException:  # noqa: BLE001 - whatever ends a child is the parent's to raise
        return traceback.format_exc(), None


def _collect(worker: _Worker) -> tuple[str, Answer]:
    with worker.answer as stream:
        content = stream.read()
    os.waitpid(worker.pid, 0)
    if not content:
        return "a worker process was killed", None  # type: ignore[return-value] # never used beside a failure
    return pickle.loads(content)  # type: ignore[no-any-return] # noqa: S301 - our own child's answer
