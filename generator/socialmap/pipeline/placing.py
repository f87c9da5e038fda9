"""Where problems stand, found once: a problem that was told before is placed from memory while its file is the same.

Called for the problems that only the whole has, such as a check that is due: those of a record by itself are placed
when it is read.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from socialmap.contracts.keeping_problems import problem_from_plain, problem_to_plain
from socialmap.pipeline.memory import Bucket, Kept, look_at, read_bucket, write_bucket
from socialmap.problems import Problem
from socialmap.sources.loading import Loader, is_placed

Lines = dict[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Placing:
    """Places problems in the files of a data folder; `bucket` remembers them, nothing does without it."""

    loader: Loader
    bucket: Path | None
    context: str

    def __call__(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Each problem in the editor's words and at its place."""
        done: list[Problem] = []
        waiting: dict[str, list[Problem]] = {}
        for problem in problems:
            if problem.origin is None or is_placed(problem):
                done.append(problem)
            else:
                waiting.setdefault(problem.origin.file, []).append(problem)
        return (*done, *self._remembered(waiting))

    def _remembered(self, waiting: Mapping[str, list[Problem]]) -> Iterator[Problem]:
        old = read_bucket(self.bucket, context=self.context) if self.bucket else Bucket()
        files: dict[str, Kept] = {}
        for file, problems in waiting.items():
            _, stamp = look_at(f"{self.loader.root}/{file}")
            known = dict(_pairs(old.files[file].lines)) if old.fresh(file, stamp) else {}
            lines = self._lines(problems, known)
            files[file] = Kept(stamp, [key + b"\t" + line for key, line in lines.items()])
            yield from (problem_from_plain(json.loads(line)) for line in lines.values())
        if self.bucket is not None and files != old.files:
            with suppress(OSError):
                write_bucket(self.bucket, context=self.context, files=files)

    def _lines(self, problems: list[Problem], known: Lines) -> Lines:
        """Each problem as it was found, with the line of JSON that says where it stands."""
        keys = {_dump(problem): problem for problem in problems}
        new = [problem for key, problem in keys.items() if key not in known]
        placed = iter(self.loader.locate_all(new) if new else ())
        return {key: known[key] if key in known else _dump(next(placed)) for key in keys}


def _pairs(lines: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for line in lines:
        key, _, placed = line.partition(b"\t")
        yield key, placed


def _dump(problem: Problem) -> bytes:
    return json.dumps(problem_to_plain(problem), ensure_ascii=False, separators=(",", ":")).encode()
