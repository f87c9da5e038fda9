"""Python's search for reference cycles, which a build does without; called around each build and by its workers.

A build makes millions of small values that all stay until its end and none of which refer to each other in a circle.
The search goes through all of them again and again, which cost a seventh of the time, and touches the memory that
forked processes share, so that each gets a copy of its own.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """No search for reference cycles in this block; afterwards as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
