"""The stages of a measured command: from what it said, and from what its memory was meanwhile; called by measure.py.

A command tells a stage when that ends, as a line of its name, a tab and seconds. Stages may lie in one another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What was said at a moment, in seconds of one clock."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Sample:
    """The bytes of the whole process tree at a moment, in seconds of the same clock."""

    at: float
    memory: int


@dataclass(frozen=True, slots=True)
class Stage:
    """The seconds of a stage, and the most bytes that were seen meanwhile: 0 for one too short to be seen."""

    seconds: float
    memory: int

    def __add__(self, other: "Stage") -> "Stage":
        return Stage(self.seconds + other.seconds, max(self.memory, other.memory))


def read_stages(lines: Iterable[Line], samples: Sequence[Sample]) -> dict[str, Stage]:
    """The stages in order of their ends; a name that comes back is one stage."""
    stages: dict[str, Stage] = {}
    for line in lines:
        name, tab, seconds = line.text.partition("\t")
        if tab and name and seconds.replace(".", "", 1).isdigit():
            stages[name] = stages.get(name, Stage(0.0, 0)) + _stage(float(seconds), line.at, samples)
    return stages


def _stage(seconds: float, end: float, samples: Sequence[Sample]) -> Stage:
    return Stage(seconds, max((each.memory for each in samples if end - seconds <= each.at <= end), default=0))
