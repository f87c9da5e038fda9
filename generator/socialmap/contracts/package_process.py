"""The check of a Data Package in a process of its own, beside the build: frictionless is slow to load and to read.

The child is this module; it reads the path of a descriptor and answers with problems as JSON.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from socialmap.contracts.frictionless_gate import check_package
from socialmap.problems import Place, Problem, fault


class PackageCheckError(RuntimeError):
    """The process ended without an answer; its own words are on the terminal."""


@dataclass(frozen=True, slots=True)
class PackageCheck:
    """A check under way."""

    process: subprocess.Popen[str]

    def finish(self) -> tuple[Problem, ...]:
        """What is wrong with the package, once the process has ended.

        Raises:
            PackageCheckError: when it could not check at all.
        """
        answer, _ = self.process.communicate()
        if self.process.returncode != 0:
            raise PackageCheckError("the open data could not be checked")
        return tuple(_problem(**found) for found in json.loads(answer))


@contextmanager
def checking(descriptor: Path) -> Iterator[PackageCheck]:
    """A check of the package in a folder, begun at once and ended with the block."""
    command = [sys.executable, "-m", __name__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdin is not None:
                process.stdin.write(f"{descriptor}\n")
                process.stdin.flush()
            yield PackageCheck(process)
        finally:
            process.kill()


def _problem(code: str, place: dict[str, object], params: dict[str, str]) -> Problem:
    return fault(code, Place(str(place["file"]), int(str(place["line"])), field=str(place["field"])), **params)


def _answer(found: tuple[Problem, ...]) -> str:
    return json.dumps([{"code": each.code, "place": asdict(each.place), "params": dict(each.params)} for each in found])


def main() -> None:
    """Check the package that the parent names."""
    descriptor = Path(sys.stdin.readline().rstrip("\n"))
    sys.stdout.write(_answer(check_package(descriptor)))


if __name__ == "__main__":
    main()
