"""What each measurement is held against: the targets of the design, as ratios to another row or as bytes and seconds.

A target is printed beside its figure and never asserted: a machine that is busy proves nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Target:
    """At most so many times the seconds of each row named, and at most so many bytes and seconds."""

    ratios: Mapping[str, float]
    bytes: int = 0
    seconds: float = 0.0


def target_of(row: str, size: int, /) -> Target | None:
    """The target of a row at a size, if it has one."""
    return _AT.get((row, size))


_AT: Mapping[tuple[str, int], Target] = {
    ("build", 1_000): Target({"hugo": 1.5}),
    ("build", 10_000): Target({"hugo": 1.0, "hugo-files": 0.5, "material": 0.1}, bytes=300 * MB),
    ("build", 100_000): Target({"hugo": 0.6}),
    ("build+search", 1_000): Target({"hugo+pagefind": 0.65}),
    ("build+search", 10_000): Target({"hugo+pagefind": 0.65}),
    ("build+search", 100_000): Target({}, bytes=2_500 * MB),
    ("check yaml", 10_000): Target({"validate yaml": 1.5}),
    ("check csv", 100_000): Target({"validate csv": 2.0}),
    ("change", 10_000): Target({"hugo change": 0.1}, seconds=0.7),
}
