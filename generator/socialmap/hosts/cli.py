"""The `socialmap` command: arguments in, one of `commands` called, exit code out."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from socialmap.hosts.common import PROBLEMS, WRONG_USE
from socialmap.hosts.parser import Command, build_parser

# Records live as long as the run does: looking for garbage among them rarely finds any and costs a fifth of the time.
COLLECT = (100_000, 20, 100)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the answer is its exit code: 0 clean, 1 problems, 2 wrong use."""
    gc.set_threshold(*COLLECT)
    given = sys.argv[1:] if arguments is None else arguments
    parser = build_parser(given[0] if given else "")
    if not given:
        parser.print_help()
        return WRONG_USE
    options = parser.parse_args(given)
    command: Command = options.command
    try:
        return command(options)
    except BrokenPipeError:
        sys.stderr.close()
        return PROBLEMS
    except KeyboardInterrupt:
        return PROBLEMS
    except OSError as error:
        from socialmap.hosts.refused import tell_refused  # noqa: PLC0415 - most runs need no words for it

        return tell_refused(error, language=getattr(options, "lang", None) or "nl")


def run() -> None:
    """Run the command that was typed and end the process at once: to take down all records takes a quarter second."""
    code = main()
    with suppress(BrokenPipeError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
