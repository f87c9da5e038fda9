"""One build at a time for a cache folder; taken by `open_staging` and held until its `with` block ends.

The system drops the lock when its owner dies, however it dies, so a killed build never stands in the way of the next.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def _unlock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


_CLOSED = -1


class BusyError(RuntimeError):
    """Another build is at work with the same cache folder."""


@dataclass(slots=True)
class Lock:
    """The open lock file and the process that took it; a copy in another process owns nothing."""

    file: int
    owner: int

    def owned(self) -> bool:
        """Whether this process took the lock and still has it."""
        return self.file != _CLOSED and self.owner == os.getpid()

    def leave_to_owner(self) -> None:
        """A forked worker lets go of its copy of the file, so that it cannot hold the lock after its parent died."""
        if self.file != _CLOSED and self.owner != os.getpid():
            self._close()

    def release(self) -> None:
        """The lock free for the next build, also when workers still have a copy of the file."""
        if self.owned():
            _unlock(self.file)
            self._close()

    def _close(self) -> None:
        os.close(self.file)
        self.file = _CLOSED

    def __reduce__(self) -> tuple[type["Lock"], tuple[int, int]]:
        """A file number means nothing in a process that gets the lock sent, so it gets a closed one."""
        return Lock, (_CLOSED, self.owner)


def take_lock(path: Path) -> Lock:
    """The lock, at once; raises BusyError when another build has it."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _lock(file)
    except OSError as error:
        os.close(file)
        raise BusyError(f"another build is at work (it holds {path}); wait until it has ended") from error
    return Lock(file, os.getpid())
