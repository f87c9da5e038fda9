"""What was worked out of a record, kept beside the site under a digest of all it was worked out from.

Called for what takes long for all records and changes for few: the times of activities, the rows of open data. A warm
build finds what a cold one works out, and says the same.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from socialmap.pipeline.memory import Kept, read_bucket, write_bucket

ALL = "all"


@dataclass(frozen=True, slots=True)
class Recalled:
    """Values that JSON can hold, each under a word that stands for all it was worked out from."""

    path: Path
    context: str
    known: Mapping[bytes, bytes]
    used: dict[bytes, bytes] = field(default_factory=dict)

    def of(self, key: str, make: Callable[[], Any]) -> Any:
        """The value under a key: as it was kept, or made now or a moment ago."""
        word = key.encode()
        line = self.used.get(word) or self.known.get(word)
        if line is not None:
            self.used[word] = line
            return json.loads(line)
        value = make()
        self.used[word] = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return value

    def keep(self, *, rest: int = 0) -> None:
        """Keep what was asked for since it was opened, and at most so many of the rest; the oldest are forgotten."""
        unasked = [pair for pair in self.known.items() if pair[0] not in self.used]
        kept = {**dict(unasked[len(unasked) - rest :] if rest < len(unasked) else unasked), **self.used}
        if kept != self.known:
            lines = [word + b"\t" + line for word, line in kept.items()]
            with suppress(OSError):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write_bucket(self.path, context=self.context, files={ALL: Kept(None, lines)})


def open_recalled(path: Path, *, context: str) -> Recalled:
    """What is kept in a file; nothing when it is not there, was damaged or made under another context."""
    kept = read_bucket(path, context=context).files.get(ALL)
    return Recalled(path, context, dict(_pairs(kept.lines if kept else ())))


def _pairs(lines: Iterable[bytes]) -> Iterable[tuple[bytes, bytes]]:
    for line in lines:
        word, _, value = line.partition(b"\t")
        yield word, value
