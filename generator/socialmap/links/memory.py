"""What addresses answered before, kept in a file of the cache; what cannot be read there is simply asked again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import get_args

from socialmap.links.values import Answer, State

STATES = frozenset(get_args(State))


def read_memory(path: Path, /) -> Mapping[str, Answer]:
    """The answers by address; none when there is no file, or another program wrote it."""
    try:
        rows = json.loads(path.read_text("utf-8"))
        found = [Answer(**row) for row in rows]
    except (OSError, ValueError, TypeError):
        return {}
    return {answer.url: answer for answer in found if answer.state in STATES}


def write_memory(path: Path, /, answers: Iterable[Answer]) -> None:
    """Keep these answers, and no others."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(json.dumps([asdict(answer) for answer in answers], ensure_ascii=False, indent=0), "utf-8")
    beside.replace(path)
