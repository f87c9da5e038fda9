"""What came of making a repository, and how that is told; returned by every step here, told by the command line."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MESSAGES = Path(__file__).parent / "messages" / "nl.toml"


@dataclass(frozen=True, slots=True)
class Created:
    """The repository stands in `folder` with so many files."""

    folder: Path
    files: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was written: the name of a message and what fills its holes."""

    message: str
    params: Mapping[str, str] = field(default_factory=dict)


def say(outcome: Created | tuple[Refusal, ...], /) -> str:
    """What to tell whoever asked: what to do next, or everything that stood in the way."""
    words = texts()
    if isinstance(outcome, Created):
        return words["created"].format(folder=outcome.folder, files=outcome.files).rstrip()
    return "\n\n".join(words[each.message].format(**each.params).strip() for each in outcome)


def texts() -> Mapping[str, str]:
    """Every message and question by its name, with holes."""
    return {name: str(text) for name, text in tomllib.loads(MESSAGES.read_text("utf-8")).items()}
