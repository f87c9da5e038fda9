"""How long each step of a build takes, for `--timings` and the benchmarks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter


@dataclass(slots=True)
class Timer:
    """Collects the seconds of each step; `tell` hears of a step when it is done."""

    tell: Callable[[str, float], None] = lambda _step, _seconds: None
    steps: list[tuple[str, float]] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        start = perf_counter()
        yield
        self.steps.append((name, perf_counter() - start))
        self.tell(*self.steps[-1])
