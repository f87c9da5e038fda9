"""Work split over forked processes, which see everything the parent had and send back only their answers."""

import os
import pickle
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from select import select
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
class Work(Generic[Item, Answer]):
    """Work under way in processes, or to be done `here` when somebody waits for it; `finish` does or waits.

    A process does one share of the work and ends, and the next is forked: what it touches of the memory that it shares
    with its parent becomes its own, so a process that did half of everything would be as large as the parent.
    """

    work: Callable[[Sequence[Item]], Answer]
    shares: deque[Sequence[Item]]
    workers: list[_Worker]
    apart: bool

    def finish(self) -> list[Answer]:
        """The answers of all shares.

        Raises:
            WorkerError: when a worker failed; those under way are waited for first.
        """
        if not self.apart:
            return [self.work(share) for share in self.shares]
        failures: list[str] = []
        answers: list[Answer] = []
        while self.workers:
            ended: tuple[str, Answer] = _collect(self._ended())
            if ended[0]:
                failures.append(ended[0])
            else:
                answers.append(ended[1])
            if self.shares and not failures:
                self.workers.append(_fork(self.shares.popleft(), self.work))
        if failures:
            raise WorkerError("\n".join(failures))
        return answers

    def _ended(self) -> _Worker:
        """The first of the workers that has an answer, which is no longer among them."""
        waiting = {worker.answer: worker for worker in self.workers}
        ready, _, _ = select(list(waiting), (), ())
        worker = waiting[ready[0]]
        self.workers.remove(worker)
        return worker


def start_work(
    shares: Iterable[Sequence[Item]],
    work: Callable[[Sequence[Item]], Answer],
    *,
    workers: int,
) -> Work[Item, Answer]:
    """Begin the work on all shares, each in a process of its own; with one worker it waits for `finish`."""
    waiting = deque(shares)
    if workers < 2:
        return Work(work, waiting, [], apart=False)
    return Work(work, waiting, [_fork(waiting.popleft(), work) for _ in range(min(workers, len(waiting)))], apart=True)


def equal_shares(items: Sequence[Item], *, workers: int) -> Iterator[Sequence[Item]]:
    """The items in as many shares as there are workers, all as long."""
    size = -(-len(items) // workers) or 1
    return (items[at : at + size] for at in range(0, len(items), size))


def worth_while(items: Sized, *, workers: int, enough: int = ENOUGH) -> int:
    """How many of these workers work on these items: one, which is this process, when they are few or none can fork."""
    return workers if len(items) >= enough and hasattr(os, "fork") else 1


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
