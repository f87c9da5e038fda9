"""Work split over forked processes, which see everything the parent had and send back only their answers."""

import os
import pickle
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from functools import partial
from select import select
from typing import Any, BinaryIO, Generic, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")
ENOUGH = 400
MOST = 4
DONE, FAILED = b"+", b"-"


class WorkerError(RuntimeError):
    """A worker process ended without an answer; carries its traceback."""


@dataclass(frozen=True, slots=True)
class _Worker:
    pid: int
    answer: BinaryIO


@dataclass(frozen=True, slots=True)
class Work(Generic[Item, Answer]):
    """Work under way in processes, or to be done here when somebody waits for it; `finish` does or waits.

    The foreman is a process that forks one for each share, so that shares are given out while nobody waits here. A
    process does one share and ends: what it touches of the memory that it shares with its parent becomes its own, so a
    process that did half of everything would be as large as the parent.
    """

    work: Callable[[Sequence[Item]], Answer]
    shares: Sequence[Sequence[Item]]
    foreman: _Worker | None

    @property
    def apart(self) -> bool:
        """Whether the work is done in other processes."""
        return self.foreman is not None

    def finish(self) -> list[Answer]:
        """The answers of all shares.

        Raises:
            WorkerError: when a worker failed; those under way are waited for first.
        """
        if self.foreman is None:
            return [self.work(share) for share in self.shares]
        answers: list[bytes] = _answer(_read(self.foreman))
        failures = [_traceback(answer) for answer in answers if not answer.startswith(DONE)]
        if failures:
            raise WorkerError("\n".join(failures))
        return [_answer(answer) for answer in answers]


def start_work(
    shares: Iterable[Sequence[Item]],
    work: Callable[[Sequence[Item]], Answer],
    *,
    workers: int,
) -> Work[Item, Answer]:
    """Begin the work on all shares, each in a process of its own; with one worker it waits for `finish`."""
    waiting = tuple(shares)
    foreman = _fork(partial(_oversee, waiting, work, workers, os.getpid())) if workers > 1 else None
    return Work(work, waiting, foreman)


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


def _oversee(
    shares: Iterable[Sequence[Item]], work: Callable[[Sequence[Item]], Answer], workers: int, parent: int
) -> list[bytes]:
    """What the process of each share answered; after a failure, or without a parent, no further one is begun."""
    waiting, under_way, answers = deque(shares), list[_Worker](), list[bytes]()
    while under_way or waiting:
        while waiting and len(under_way) < workers:
            under_way.append(_fork(partial(work, waiting.popleft())))
        answers.append(_read(_first_ended(under_way)))
        if not answers[-1].startswith(DONE) or os.getppid() != parent:
            waiting.clear()
    return answers


def _first_ended(under_way: list[_Worker]) -> _Worker:
    """The first of the workers that has an answer, which is no longer among them."""
    waiting = {worker.answer: worker for worker in under_way}
    ready, _, _ = select(list(waiting), (), ())
    worker = waiting[ready[0]]
    under_way.remove(worker)
    return worker


def _fork(task: Callable[[], object]) -> _Worker:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return _Worker(pid, os.fdopen(reading, "rb"))
    os.close(reading)
    with os.fdopen(writing, "wb") as out:
        out.write(_attempt(task))
    os._exit(0)


def _attempt(task: Callable[[], object]) -> bytes:
    try:
        return DONE + pickle.dumps(task(), protocol=5)
    except BaseException:  # noqa: BLE001 - whatever ends a child is the parent's to raise
        return FAILED + traceback.format_exc().encode()


def _read(worker: _Worker) -> bytes:
    """What a worker answered, when it has ended; nothing when it was killed."""
    with worker.answer as stream:
        content = stream.read()
    os.waitpid(worker.pid, 0)
    return content


def _answer(content: bytes) -> Any:
    if not content.startswith(DONE):
        raise WorkerError(_traceback(content))
    return pickle.loads(content[len(DONE) :])  # noqa: S301 - our own child's answer


def _traceback(content: bytes) -> str:
    return content[len(FAILED) :].decode() or "a worker process was killed"
