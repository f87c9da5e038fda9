"""One conversation with the real Pagefind program; the only file that starts it. Called by `indexer`.

A thread of its own writes, so that neither side ever waits for a full pipe; a clock ends a conversation that hangs, and
a bound on one answer ends a program that prints without end. The program stops at the end of its input without
finishing its work, so its input stays open until the last answer.
"""

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import IO

import pagefind_bin

from socialmap.search.protocol import Answer, EngineError, decode

LONGEST_ANSWER = 512 << 20
CHUNK = 1 << 20


def pagefind() -> Path:
    """The program that the locked package brought along."""
    return Path(pagefind_bin.get_executable())


def converse(messages: Sequence[bytes], *, program: Path, timeout: float) -> tuple[Answer, ...]:
    """One answer per message, in the order in which they came.

    :raises EngineError: the program could not start, stopped, stayed silent for `timeout` seconds in all, or spoke
        something else than its protocol.
    """
    with tempfile.TemporaryFile() as complaints, _started(program, complaints) as process:
        clock = threading.Timer(timeout, process.kill)
        writer = threading.Thread(target=_pour, args=(process, messages), daemon=True)
        try:
            clock.start()
            writer.start()
            answers = tuple(islice(_answers(process), len(messages)))
        finally:
            late = not clock.is_alive()
            clock.cancel()
            process.kill()
            writer.join()
        if len(answers) < len(messages):
            raise EngineError(f"no answer within {timeout:g} seconds" if late else _last_words(process, complaints))
        return answers


def _started(program: Path, complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [str(program), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints
        )
    except OSError as error:
        raise EngineError(f"it does not start: {error.strerror}") from error


def _pour(process: subprocess.Popen[bytes], messages: Sequence[bytes]) -> None:
    if process.stdin is None:
        return
    try:
        for message in messages:
            process.stdin.write(message)
        process.stdin.flush()
    except OSError:
        with suppress(OSError):  # the reader sees the same end and can say why
            process.stdin.close()


def _answers(process: subprocess.Popen[bytes]) -> Iterator[Answer]:
    for part in _parts(process):
        yield decode(part)


def _parts(process: subprocess.Popen[bytes]) -> Iterator[bytes]:
    if process.stdout is None:
        return
    rest = bytearray()
    while chunk := os.read(process.stdout.fileno(), CHUNK):
        *ended, begun = chunk.split(b",")
        for end in ended:
            yield bytes(rest + end)
            rest.clear()
        rest += begun
        if len(rest) > LONGEST_ANSWER:
            raise EngineError("it prints without end")


def _last_words(process: subprocess.Popen[bytes], complaints: IO[bytes]) -> str:
    process.wait()
    complaints.seek(0)
    words = " ".join(complaints.read(CHUNK).decode(errors="replace").split())
    return f"it stopped (exit code {process.returncode}) {words[:400]}".strip()
