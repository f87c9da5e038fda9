"""Work over processes: every item once, whatever fails is told."""

import os
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep

import pytest

from socialmap.pipeline.workers import ENOUGH, WorkerError, equal_shares, start_work, worth_while


def squares(items: Sequence[int]) -> list[int]:
    return [item * item for item in items]


def flat(answers: list[list[int]]) -> list[int]:
    return sorted(number for answer in answers for number in answer)


@pytest.mark.parametrize(("count", "workers"), [(0, 1), (0, 3), (1, 3), (7, 1), (8, 3)])
def test_every_item_is_worked_on_once(count: int, workers: int) -> None:
    shares = tuple(equal_shares(range(count), workers=workers))
    assert len(shares) <= workers
    assert flat(start_work(shares, squares, workers=workers).finish()) == [item * item for item in range(count)]


def test_few_items_are_worked_on_here() -> None:
    assert worth_while(range(ENOUGH - 1), workers=4) == 1
    assert start_work([[2]], lambda items: [os.getpid()], workers=1).finish() == [[os.getpid()]]


def test_many_items_are_worked_on_in_processes_of_their_own() -> None:
    assert worth_while(range(ENOUGH), workers=2) == 2
    pids = [pid for [pid] in start_work([[1], [2], [3]], lambda items: [os.getpid()], workers=2).finish()]
    assert len(set(pids)) == 3
    assert os.getpid() not in pids


def test_a_failure_in_a_worker_is_raised_with_its_traceback() -> None:
    def divide(items: Sequence[int]) -> list[float]:
        return [1 / item for item in items]

    with pytest.raises(WorkerError, match="ZeroDivisionError"):
        start_work([[1], [0]], divide, workers=2).finish()


def test_a_killed_worker_is_told() -> None:
    def die(items: Sequence[int]) -> None:
        os._exit(9)

    with pytest.raises(WorkerError, match="was killed"):
        start_work([[1], [2]], die, workers=2).finish()


def test_shares_are_given_out_while_nobody_waits(tmp_path: Path) -> None:
    def touch(names: Sequence[str]) -> None:
        for name in names:
            (tmp_path / name).touch()

    work = start_work([["a"], ["b"], ["c"], ["d"]], touch, workers=2)
    end = monotonic() + 30
    while len(list(tmp_path.iterdir())) < 4 and monotonic() < end:
        sleep(0.01)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c", "d"]
    assert work.finish() == [None, None, None, None]


def test_after_a_failure_no_further_share_is_begun(tmp_path: Path) -> None:
    def fail(names: Sequence[str]) -> None:
        (tmp_path / names[0]).touch()
        raise ValueError(names[0])

    with pytest.raises(WorkerError, match="ValueError"):
        start_work([["a"], ["b"], ["c"], ["d"], ["e"]], fail, workers=2).finish()
    assert len(list(tmp_path.iterdir())) < 4
