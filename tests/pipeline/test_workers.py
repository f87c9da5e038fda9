"""Work over processes: every item once, whatever fails is told."""

import os
from collections.abc import Sequence

import pytest

from socialmap.pipeline.workers import ENOUGH, WorkerError, start_work


def squares(items: Sequence[int]) -> list[int]:
    return [item * item for item in items]


def flat(answers: list[list[int]]) -> list[int]:
    return sorted(number for answer in answers for number in answer)


@pytest.mark.parametrize(
    ("count", "workers"), [(0, 3), (1, 3), (ENOUGH - 1, 3), (ENOUGH, 1), (ENOUGH, 2), (ENOUGH + 1, 3)]
)
def test_every_item_is_worked_on_once(count: int, workers: int) -> None:
    work = start_work(range(count), squares, workers=workers)
    assert flat(work.finish()) == [item * item for item in range(count)]


def test_few_items_are_worked_on_here() -> None:
    assert start_work([2], lambda items: [os.getpid()], workers=4).finish() == [[os.getpid()]]


def test_many_items_are_worked_on_in_processes_of_their_own() -> None:
    pids = [pid for [pid] in start_work(range(ENOUGH), lambda items: [os.getpid()], workers=2).finish()]
    assert len(set(pids)) == 2
    assert os.getpid() not in pids


def test_a_failure_in_a_worker_is_raised_with_its_traceback() -> None:
    def divide(items: Sequence[int]) -> list[float]:
        return [1 / item for item in items]

    with pytest.raises(WorkerError, match="ZeroDivisionError"):
        start_work(range(ENOUGH), divide, workers=2).finish()


def test_a_killed_worker_is_told() -> None:
    def die(items: Sequence[int]) -> None:
        os._exit(9)

    with pytest.raises(WorkerError, match="was killed"):
        start_work(range(ENOUGH), die, workers=2).finish()
